package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * Manages everything that a run waits for without occupying a thread: its turn to launch, the polls, the pause before a
 * retry, and the timeout. Thread-safe; no method blocks.
 */
final class RunWaits<T> {

    /**
     * Minimum time until a timeout, so that a goal reached while Jenkins was down is noticed before the timeout
     * expires.
     */
    private static final Duration FIRST_POLL = Duration.ofSeconds(5);

    /** Maximum time that a build waits for the cleanup of its run. The cleanup itself continues. */
    private static final Duration CLEANUP_WAIT = Duration.ofSeconds(20);

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final RunTimers timers;
    private final RunJournal journal;
    private final Runnable timedOut;
    private final Runnable cleanupOverdue;
    private boolean queued;
    private boolean hasTurn;
    private boolean polling;
    private boolean goalReached;
    private boolean timeoutScheduled;
    private Instant notBefore = Instant.EPOCH;

    /**
     * @param timedOut called when the timeout expires
     * @param cleanupOverdue called when the build has waited long enough for the cleanup
     */
    RunWaits(
            WatchServices services,
            RunOwner owner,
            RunActions<T> actions,
            RunTimers timers,
            RunJournal journal,
            Runnable timedOut,
            Runnable cleanupOverdue) {
        this.services = services;
        this.owner = owner;
        this.actions = actions;
        this.timers = timers;
        this.journal = journal;
        this.timedOut = timedOut;
        this.cleanupOverdue = cleanupOverdue;
    }

    /** Delays the next action if the event makes it a retry, and limits the wait for a cleanup. */
    synchronized void update(RunState before, RunEvent event, RunState state) {
        notBefore = RunTransitions.isRetried(event) ? now().plus(RunLimits.pause(state, now())) : Instant.EPOCH;
        if (state.phase() == Phase.CLEANING_UP && before.phase() != Phase.CLEANING_UP) {
            timers.schedule(CLEANUP_WAIT, cleanupOverdue);
        }
    }

    /** Stops polling and gives up the turn if the state no longer needs them. */
    synchronized void release(RunAction action, RunState state) {
        if (polling && action != RunAction.POLL) {
            stopPolling();
        }
        if (queued && action != RunAction.TAKE_TURN && !state.inDoubt()) {
            queued = false;
            hasTurn = false;
            actions.runs().leaveTurn(owner.key());
        }
    }

    /** Stops polling because the result has reached the goal. */
    synchronized void goalReached() {
        goalReached = true;
        stopPolling();
    }

    private void stopPolling() {
        polling = false;
        actions.stopPolling();
    }

    /** Returns whether to perform the action now. Starts or schedules whatever must be waited for. */
    synchronized boolean isDue(RunAction action, RunState state, RunActions.PollListener<T> polls) {
        scheduleTimeout(state);
        switch (action) {
            case NONE -> {
                return false;
            }
            case POLL -> {
                poll(state, polls);
                return false;
            }
            case TAKE_TURN -> {
                queue(state);
                return hasTurn;
            }
            default -> {
                return isPauseOver();
            }
        }
    }

    private void scheduleTimeout(RunState state) {
        boolean launched = state.phase() == Phase.WAITING || state.inDoubt();
        if (!timeoutScheduled && launched && !actions.timeout().isZero()) {
            timeoutScheduled = true;
            Duration left = Duration.between(now(), state.startedAt().plus(actions.timeout()));
            timers.schedule(left.compareTo(FIRST_POLL) < 0 ? FIRST_POLL : left, timedOut);
        }
    }

    private void poll(RunState state, RunActions.PollListener<T> polls) {
        if (!polling && !goalReached) {
            polling = true;
            actions.startPolling(state, polls);
        }
    }

    private void queue(RunState state) {
        if (queued) {
            return;
        }
        queued = true;
        Runnable granted = () -> timers.execute(services.threads().local(), this::turnGranted);
        if (!actions.runs().takeTurn(new RunEntry(owner, state), granted)) {
            journal.add("Waiting for another build's launch of the same scan, report or import to be confirmed.");
            timers.execute(services.threads().local(), journal::flush);
        }
    }

    private void turnGranted() {
        synchronized (this) {
            hasTurn = queued;
        }
        journal.flush();
    }

    private boolean isPauseOver() {
        Duration pause = Duration.between(now(), notBefore);
        boolean over = pause.isZero() || pause.isNegative();
        if (!over) {
            timers.schedule(pause, journal::flush);
        }
        return over;
    }

    private Instant now() {
        return services.clock().instant();
    }
}
