package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Outcome;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something that a build launches on a server and waits for: a scan, an import or a report. It turns events into states
 * by {@link RunTransitions}, stores each state, and only then does what the state asks for ({@link RunAction}), one
 * action at a time. No method blocks, and while it waits it holds no thread.
 *
 * @param <T> what the run waits for
 */
public final class WatchedRun<T> {

    private static final Logger LOGGER = Logger.getLogger(WatchedRun.class.getName());

    /** How long a build waits for the clean-up of its run; the clean-up itself goes on. */
    private static final Duration CLEANUP_WAIT = Duration.ofSeconds(20);

    /** How soon a result that cannot be taken over yet is tried again. */
    private static final Duration RECEIVE_AGAIN = Duration.ofSeconds(30);

    /** So that what was reached while Jenkins was down counts, although the time is up meanwhile. */
    private static final Duration FIRST_POLL = Duration.ofSeconds(5);

    private final WatchServices services;
    private final RunOwner owner;
    private final RunActions<T> actions;
    private final RunListener<T> listener;
    private final Polls polls = new Polls();

    private RunState state;
    private boolean started;
    private List<String> lines = new ArrayList<>();
    private boolean unsaved;
    private boolean untold;
    private boolean settling;
    private boolean acting;
    private boolean queued;
    private boolean turn;
    private boolean polling;
    private boolean timed;
    private boolean closed;
    private Instant notBefore = Instant.EPOCH;
    private Exception failure;
    private volatile T result;

    WatchedRun(WatchServices services, RunOwner owner, RunActions<T> actions, RunState state, RunListener<T> listener) {
        this.services = services;
        this.owner = owner;
        this.actions = actions;
        this.state = state;
        this.listener = listener;
    }

    /** Begins, or goes on after a restart; returns at once. */
    public void start() {
        begin(present().phase() == Phase.NEW ? new RunEvent.Started() : new RunEvent.Restarted(now()));
    }

    /** Ends a run that no build waits for, unless somebody looks after it; returns at once. */
    void cleanUp() {
        if (actions.runs().attach(owner.key())) {
            begin(new RunEvent.Orphaned(now()));
        }
    }

    private void begin(RunEvent event) {
        actions.runs().attach(owner.key());
        synchronized (this) {
            started = true;
            unsaved = true;
        }
        happened(event);
    }

