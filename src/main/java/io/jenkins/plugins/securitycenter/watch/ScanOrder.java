package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanKind;
import java.time.Duration;
import java.util.Objects;

/**
 * What a build wants of a scan.
 *
 * @param kind of the scan
 * @param scan name or id of the definition
 * @param timeout how long the scan and its import may take from the launch; zero for no limit
 * @param stopOnAbort whether the scan is stopped on the server when the build is aborted or the time is up; never for
 *     agent scans, which cannot be stopped
 */
public record ScanOrder(ScanKind kind, String scan, WaitFor waitFor, Duration timeout, boolean stopOnAbort) {

    public ScanOrder {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scan);
        Objects.requireNonNull(waitFor);
        TimeLimit.check(timeout);
        stopOnAbort = stopOnAbort && kind != ScanKind.AGENT;
    }

    /** The order of an active scan. */
    public ScanOrder(String scan, WaitFor waitFor, Duration timeout, boolean stopOnAbort) {
        this(ScanKind.ACTIVE, scan, waitFor, timeout, stopOnAbort);
    }
}
