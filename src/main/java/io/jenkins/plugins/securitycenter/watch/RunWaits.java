package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * What a run waits for without a thread: its turn to launch, the polls, the pause before an action is repeated, and the
 * time limit. Thread-safe; no method blocks.
 */
final class RunWaits<T> {

    /** So that what was reached while Jenkins was down counts, although the time is up meanwhile. */
    private static final Duration FIRST_POLL = Duration.ofSeconds(5);

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final RunTimers timers;
    private final RunJournal journal;
    private final Runnable timedOut;
    private boolean queued;
    private boolean turn;
    private boolean polling;
    private boolean reached;
    private boolean timed;
    private Instant notBefore = Instant.EPOCH;

    /** @param timedOut called when the time limit has passed */
    RunWaits(
            WatchServices services,
            RunOwner owner,
            RunActions<T> actions,
            RunTimers timers,
            RunJournal journal,
            Runnable timedOut) {
        this.services = services;
        this.owner = owner;
        this.actions = actions;
        this.timers = timers;
        this.journal = journal;
        this.timedOut = timedOut;
    }

    /** Lets the next action wait, if it repeats one because of that event. */
    synchronized void pauseAfter(RunEvent event, RunState state) {
        notBefore = RunTransitions.repeats(event) ? now().plus(RunTransitions.pause(state, now())) : Instant.EPOCH;
    }

    /** Ends the polls, and gives up the turn, when the state needs them no more. */
    synchronized void leave(RunAction action, RunState state) {
        if (polling && action != RunAction.POLL) {
            endPolls();
        }
        if (queued && action != RunAction.TAKE_TURN && !state.inDoubt()) {
            queued = false;
            turn = false;
            actions.runs().leaveTurn(owner.key());
        }
    }

    /** Ends the polls, since the result is reached. */
    synchronized void reached() {
        reached = true;
        endPolls();
    }

    private void endPolls() {
        polling = false;
        actions.stopPolling();
    }

    /** Whether the action is to be performed now; what has to be waited for is begun or planned. */
    synchronized boolean isDue(RunAction action, RunState state, RunActions.PollListener<T> polls) {
        limitTime(state);
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
                return turn;
            }
            default -> {
                return isPauseOver();
            }
        }
    }

    private void limitTime(RunState state) {
        boolean launched = state.phase() == Phase.WAITING || state.inDoubt();
        if (!timed && launched && !actions.timeout().isZero()) {
            timed = true;
            Duration left = Duration.between(now(), state.startedAt().plus(actions.timeout()));
            timers.schedule(left.compareTo(FIRST_POLL) < 0 ? FIRST_POLL : left, timedOut);
        }
    }

    private void poll(RunState state, RunActions.PollListener<T> polls) {
        if (!polling && !reached) {
            polling = true;
            actions.startPolling(state, polls);
        }
    }

    private void queue(RunState state) {
        if (queued) {
            return;
        }
        queued = true;
        Runnable granted = () -> timers.execute(services.threads().local(), this::turnCame);
        if (!actions.runs().takeTurn(new RunEntry(owner, state), granted)) {
            journal.note("Waiting for another build's launch of the same scan, report or import to be confirmed.");
            timers.execute(services.threads().local(), journal::settle);
        }
    }

    private void turnCame() {
        synchronized (this) {
            turn = queued;
        }
        journal.settle();
    }

    private boolean isPauseOver() {
        Duration pause = Duration.between(now(), notBefore);
        boolean over = pause.isZero() || pause.isNegative();
        if (!over) {
            timers.schedule(pause, journal::settle);
        }
        return over;
    }

    private Instant now() {
        return services.clock().instant();
    }
}
