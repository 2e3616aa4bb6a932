package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last lines that a build log shows of a scan. */
public final class ScanEnd {

    private ScanEnd() {}

    /**
     * How the scan ended, what it found and where to see that.
     *
     * @param what ended, as the beginning of a sentence
     * @param page the scan result in SecurityCenter's web interface
     * @param findings their numbers; empty when they are not known
     */
    public static List<String> lines(String what, ScanResult result, URI page, Optional<Totals> findings) {
        List<String> lines = new ArrayList<>();
        lines.add(what + " ended: " + ProgressLog.stage(result.state()) + hosts(result.progress())
                + duration(result.times()));
        findings.ifPresent(totals -> lines.add("Findings: " + totals.total() + " (" + totals.bySeverity() + ")"));
        lines.add("Scan result " + result.id() + ": " + page);
        return lines;
    }

    private static String hosts(ScanProgress progress) {
        return progress.scannedIPs() >= 0 && progress.totalIPs() > 0
                ? ", " + progress.scannedIPs() + " of " + progress.totalIPs() + " hosts scanned"
                : "";
    }

    private static String duration(ScanResult.Times times) {
        return times.started().isPresent() && times.finished().isPresent()
                ? " ("
                        + Elapsed.text(Duration.between(
                                times.started().get(), times.finished().get())) + ")"
                : "";
    }
}
