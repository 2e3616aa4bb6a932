package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Formats the final build log lines about a scan. */
public final class ScanSummaryLog {

    private ScanSummaryLog() {}

    /**
     * Returns how the scan ended, what it found, and where to see the result.
     *
     * @param what the scan or import, as the beginning of a sentence
     * @param page URL of the scan result in the web interface of SecurityCenter
     * @param findings finding counts; empty if not known
     */
    static List<String> lines(String what, ScanResult result, URI page, Optional<Totals> findings) {
        List<String> lines = new ArrayList<>();
        lines.add(what + " ended: " + result.state().text() + hosts(result.progress()) + duration(result.times()));
        findings.ifPresent(
                totals -> lines.add("Findings: " + Digits.grouped(totals.total()) + " (" + totals.bySeverity() + ")"));
        lines.add("Scan result " + result.id() + ": " + page);
        return lines;
    }

    /**
     * Logs the final lines about a scan. Reading the finding counts takes one short request, and another one if there
     * are no findings.
     */
    public static void log(String what, SecurityCenter server, ScanResult result, Consumer<String> log)
            throws InterruptedException {
        if (!result.state().scanEnded()) {
            return;
        }
        Optional<Totals> findings = findings(server, result, log);
        if (findings.map(Totals::total).orElse(0L) == 0 && reachedNothing(server, result)) {
            log.accept("No host was scanned in scan result " + result.id()
                    + ", so it is unknown whether there are vulnerabilities.");
        }
        lines(what, result, server.endpoint().pageOfScanResult(result.id()), findings)
                .forEach(log);
    }

    /** Logs the final lines about a scan without the finding counts, so without requests. */
    public static void logEnd(String what, Endpoint server, ScanResult result, Consumer<String> log) {
        if (result.state().scanEnded()) {
            lines(what, result, server.pageOfScanResult(result.id()), Optional.empty())
                    .forEach(log);
        }
    }

    private static boolean reachedNothing(SecurityCenter server, ScanResult result) throws InterruptedException {
        try {
            return new ScanResults(server).coverage(result.id()).reachedNothing();
        } catch (SecurityCenterException e) {
            return false;
        }
    }

    private static Optional<Totals> findings(SecurityCenter server, ScanResult result, Consumer<String> log)
            throws InterruptedException {
        if (!result.state().imported()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Analysis(server).presentTotals(AnalysisQuery.ofScanResult(result.id())));
        } catch (SecurityCenterException e) {
            log.accept(
                    e instanceof ErrorResponseException error && error.dataMissing(result.id())
                            ? "Could not read any findings: there are none, or the server is not ready yet."
                            : "Could not read the finding counts: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Returns why a scan that ended is incomplete, as the predicate of a sentence; empty if it is complete.
     *
     * @param waitFor state that the scan was to reach
     */
    public static Optional<String> shortfall(ScanResult result, WaitFor waitFor) {
        ScanState state = result.state();
        if (state.partial()) {
            String word = state.status().equalsIgnoreCase("partial")
                    ? "is partial"
                    : "ended with status \"" + state.status() + "\", which counts as partial";
            return Optional.of(word + addresses(result.progress()) + ".");
        }
        return waitFor == WaitFor.IMPORTED && !state.imported()
                ? Optional.of("ended with status \"" + state.status() + "\", but nothing was imported.")
                : Optional.empty();
    }

    private static String addresses(ScanProgress progress) {
        return progress.totalIPs() < 0
                ? ""
                : ": " + Digits.grouped(progress.scannedIPs()) + " of " + Digits.grouped(progress.totalIPs())
                        + " addresses were scanned";
    }

    private static String hosts(ScanProgress progress) {
        return progress.scannedIPs() >= 0 && progress.totalIPs() > 0
                ? ", " + Digits.grouped(progress.scannedIPs()) + " of " + Digits.grouped(progress.totalIPs())
                        + " addresses scanned"
                : "";
    }

    private static String duration(ScanResult.Times times) {
        return times.started().isPresent() && times.finished().isPresent()
                ? " ("
                        + DurationFormat.text(Duration.between(
                                times.started().get(), times.finished().get())) + ")"
                : "";
    }
}
