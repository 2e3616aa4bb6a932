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
import org.jspecify.annotations.Nullable;

/**
 * Stores the states of a run and reports them to its build: in order, one at a time, and not on the threads that send
 * requests. Thread-safe; no method blocks.
 */
final class RunJournal {

    private static final Logger LOGGER = Logger.getLogger(RunJournal.class.getName());

    private record Batch(RunState state, List<String> lines, boolean unsaved, boolean unreported) {}

    private final RunOwner owner;
    private final ServerRuns runs;
    private final ConclusionReporter<?> conclusions;
    private final Executor executor;
    private final Runnable flushed;
    private final Consumer<IOException> failed;
    private List<String> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before there is anything to store or to report
    private RunState latest;

    private boolean unsaved;
    private boolean unreported;
    private boolean flushing;

    /**
     * @param flushed called when everything recorded so far is stored and reported
     * @param failed called if a state could not be stored and the action that depends on it must not be performed
     */
    RunJournal(
            RunOwner owner,
            ServerRuns runs,
            ConclusionReporter<?> conclusions,
            Executor executor,
            Runnable flushed,
            Consumer<IOException> failed) {
        this.owner = owner;
        this.runs = runs;
        this.conclusions = conclusions;
        this.executor = executor;
        this.flushed = flushed;
        this.failed = failed;
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

    /** Stores and reports everything recorded so far, then calls back. */
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
        Batch batch = new Batch(latest, lines, unsaved, unreported);
        lines = new ArrayList<>();
        unsaved = false;
        unreported = false;
        return Optional.of(batch);
    }

    private void flushNext() {
        Optional<Batch> batch = nextBatch();
        if (batch.isEmpty()) {
            flushed.run();
        } else if (batch.get().unsaved()) {
            store(batch.get());
        } else {
            report(batch.get());
        }
    }

    /**
     * Stores the state in the registry before the build, so that after a restart every launch that may have been sent
     * is known there from the start.
     */
    private void store(Batch batch) {
        Throwable unregistered = register(batch.state());
        try {
            conclusions
                    .listener()
                    .saved(batch.state())
                    .whenComplete((nothing, problem) ->
                            executor.execute(() -> stored(batch, unregistered == null ? problem : unregistered)));
        } catch (RuntimeException | Error e) {
            stored(batch, e);
        }
    }

    private @Nullable Throwable register(RunState state) {
        try {
            runs.put(new RunEntry(owner, state));
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }

    private void stored(Batch batch, Throwable problem) {
        if (problem instanceof ScanFailedException refused) {
            failed.accept(refused);
        } else if (problem != null) {
            notStored(batch.state(), problem);
        }
        report(batch);
    }

    /** Fails the run if the unstored state would send a request. A run that already exists on the server continues. */
    private void notStored(RunState unstored, Throwable problem) {
        if (RunAction.of(unstored).sends()) {
            failed.accept(new IOException("Could not store the state of the run: " + problem.getMessage(), problem));
        } else {
            LOGGER.log(Level.WARNING, "Could not store the run of build " + owner.build(), problem);
        }
    }

    private void report(Batch batch) {
        try {
            batch.lines().forEach(conclusions.listener()::log);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Could not write to the log of build " + owner.build(), e);
        }
        if (batch.unreported()) {
            reportConclusion(batch.state());
        }
        flushNext();
    }

    private void reportConclusion(RunState concluded) {
        try {
            conclusions.report(concluded);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the outcome of the run to build " + owner.build(), e);
            reportDefect(e);
        }
    }

    private void reportDefect(Throwable defect) {
        try {
            conclusions.reportDefect(defect);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, "Could not report the failure of the run to build " + owner.build(), e);
        }
    }
}
