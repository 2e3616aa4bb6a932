package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A build that waits for its scan. */
final class WaitingBuild implements RunListener<ScanResult> {

    private final CountDownLatch launched;
    private final CountDownLatch ended;
    private final AtomicInteger failures;
    private boolean waiting;

    /**
     * @param launched counted down when the scan is launched
     * @param ended counted down when the build ends
     * @param failures incremented if the build fails
     */
    WaitingBuild(CountDownLatch launched, CountDownLatch ended, AtomicInteger failures) {
        this.launched = launched;
        this.ended = ended;
        this.failures = failures;
    }

    @Override
    public CompletionStage<Void> saved(RunState state) {
        if (!waiting && state.phase() == RunState.Phase.WAITING) {
            waiting = true;
            launched.countDown();
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void log(String line) {
        // of no interest here
    }

    @Override
    public void finished(ScanResult result) {
        ended.countDown();
    }

    @Override
    public void failed(Exception problem) {
        System.err.println("A build failed: " + problem.getMessage());
        failures.incrementAndGet();
        ended.countDown();
    }

    @Override
    public void aborted() {
        failed(new IllegalStateException("aborted"));
    }
}
