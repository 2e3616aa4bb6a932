package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.result.RunningScans;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.result.view.RunningScan;
import java.time.Duration;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Shows a scan on the page of its build until it ends. Thread-safe. */
@Restricted(NoExternalUse.class)
public final class ScanProgress {

    private final TaskContext site;
    private final Endpoint server;
    private RunningScan shown;
    private boolean over;

    /** @param scan the scan as the step names it */
    public ScanProgress(TaskContext site, String scan) {
        this.site = site;
        server = site.endpoint();
        shown = RunningScan.of(scan, server.name(), ScanResultAction.usual(site.run(), server.name(), scan));
    }

    /** Shows the scan unless it has ended. */
    public synchronized void show() {
        if (!over) {
            RunningScans.get().put(site.run(), site.key(), shown);
        }
    }

    /** Shows what was polled. */
    public synchronized void polled(ScanResult result, Instant launched) {
        shown = shown.polled(
                result, launched, server.pageOfScanResult(result.id()).toString());
        show();
    }

    /** Returns the time since the launch. */
    synchronized Duration elapsed() {
        return shown.elapsed(Instant.now());
    }

    /** Removes the scan from the page. */
    public synchronized void end() {
        over = true;
        RunningScans.get().remove(site.run(), site.key());
    }
}
