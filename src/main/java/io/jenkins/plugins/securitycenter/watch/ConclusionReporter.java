package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;

/**
 * Keeps the result or the failure of a run until its conclusion is reported to the build. Thread-safe.
 *
 * @param <T> type of the result
 */
final class ConclusionReporter<T> {

    private final RunListener<T> listener;
    private T result;
    private Exception failure;

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
            failure = event.problem();
        }
    }

    /** Reports the conclusion of that state. */
    void report(RunState state) {
        T reached;
        Exception problem;
        synchronized (this) {
            reached = result;
            problem = failure == null ? new ScanFailedException(state.problem()) : failure;
        }
        switch (state.conclusion()) {
            case FINISHED -> listener.finished(reached);
            case FAILED -> listener.failed(problem);
            case ABORTED -> listener.aborted();
        }
    }

    /** Reports that reporting the conclusion failed. */
    void reportDefect(Throwable defect) {
        listener.failed(ActionFailures.defect(defect));
    }
}
