package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores the states of a run and reports them to its build: in order, one at a time, and not on the threads that send
 * requests. Thread-safe; no method blocks.
 */
final class RunJournal {

    private static final Logger LOGGER = Logger.getLogger(RunJournal.class.getName());

    /** The callbacks to the run that owns the journal. */
    interface Keeper {

        /** Called when everything recorded so far is stored and reported. */
        void settled();

        /** Called if a state could not be stored and the action that depends on it must therefore not be performed. */
        void notStored(IOException problem);

        /** Reports the outcome of that state to the build. */
        void tellOutcome(RunState told);

        /** Reports to the build that reporting the outcome failed. */
        void tellDefect(Throwable defect);
    }

    private record Page(RunState state, List<String> lines, boolean unsaved, boolean untold) {}

    private final RunOwner owner;
    private final ServerRuns runs;
    private final RunListener<?> listener;
    private final Executor executor;
    private final Keeper keeper;
    private List<String> lines = new ArrayList<>();
    private RunState latest;
    private boolean unsaved;
    private boolean untold;
    private boolean settling;

    RunJournal(RunOwner owner, ServerRuns runs, RunListener<?> listener, Executor executor, Keeper keeper) {
        this.owner = owner;
        this.runs = runs;
        this.listener = listener;
        this.executor = executor;
        this.keeper = keeper;
    }

    /**
     * Records a state.
     *
     * @param changed whether to store it
     * @param outcome whether to report its outcome to the build
     */
    synchronized void note(RunState state, boolean changed, boolean outcome) {
        latest = state;
        unsaved |= changed;
        untold |= outcome;
    }

    /** Records a line for the build log. */
    synchronized void note(String line) {
        lines.add(line);
    }

    /** Stores and reports everything recorded so far, then calls {@link Keeper#settled}. */
    void settle() {
        synchronized (this) {
            if (settling) {
                return;
            }
            settling = true;
        }
        executor.execute(this::next);
    }

    private synchronized Optional<Page> page() {
        if (lines.isEmpty() && !unsaved && !untold) {
            settling = false;
            return Optional.empty();
        }
        Page page = new Page(latest, lines, unsaved, untold);
        lines = new ArrayList<>();
        unsaved = false;
        untold = false;
        return Optional.of(page);
    }

    private void next() {
        Optional<Page> page = page();
        if (page.isEmpty()) {
            keeper.settled();
        } else if (page.get().unsaved()) {
            store(page.get());
        } else {
            tell(page.get());
        }
    }

    /**
     * Stores the state in the registry before the build, so that after a restart every launch that may have been sent
     * is known there from the start.
     */
    private void store(Page page) {
        Throwable unregistered = register(page.state());
        try {
            listener.saved(page.state())
                    .whenComplete((nothing, problem) ->
                            executor.execute(() -> stored(page, unregistered == null ? problem : unregistered)));
        } catch (RuntimeException | Error e) {
            stored(page, e);
        }
    }

    private Throwable register(RunState state) {
        try {
            runs.put(new RunEntry(owner, state));
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }

    private void stored(Page page, Throwable problem) {
        if (problem instanceof ScanFailedException refused) {
            keeper.notStored(refused);
        } else if (problem != null) {
            notStored(page.state(), problem);
        }
        tell(page);
    }

    /** Fails the run if the unstored state would send a request. A run that already exists on the server continues. */
    private void notStored(RunState unstored, Throwable problem) {
        if (RunAction.of(unstored).sends()) {
            keeper.notStored(new IOException("Could not store the state of the run: " + problem.getMessage(), problem));
        } else {
            LOGGER.log(Level.WARNING, "Could not store the run of build " + owner.build(), problem);
        }
    }

    private void tell(Page page) {
        try {
            page.lines().forEach(listener::log);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not write to the log of build " + owner.build(), e);
        }
        if (page.untold()) {
            tellOutcome(page.state(), keeper::tellOutcome);
        }
        next();
    }

    private void tellOutcome(RunState told, Consumer<RunState> telling) {
        try {
            telling.accept(told);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the outcome of the run to build " + owner.build(), e);
            tellDefect(e);
        }
    }

    private void tellDefect(Throwable defect) {
        try {
            keeper.tellDefect(defect);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the failure of the run to build " + owner.build(), e);
        }
    }
}
