package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.Events;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/** Prints what a build log would show, and waits for the end of a scan. */
final class DemoLog implements Events {

    private final PrintStream out;
    private final CompletableFuture<ScanResult> result = new CompletableFuture<>();

    DemoLog(PrintStream out) {
        this.out = out;
    }

    CompletableFuture<ScanResult> result() {
        return result;
    }

    @Override
    public void saved(RunState state) {
        // There is no restart to survive.
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
    public void failed(Exception problem) {
        result.completeExceptionally(problem);
    }
}
