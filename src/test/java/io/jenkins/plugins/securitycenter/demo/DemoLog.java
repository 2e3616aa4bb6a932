package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Prints what a build log would show, and waits for the end of a scan. */
final class DemoLog implements RunListener<ScanResult> {

    private final PrintStream out;
    private final CompletableFuture<ScanResult> result = new CompletableFuture<>();

    DemoLog(PrintStream out) {
        this.out = out;
    }

    CompletableFuture<ScanResult> result() {
        return result;
    }

    @Override
    public CompletionStage<Void> saved(RunState state) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void log(String line) {
        out.println("[SecurityCenter] " + line);
    }

    @Override
    public void finished(ScanResult scanResult) {
        result.complete(scanResult);
    }

    @Override
    public void aborted() {
        result.cancel(false);
    }

    @Override
    public void failed(Exception problem) {
        result.completeExceptionally(problem);
    }
}
