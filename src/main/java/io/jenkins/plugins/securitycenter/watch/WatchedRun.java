package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Outcome;
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
    private static final Duration CLEANUP_WAIT = Duration.ofSeconds(20);

    /** Time until receiving a result is retried. */
    private static final Duration RECEIVE_AGAIN = Duration.ofSeconds(30);

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final RunListener<T> listener;
    private final RunTimers timers;
    private final RunJournal journal;
    private final RunWaits<T> waits;
    private final Polls polls = new Polls();

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
        this.journal = new RunJournal(owner, actions.runs(), listener, local, new Keeper());
        this.waits = new RunWaits<>(services, owner, actions, timers, journal, this::timedOut);
    }

    /** Starts the run, or continues it after a restart, unless it was started already. Returns immediately. */
    public void start() {
        actions.runs().attach(owner.key());
        begin(present().phase() == Phase.NEW ? new RunEvent.Started() : new RunEvent.Restarted(now()));
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
            journal.note(state, true, false);
        }
        happened(event);
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
        happened(new RunEvent.Aborted(now()));
    }

    /** Returns the status of the run for users, for example "scan result 8: Running, 45 %". */
    public String status() {
        return actions.status(present());
    }

    private synchronized RunState present() {
        return state;
    }

    private Instant now() {
        return services.clock().instant();
    }

    private void happened(RunEvent event) {
        if (services.closed()) {
            return;
        }
        synchronized (this) {
            take(event);
        }
        journal.settle();
    }

    /** Handles the outcome of an action, unless the run has moved on and the outcome no longer applies. */
    private void happened(RunAction action, RunEvent event) {
        if (services.closed()) {
            return;
        }
        synchronized (this) {
            if (action != RunAction.POLL) {
                acting = false;
            }
            if (RunTransitions.counts(state, action, event)) {
                take(event);
            }
        }
        journal.settle();
    }

    private void take(RunEvent event) {
        RunState before = event instanceof RunEvent.Restarted ? state.told(false) : state;
        state = RunTransitions.next(state, event);
        boolean told = state.isTold() && !before.isTold() && !(event instanceof RunEvent.Orphaned);
        if (before.outcome() == null && state.outcome() == Outcome.FAILED) {
            failure = event.problem();
        }
        waits.pauseAfter(event, state);
        actions.describe(before, event, state).ifPresent(journal::note);
        journal.note(state, state != before, told);
        if (state.phase() == Phase.CLEANING_UP && before.phase() != Phase.CLEANING_UP) {
            timers.schedule(CLEANUP_WAIT, () -> happened(new RunEvent.Overdue()));
        }
    }

    /** Performs the action that the state requires. The state is stored by now. */
    private void act() {
        RunAction action;
        RunState present;
        synchronized (this) {
            action = RunAction.of(state);
            present = state;
            waits.leave(action, state);
            closeAtTheEnd(action);
            if (services.closed() || acting || !waits.isDue(action, state, polls)) {
                return;
            }
            acting = true;
        }
        timers.execute(actions.calls(), () -> perform(action, present));
    }

    private void closeAtTheEnd(RunAction action) {
        if (action == RunAction.NONE && !acting && !closed) {
            closed = true;
            timers.cancel();
            actions.runs().detach(owner.key());
            actions.close();
        }
    }

    private void timedOut() {
        RunState present = present();
        if (present.outcome() == null) {
            happened(new RunEvent.TimedOut(actions.late(present), now()));
        }
    }

    private void perform(RunAction action, RunState present) {
        RunEvent event;
        try {
            event = actions.perform(action, present, polls);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            event = new RunEvent.Failed(new ScanFailedException("The run was interrupted.", e), true, now());
        } catch (RuntimeException | Error e) {
            event = new RunEvent.Failed(ServerActions.defect(e), true, now());
        }
        happened(action, event);
    }

    private void receive(T reached) {
        RunState present = present();
        if (present.phase() != Phase.WAITING) {
            return;
        }
        Optional<RunEvent> event;
        try {
            event = actions.receive(reached, present, polls, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Exception problem = new ScanFailedException("The run was interrupted.", e);
            event = Optional.of(new RunEvent.Failed(problem, false, now()));
        } catch (RuntimeException | Error e) {
            event = Optional.of(new RunEvent.Failed(ServerActions.defect(e), false, now()));
        }
        event.ifPresentOrElse(
                taken -> happened(RunAction.POLL, taken),
                () -> timers.schedule(
                        RECEIVE_AGAIN, () -> timers.execute(actions.transfers(), () -> receive(reached))));
    }

    private final class Keeper implements RunJournal.Keeper {

        @Override
        public void settled() {
            act();
        }

        @Override
        public void notStored(IOException problem) {
            happened(new RunEvent.Failed(problem, false, now()));
        }

        @Override
        public void tellOutcome(RunState told) {
            T reached;
            Exception problem;
            synchronized (WatchedRun.this) {
                reached = result;
                problem = failure == null ? new ScanFailedException(told.problem()) : failure;
            }
            switch (told.outcome()) {
                case FINISHED -> listener.finished(reached);
                case FAILED -> listener.failed(problem);
                case ABORTED -> listener.aborted();
            }
        }

        @Override
        public void tellDefect(Throwable defect) {
            listener.failed(ServerActions.defect(defect));
        }
    }

    private final class Polls implements RunActions.PollListener<T> {

        @Override
        public void log(String line) {
            journal.note(line);
            journal.settle();
        }

        @Override
        public void reached(T reached) {
            synchronized (WatchedRun.this) {
                if (result != null || state.phase() != Phase.WAITING) {
                    return;
                }
                result = reached;
                waits.reached();
            }
            timers.execute(actions.transfers(), () -> receive(reached));
        }

        @Override
        public void happened(RunEvent event) {
            WatchedRun.this.happened(RunAction.POLL, event);
        }
    }
}
