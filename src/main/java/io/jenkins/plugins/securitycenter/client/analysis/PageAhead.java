package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests the next page while the rows of the present one are processed. There is never more than one request, and
 * never more than one page ahead. A failure is thrown when the page is taken. Not thread-safe.
 */
final class PageAhead implements AutoCloseable {

    /** Requests the next page. */
    @FunctionalInterface
    interface NextPage {
        AnalysisPage load() throws SecurityCenterException, InterruptedException;
    }

    private final NextPage source;
    private @Nullable ExecutorService thread;
    private @Nullable Future<AnalysisPage> next;

    PageAhead(NextPage source) {
        this.source = source;
    }

    /** Starts to request the next page; must be taken before the page after it is requested. */
    void request() {
        ExecutorService started = thread;
        if (started == null) {
            started = Executors.newSingleThreadExecutor(PageAhead::thread);
            thread = started;
        }
        next = started.submit(source::load);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "SecurityCenter page", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the next page, which is requested now if it was not before. */
    AnalysisPage take() throws SecurityCenterException, InterruptedException {
        Future<AnalysisPage> requested = next;
        if (requested == null) {
            return source.load();
        }
        next = null;
        // get() does not notice it if the page has arrived
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return requested.get();
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        }
    }

    private static SecurityCenterException rethrown(Throwable cause) throws InterruptedException {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException interruption) {
            throw interruption;
        }
        return (SecurityCenterException) cause;
    }

    /** Ends the request of a page that was not taken, and waits until it has ended. */
    @Override
    public void close() {
        ExecutorService started = thread;
        if (started == null) {
            return;
        }
        started.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = started.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
