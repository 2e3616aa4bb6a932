package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A scan, an import or a report that a build launches on a server and waits for. Determines its next state by {@link
 * RunTransitions}, stores it through its {@link RunJournal}, and only then performs the action that the state requires
 * ({@link RunAction}), one at a time. No method blocks, and a waiting run occupies no thread.
 *
 * @param <T> type of the result
 */
public final class WatchedRun<T> {

    /** Maximum time that a build waits for the cleanup of its run. The cleanup itself continues. */
    private static final Duration CLEANUP_WAIT_LIMIT = Duration.ofSeconds(20);

    /** Time until receiving a result is retried. */
    private static final Duration RECEIVE_RETRY_DELAY = Duration.ofSeconds(30);

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final RunListener<T> listener;
    private final RunTimers timers;
    private final RunJournal journal;
    private final RunWaits<T> waits;
    private final PollCallback pollCallback = new PollCallback();

    private RunState state;
    private boolean started;
    private boolean acting;
    private boolean closed;
    private Exception failure;
    private T result;

    WatchedRun(WatchServices services, RunOwner owner, RunActions<T> actions, RunState state, RunListener<T> listener) {
        this.services = services;
        this.owner = owner;
        this.actions = actions;
        this.state = state;
        this.listener = listener;
        this.timers = new RunTimers(services.threads());
        Executor local = task -> timers.execute(services.threads().local(), task);
        this.journal = new RunJournal(owner, actions.runs(), listener, local, new JournalCallback());
        this.waits = new RunWaits<>(services, owner, actions, timers, journal, this::timedOut);
    }

    /** Starts the run, or continues it after a restart, unless it was started already. Returns immediately. */
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

    /** Returns the status of the run for users, for example "scan result 8: Running, 45 %". */
    public String status() {
        return actions.status(currentState());
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
        boolean told = state.isReported() && !before.isReported() && !(event instanceof RunEvent.Orphaned);
        if (before.conclusion() == null && state.conclusion() == Conclusion.FAILED) {
            failure = event.problem();
        }
        waits.pauseAfter(event, state);
        actions.logLine(before, event, state).ifPresent(journal::add);
        journal.add(state, state != before, told);
        if (state.phase() == Phase.CLEANING_UP && before.phase() != Phase.CLEANING_UP) {
            timers.schedule(CLEANUP_WAIT_LIMIT, () -> handle(new RunEvent.CleanupOverdue()));
        }
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
        timers.execute(actions.calls(), () -> perform(action, present));
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

    private void perform(RunAction action, RunState present) {
        RunEvent event;
        try {
            event = actions.perform(action, present, pollCallback);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            event = new RunEvent.Failed(new ScanFailedException("The run was interrupted.", e), true, now());
        } catch (RuntimeException | Error e) {
            event = new RunEvent.Failed(ServerActions.defect(e), true, now());
        }
        handle(action, event);
    }

    private void receive(T reached) {
        RunState present = currentState();
        if (present.phase() != Phase.WAITING) {
            return;
        }
        Optional<RunEvent> event;
        try {
            event = actions.receive(reached, present, pollCallback, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Exception problem = new ScanFailedException("The run was interrupted.", e);
            event = Optional.of(new RunEvent.Failed(problem, false, now()));
        } catch (RuntimeException | Error e) {
            event = Optional.of(new RunEvent.Failed(ServerActions.defect(e), false, now()));
        }
        event.ifPresentOrElse(
                taken -> handle(RunAction.POLL, taken),
                () -> timers.schedule(
                        RECEIVE_RETRY_DELAY, () -> timers.execute(actions.transfers(), () -> receive(reached))));
    }

    private final class JournalCallback implements RunJournal.Callback {

        @Override
        public void flushed() {
            act();
        }

        @Override
        public void notStored(IOException problem) {
            handle(new RunEvent.Failed(problem, false, now()));
        }

        @Override
        public void reportConclusion(RunState told) {
            T reached;
            Exception problem;
            synchronized (WatchedRun.this) {
                reached = result;
                problem = failure == null ? new ScanFailedException(told.problem()) : failure;
            }
            switch (told.conclusion()) {
                case FINISHED -> listener.finished(reached);
                case FAILED -> listener.failed(problem);
                case ABORTED -> listener.aborted();
            }
        }

        @Override
        public void reportDefect(Throwable defect) {
            listener.failed(ServerActions.defect(defect));
        }
    }

    private final class PollCallback implements RunActions.PollListener<T> {

        @Override
        public void log(String line) {
            journal.add(line);
            journal.flush();
        }

        @Override
        public void goalReached(T reached) {
            synchronized (WatchedRun.this) {
                if (result != null || state.phase() != Phase.WAITING) {
                    return;
                }
                result = reached;
                waits.goalReached();
            }
            timers.execute(actions.transfers(), () -> receive(reached));
        }

        @Override
        public void event(RunEvent event) {
            WatchedRun.this.handle(RunAction.POLL, event);
        }
    }
}
