package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.Objects;

/**
 * The parameters of a scan run.
 *
 * @param kind kind of the scan
 * @param scan name or id of the definition
 * @param timeout maximum duration of the scan and its import, counted from the launch; zero for no limit
 * @param stopOnAbort whether to stop the scan on the server if the build is aborted or the timeout expires; always
 *     false for agent scans, which cannot be stopped
 */
public record ScanOptions(ScanKind kind, String scan, WaitFor waitFor, Duration timeout, boolean stopOnAbort) {

    public ScanOptions {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scan);
        Objects.requireNonNull(waitFor);
        TimeLimit.check(timeout);
        stopOnAbort = stopOnAbort && kind != ScanKind.AGENT;
    }

    /** Creates the parameters of an active scan. */
    public ScanOptions(String scan, WaitFor waitFor, Duration timeout, boolean stopOnAbort) {
        this(ScanKind.ACTIVE, scan, waitFor, timeout, stopOnAbort);
    }
}
