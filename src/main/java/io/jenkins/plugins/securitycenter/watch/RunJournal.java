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
    interface Callback {

        /** Called when everything recorded so far is stored and reported. */
        void flushed();

        /** Called if a state could not be stored and the action that depends on it must therefore not be performed. */
        void notStored(IOException problem);

        /** Reports the conclusion of that state to the build. */
        void reportConclusion(RunState told);

        /** Reports to the build that reporting the conclusion failed. */
        void reportDefect(Throwable defect);
    }

    private record Batch(RunState state, List<String> lines, boolean unsaved, boolean unreported) {}

    private final RunOwner owner;
    private final ServerRuns runs;
    private final RunListener<?> listener;
    private final Executor executor;
    private final Callback callback;
    private List<String> lines = new ArrayList<>();
    private RunState latest;
    private boolean unsaved;
    private boolean unreported;
    private boolean flushing;

    RunJournal(RunOwner owner, ServerRuns runs, RunListener<?> listener, Executor executor, Callback keeper) {
        this.owner = owner;
        this.runs = runs;
        this.listener = listener;
        this.executor = executor;
        this.callback = keeper;
    }

    /**
     * Records a state.
     *
     * @param changed whether to store it
     * @param concluded whether to report its conclusion to the build
     */
    synchronized void add(RunState state, boolean changed, boolean concluded) {
        latest = state;
        unsaved |= changed;
        unreported |= concluded;
    }

    /** Records a line for the build log. */
    synchronized void add(String line) {
        lines.add(line);
    }

    /** Stores and reports everything recorded so far, then calls {@link Callback#flushed}. */
    void flush() {
        synchronized (this) {
            if (flushing) {
                return;
            }
            flushing = true;
        }
        executor.execute(this::flushNext);
    }

    private synchronized Optional<Batch> nextBatch() {
        if (lines.isEmpty() && !unsaved && !unreported) {
            flushing = false;
            return Optional.empty();
        }
        Batch page = new Batch(latest, lines, unsaved, unreported);
        lines = new ArrayList<>();
        unsaved = false;
        unreported = false;
        return Optional.of(page);
    }

    private void flushNext() {
        Optional<Batch> page = nextBatch();
        if (page.isEmpty()) {
            callback.flushed();
        } else if (page.get().unsaved()) {
            store(page.get());
        } else {
            report(page.get());
        }
    }

    /**
     * Stores the state in the registry before the build, so that after a restart every launch that may have been sent
     * is known there from the start.
     */
    private void store(Batch page) {
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

    private void stored(Batch page, Throwable problem) {
        if (problem instanceof ScanFailedException refused) {
            callback.notStored(refused);
        } else if (problem != null) {
            notStored(page.state(), problem);
        }
        report(page);
    }

    /** Fails the run if the unstored state would send a request. A run that already exists on the server continues. */
    private void notStored(RunState unstored, Throwable problem) {
        if (RunAction.of(unstored).sends()) {
            callback.notStored(
                    new IOException("Could not store the state of the run: " + problem.getMessage(), problem));
        } else {
            LOGGER.log(Level.WARNING, "Could not store the run of build " + owner.build(), problem);
        }
    }

    private void report(Batch page) {
        try {
            page.lines().forEach(listener::log);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not write to the log of build " + owner.build(), e);
        }
        if (page.unreported()) {
            reportConclusion(page.state(), callback::reportConclusion);
        }
        flushNext();
    }

    private void reportConclusion(RunState told, Consumer<RunState> telling) {
        try {
            telling.accept(told);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the outcome of the run to build " + owner.build(), e);
            reportDefect(e);
        }
    }

    private void reportDefect(Throwable defect) {
        try {
            callback.reportDefect(defect);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the failure of the run to build " + owner.build(), e);
        }
    }
}
