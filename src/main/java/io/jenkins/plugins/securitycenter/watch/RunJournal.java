package io.jenkins.plugins.securitycenter.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores the states of a run and tells its build, in the order in which they came, one after another and away from the
 * threads that make calls. Thread-safe; no method blocks.
 */
final class RunJournal {

    private static final Logger LOGGER = Logger.getLogger(RunJournal.class.getName());

    /** The run that keeps the journal. */
    interface Keeper {

        /** All that was noted is stored and told. */
        void settled();

        /** A state could not be stored, although what follows from it must not be done then. */
        void notStored(IOException problem);

        /** Tells the outcome of that state. */
        void tellOutcome(RunState told);

        /** Tells that telling the outcome failed. */
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
     * Notes a state.
     *
     * @param changed whether it is to be stored
     * @param outcome whether its outcome is to be told
     */
    synchronized void note(RunState state, boolean changed, boolean outcome) {
        latest = state;
        unsaved |= changed;
        untold |= outcome;
    }

    /** Notes a line for the build log. */
    synchronized void note(String line) {
        lines.add(line);
    }

    /** Stores and tells what was noted, and then calls {@link Keeper#settled}. */
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

    /** The registry first: after a restart every launch that may have been sent is in doubt there from the beginning. */
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

    /** What is not stored must not be sent; what is on the server already is looked after all the same. */
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
