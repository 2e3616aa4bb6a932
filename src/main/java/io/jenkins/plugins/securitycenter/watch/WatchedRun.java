package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * A scan, an import or a report that a build launches on a server and waits for. Determines its next state by {@link
 * RunTransitions}, stores it through its {@link RunJournal}, and only then performs the action that the state requires
 * ({@link RunAction}), one at a time. No method blocks, and a waiting run occupies no thread.
 *
 * @param <T> type of the result
 */
public final class WatchedRun<T> implements RunControl {

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final ActionExecutor<T> executor;
    private final ConclusionReporter<T> conclusions;
    private final RunTimers timers;
    private final RunJournal journal;
    private final RunWaits<T> waits;
    private final PollCallback pollCallback = new PollCallback();

    private RunState state;
    private boolean started;
    private boolean acting;
    private boolean closed;

    WatchedRun(WatchServices services, RunOwner owner, RunActions<T> actions, RunState state, RunListener<T> listener) {
        this.services = services;
        this.owner = owner;
        this.actions = actions;
        this.state = state;
        this.timers = new RunTimers(services.threads());
        this.executor = new ActionExecutor<>(actions, listener, timers, services.clock());
        this.conclusions = new ConclusionReporter<>(listener);
        Executor local = task -> timers.execute(services.threads().local(), task);
        this.journal = new RunJournal(owner, actions.runs(), conclusions, local, this::act, this::notStored);
        this.waits = new RunWaits<>(
                services, owner, actions, timers, journal, this::timedOut, () -> handle(new RunEvent.CleanupOverdue()));
    }

    @Override
    public void start() {
        actions.runs().attach(owner.key());
        begin(currentState().phase() == Phase.NEW ? new RunEvent.Started() : new RunEvent.Restarted(now()));
    }

    /** Ends a run that no build waits for, unless it is already managed. Returns immediately. */
    void cleanUp() {
        if (actions.runs().attach(owner.key())) {
            begin(new RunEvent.Orphaned(now()));
        }
    }

    private void begin(RunEvent event) {
        synchronized (this) {
            if (started) {
                return;
            }
            started = true;
            journal.add(state, true, false);
        }
        handle(event);
    }

    /**
     * Aborts the run. The cleanup that the build requested is performed on the server, then {@link RunListener#aborted}
     * is called, or earlier if the cleanup takes long. A run that was to continue after a restart but was not started
     * is aborted too.
     */
    @Override
    public void abort() {
        boolean first;
        synchronized (this) {
            first = !started;
        }
        if (first) {
            start();
        }
        handle(new RunEvent.Aborted(now()));
    }

    @Override
    public String status() {
        return actions.status(currentState());
    }

    /** Returns the number of the run among those of a {@link RunSequence}, from 0. */
    int part() {
        return currentState().part();
    }

    private synchronized RunState currentState() {
        return state;
    }

    private Instant now() {
        return services.clock().instant();
    }

    private void handle(RunEvent event) {
        if (services.closed()) {
            return;
        }
        synchronized (this) {
            apply(event);
        }
        journal.flush();
    }

    /** Handles the result of an action, unless the run has moved on and the result no longer applies. */
    private void handle(RunAction action, RunEvent event) {
        if (services.closed()) {
            return;
        }
        synchronized (this) {
            if (action != RunAction.POLL) {
                acting = false;
            }
            if (RunTransitions.applies(state, action, event)) {
                apply(event);
            }
        }
        journal.flush();
    }

    private void apply(RunEvent event) {
        RunState before = event instanceof RunEvent.Restarted ? state.reported(false) : state;
        state = RunTransitions.next(state, event);
        boolean newlyReported = state.isReported() && !before.isReported() && !(event instanceof RunEvent.Orphaned);
        conclusions.keepFailure(before, event, state);
        waits.update(before, event, state);
        actions.logLine(before, event, state).ifPresent(journal::add);
        journal.add(state, state != before, newlyReported);
    }

    /** Performs the action that the state requires. The state is stored by now. */
    private void act() {
        RunAction action;
        RunState present;
        synchronized (this) {
            action = RunAction.of(state);
            present = state;
            waits.release(action, state);
            closeIfEnded(action);
            if (services.closed() || acting || !waits.isDue(action, state, pollCallback)) {
                return;
            }
            acting = true;
        }
        executor.perform(action, present, pollCallback, event -> handle(action, event));
    }

    private void closeIfEnded(RunAction action) {
        if (action == RunAction.NONE && !acting && !closed) {
            closed = true;
            timers.cancel();
            actions.runs().detach(owner.key());
            actions.close();
        }
    }

    private void timedOut() {
        RunState present = currentState();
        if (present.conclusion() == null) {
            handle(new RunEvent.TimedOut(actions.timeoutFailure(present), now()));
        }
    }

    private void notStored(IOException problem) {
        handle(new RunEvent.Failed(problem, false, now()));
    }

    private final class PollCallback implements RunActions.PollListener<T> {

        @Override
        public void log(String line) {
            journal.add(line);
            journal.flush();
        }

        @Override
        public void polled(T result) {
            conclusions.listener().polled(result, currentState().startedAt());
        }

        @Override
        public void goalReached(T reached) {
            synchronized (WatchedRun.this) {
                if (state.phase() != Phase.WAITING || !conclusions.keepResult(reached)) {
                    return;
                }
                waits.goalReached();
            }
            executor.receive(reached, WatchedRun.this::currentState, this, this::event);
        }

        @Override
        public void event(RunEvent event) {
            handle(RunAction.POLL, event);
        }
    }
}
