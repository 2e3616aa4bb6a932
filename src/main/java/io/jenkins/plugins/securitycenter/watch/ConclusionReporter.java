package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the result or the failure of a run until its conclusion is reported to the build. Thread-safe.
 *
 * @param <T> type of the result
 */
final class ConclusionReporter<T> {

    private final RunListener<T> listener;
    private @Nullable T result;
    private @Nullable Exception failure;

    ConclusionReporter(RunListener<T> listener) {
        this.listener = listener;
    }

    RunListener<T> listener() {
        return listener;
    }

    /** Keeps the result; returns false if there is one already. */
    synchronized boolean keepResult(T reached) {
        boolean first = result == null;
        result = first ? reached : result;
        return first;
    }

    /** Keeps the problem of the event by which the run failed. */
    synchronized void keepFailure(RunState before, RunEvent event, RunState after) {
        if (before.conclusion() == null && after.conclusion() == Conclusion.FAILED) {
            failure = event instanceof RunEvent.Problem known ? known.problem() : null;
        }
    }

    /** Reports the conclusion of that state. */
    void report(RunState state) {
        @Nullable T reached;
        Exception problem;
        synchronized (this) {
            reached = result;
            problem = failure == null ? new ScanFailedException(state.problem()) : failure;
        }
        switch (Objects.requireNonNull(state.conclusion())) {
            case FINISHED -> listener.finished(Objects.requireNonNull(reached));
            case FAILED -> listener.failed(problem);
            case ABORTED -> listener.aborted();
        }
    }

    /** Reports that reporting the conclusion failed. */
    void reportDefect(Throwable defect) {
        listener.failed(ActionFailures.defect(defect));
    }
}
