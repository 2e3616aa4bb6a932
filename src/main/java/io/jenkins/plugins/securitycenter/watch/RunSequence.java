package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs that a build performs one after another. Each one starts when the one before has finished, and the first failure
 * ends the sequence. The build stores the state of the current run, which contains its number, so that the sequence
 * continues there after a restart.
 *
 * @param <T> type of the results
 */
public final class RunSequence<T> implements RunControl {

    /** Creates the runs; {@link RunState#part()} says which one. */
    @FunctionalInterface
    public interface Runs<T> {
        WatchedRun<T> create(RunState state, RunListener<T> listener) throws IOException;
    }

    private final int parts;
    private final Runs<T> runs;
    private final IntFunction<? extends RunListener<T>> listeners;
    private WatchedRun<T> current;
    private boolean aborted;

    /**
     * Creates the sequence and its current run.
     *
     * @param parts the number of runs
     * @param state the state before the first run, or the last one that was stored before a restart
     * @param listeners returns the listener of a run; {@link RunListener#finished} is called for the last run only
     */
    public RunSequence(int parts, Runs<T> runs, RunState state, IntFunction<? extends RunListener<T>> listeners)
            throws IOException {
        this.parts = parts;
        this.runs = runs;
        this.listeners = listeners;
        current = create(state);
    }

    private WatchedRun<T> create(RunState state) throws IOException {
        return runs.create(state, new PartListener(listeners.apply(state.part()), state.part()));
    }

    private synchronized WatchedRun<T> current() {
        return current;
    }

    @Override
    public void start() {
        current().start();
    }

    @Override
    public void abort() {
        WatchedRun<T> present;
        synchronized (this) {
            aborted = true;
            present = current;
        }
        present.abort();
    }

    @Override
    public String status() {
        WatchedRun<T> present = current();
        int part = present.part() + 1;
        return parts == 1 ? present.status() : "scan " + part + " of " + parts + ": " + present.status();
    }

    private void continueAfter(int part, RunListener<T> listener) {
        WatchedRun<T> next;
        try {
            next = next(part);
        } catch (IOException e) {
            listener.failed(e);
            return;
        }
        if (next == null) {
            listener.aborted();
        } else {
            next.start();
        }
    }

    private synchronized @Nullable WatchedRun<T> next(int part) throws IOException {
        if (aborted) {
            return null;
        }
        current = create(RunState.initial(part + 1));
        return current;
    }

    private final class PartListener implements RunListener<T> {

        private final RunListener<T> listener;
        private final int part;

        PartListener(RunListener<T> listener, int part) {
            this.listener = listener;
            this.part = part;
        }

        @Override
        public CompletionStage<Void> saved(RunState state) {
            return listener.saved(state);
        }

        @Override
        public void log(String line) {
            listener.log(line);
        }

        @Override
        public void polled(T result, Instant launched) {
            listener.polled(result, launched);
        }

        @Override
        public void receive(SecurityCenter server, T result, Consumer<String> log)
                throws IOException, InterruptedException {
            listener.receive(server, result, log);
        }

        @Override
        public void finished(T result) {
            if (part + 1 < parts) {
                continueAfter(part, listener);
            } else {
                listener.finished(result);
            }
        }

        @Override
        public void failed(Exception problem) {
            listener.failed(problem);
        }

        @Override
        public void aborted() {
            listener.aborted();
        }
    }
}