    /**
     * Ends the run: what was ordered for this case is done on the server, and {@link RunListener#aborted} is called
     * then, or earlier when that takes long. A run that was not started, as it was to go on after a restart, is ended
     * too.
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

    /** Where the run stands, for people: "scan result 8: Running, 45 %". */
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
        synchronized (this) {
            RunState before = event instanceof RunEvent.Restarted ? state.told(false) : state;
            RunState after = RunTransitions.next(state, event);
            state = after;
            unsaved |= after != before;
            untold |= after.isTold() && !before.isTold() && !(event instanceof RunEvent.Orphaned);
            notBefore = RunTransitions.repeats(event) ? now().plus(RunTransitions.pause(after, now())) : Instant.EPOCH;
            if (before.outcome() == null && after.outcome() == Outcome.FAILED) {
                failure = event.problem();
            }
            actions.describe(before, event, after).ifPresent(lines::add);
            if (after.phase() == Phase.CLEANING_UP && before.phase() != Phase.CLEANING_UP) {
                schedule(CLEANUP_WAIT, () -> happened(new RunEvent.Overdue()));
            }
        }
        settle();
    }

    /** Stores and tells what is new, and then does what the state asks for. */
    private void settle() {
        synchronized (this) {
            if (settling) {
                return;
            }
            settling = true;
        }
        execute(services.threads().local(), this::settleNext);
    }

    private record News(RunState state, List<String> lines, boolean unsaved, boolean untold) {}

    private synchronized Optional<News> news() {
        if (services.closed() || lines.isEmpty() && !unsaved && !untold) {
            settling = false;
            return Optional.empty();
        }
        News news = new News(state, lines, unsaved, untold);
        lines = new ArrayList<>();
        unsaved = false;
        untold = false;
        return Optional.of(news);
    }

    private void settleNext() {
        Optional<News> news = news();
        if (news.isEmpty()) {
            act();
            return;
        }
        News next = news.get();
        if (next.unsaved()) {
            store(next);
        } else {
            tell(next);
        }
    }

    private void store(News news) {
        try {
            listener.saved(news.state())
                    .whenComplete(
                            (nothing, problem) -> execute(services.threads().local(), () -> register(news, problem)));
        } catch (RuntimeException | Error e) {
            register(news, e);
        }
    }

    private void register(News news, Throwable problem) {
        try {
            if (problem != null) {
                throw new IOException("The state of the step could not be stored: " + problem.getMessage(), problem);
            }
            actions.runs().put(new RunEntry(owner, news.state()));
        } catch (IOException e) {
            notStored(news.state(), e);
        } catch (RuntimeException | Error e) {
            notStored(news.state(), new IOException("The state of the step could not be stored: " + e, e));
        }
        tell(news);
    }

    /** What is not stored must not be sent; what is on the server already is looked after all the same. */
    private void notStored(RunState unstored, IOException problem) {
        boolean sends = unstored.phase() == Phase.CREATING || unstored.phase() == Phase.LAUNCHING;
        if (sends || problem instanceof ScanFailedException) {
            happened(new RunEvent.Failed(problem, false, now()));
        } else {
            LOGGER.log(Level.WARNING, "The run of " + owner.build() + " could not be stored", problem);
        }
    }

    private void tell(News news) {
        try {
            news.lines().forEach(listener::log);
            if (news.untold()) {
                tellOutcome(news.state());
            }
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "The outcome of a run of " + owner.build() + " could not be handled", e);
            tellFailure(news, e);
        }
        settleNext();
    }

    private void tellOutcome(RunState told) {
        switch (told.outcome()) {
            case FINISHED -> listener.finished(result);
            case ABORTED -> listener.aborted();
            case FAILED -> {
                Exception known = failure;
                listener.failed(known == null ? new ScanFailedException(told.problem()) : known);
            }
        }
    }

    private void tellFailure(News news, Throwable cause) {
        if (!news.untold()) {
            return;
        }
        try {
            listener.failed(ServerActions.defect(cause));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "The build " + owner.build() + " could not be told that its run failed", e);
        }
    }

    private void act() {
        RunAction action;
        RunState present;
        synchronized (this) {
            action = RunAction.of(state);
            present = state;
            leaveWhatIsOver(action);
            if (services.closed() || acting || !due(action)) {
                return;
            }
            acting = true;
        }
        execute(actions.calls(), () -> perform(action, present));
    }

    /** Ends the polls and gives up the turn when the state needs them no more, and the connection at the end. */
    private void leaveWhatIsOver(RunAction action) {
        if (polling && action != RunAction.POLL) {
            polling = false;
            actions.stopPolling();
        }
        if (queued && action != RunAction.TAKE_TURN && !state.inDoubt()) {
            queued = false;
            turn = false;
            actions.runs().leaveTurn(owner.key());
        }
        if (action == RunAction.NONE && !acting && !closed) {
            closed = true;
            actions.runs().detach(owner.key());
            actions.close();
        }
        if (!timed && !actions.timeout().isZero() && (state.phase() == Phase.WAITING || state.inDoubt())) {
            timed = true;
            Duration left = Duration.between(now(), state.startedAt().plus(actions.timeout()));
            schedule(left.compareTo(FIRST_POLL) < 0 ? FIRST_POLL : left, this::timedOut);
        }
    }

    private void timedOut() {
        RunState present = present();
        if (present.outcome() == null) {
            happened(new RunEvent.TimedOut(actions.late(present), now()));
        }
    }

    /** Whether the action is to be performed now; what has to be waited for is begun or planned. */
    private boolean due(RunAction action) {
        if (action == RunAction.NONE) {
            return false;
        }
        if (action == RunAction.POLL) {
            if (!polling && result == null) {
                polling = true;
                actions.startPolling(state, polls);
            }
            return false;
        }
        if (action == RunAction.TAKE_TURN && !turn) {
            queue();
            return false;
        }
        Duration pause = Duration.between(now(), notBefore);
        if (pause.isZero() || pause.isNegative()) {
            return true;
        }
        schedule(pause, this::act);
        return false;
    }

    private void queue() {
        if (!queued) {
            queued = true;
            boolean granted = actions.runs()
                    .takeTurn(
                            new RunEntry(owner, state),
                            () -> execute(services.threads().local(), this::turnCame));
            if (!granted) {
                lines.add("Waiting for another build whose launch of the same is under way or in doubt.");
                execute(services.threads().local(), this::settle);
            }
        }
    }

    private void turnCame() {
        synchronized (this) {
            turn = queued;
        }
        act();
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
        synchronized (this) {
            acting = false;
        }
        happened(event);
    }

    private void receive(T reached) {
        Optional<RunEvent> event;
        RunState present = present();
        if (present.phase() != Phase.WAITING) {
            return;
        }
        try {
            event = actions.receive(reached, present, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            event = Optional.of(
                    new RunEvent.Failed(new ScanFailedException("The run was interrupted.", e), false, now()));
        } catch (RuntimeException | Error e) {
            event = Optional.of(new RunEvent.Failed(ServerActions.defect(e), false, now()));
        }
        event.ifPresentOrElse(
                this::happened,
                () -> schedule(RECEIVE_AGAIN, () -> execute(actions.transfers(), () -> receive(reached))));
    }

    private void schedule(Duration delay, Runnable task) {
        Executor local = services.threads().local();
        try {
            services.threads()
                    .scheduler()
                    .schedule(() -> execute(local, task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is going down; the run goes on after the restart", e);
        }
    }

    private void execute(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is going down; the run goes on after the restart", e);
        }
    }

    private final class Polls implements RunActions.PollListener<T> {

        @Override
        public void log(String line) {
            synchronized (WatchedRun.this) {
                lines.add(line);
            }
            settle();
        }

        @Override
        public void reached(T reached) {
            synchronized (WatchedRun.this) {
                if (result != null || state.phase() != Phase.WAITING) {
                    return;
                }
                result = reached;
                polling = false;
                actions.stopPolling();
            }
            execute(actions.transfers(), () -> receive(reached));
        }

        @Override
        public void happened(RunEvent event) {
            WatchedRun.this.happened(event);
        }
    }
}
