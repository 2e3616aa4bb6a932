package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tracks a scan or an import and decides when it has reached the state that the build waits for. */
public final class ScanTracker implements Tracker<ScanResult> {

    /** Maximum time between the end of a scan and the start of its import. */
    static final Duration IMPORT_GRACE = Duration.ofMinutes(2);

    private final Endpoint endpoint;
    private final String subject;
    private final WaitFor waitFor;
    private final ScanProgressLog progress;
    private final UnknownStatusLog unknownWords = new UnknownStatusLog();
    /** The ID of the scan definition; empty if results do not name it. */
    private String definition = "";
    /** The ID of the repository of an import; empty for scans. */
    private String repository = "";

    private @Nullable Instant endedSince;

    /**
     * @param subject the scan or import with its name, as the beginning of a sentence
     * @param launched when the launch was sent
     */
    public ScanTracker(Endpoint endpoint, String subject, WaitFor waitFor, Instant launched) {
        this.subject = subject;
        this.endpoint = endpoint;
        this.waitFor = waitFor;
        this.progress = new ScanProgressLog(launched);
    }

    /**
     * Expects the results of that definition only. An administrator can replace the server during the wait, and the new one
     * may have a result with the same ID.
     */
    public ScanTracker ofDefinition(String id) {
        definition = id;
        return this;
    }

    /** Expects only results of imports into that repository, for the same reason. */
    public ScanTracker ofImportInto(String id) {
        repository = id;
        return this;
    }

    @Override
    public String describe(ScanResult result) {
        return "scan result " + result.id() + ": " + progress.describe(result);
    }

    @Override
    public List<String> lines(ScanResult result, Instant now) {
        List<String> lines = new ArrayList<>();
        progress.line(result, now).ifPresent(lines::add);
        ScanState scan = result.state();
        String object = "scan result " + result.id();
        if (!scan.known()) {
            unknownWords.first("Status", scan.status(), object).ifPresent(lines::add);
        }
        if (!scan.importKnown()) {
            unknownWords.first("Import status", scan.importStatus(), object).ifPresent(lines::add);
        }
        if (waitFor == WaitFor.IMPORTED && importNeverCame(scan, now)) {
            lines.add("Nothing was imported: no import started within " + DurationFormat.text(IMPORT_GRACE)
                    + " after scan result " + result.id() + " ended.");
        }
        return lines;
    }

    /**
     * @throws ScanFailedException if the scan or its import failed, if nothing was imported although the build waits for
     *     the import, or if the result is that of another scan or import
     */
    @Override
    public boolean reached(ScanResult result, Instant now) throws ScanFailedException {
        checkDefinition(result);
        checkRepository(result);
        ScanState scan = result.state();
        if (scan.failed()) {
            throw failed("ended with status \"" + scan.status() + "\"", result);
        }
        if (waitFor == WaitFor.IMPORTED && importFailed(result)) {
            throw failed("was not imported (import status \"" + scan.importStatus() + "\")", result);
        }
        if (waitFor.reachedBy(scan)) {
            return true;
        }
        boolean withoutImport = importNeverCame(scan, now);
        if (withoutImport && waitFor == WaitFor.IMPORTED && !mayBeEmpty(result)) {
            throw failed("ended with status \"" + scan.status() + "\", and nothing was imported", result);
        }
        return withoutImport;
    }

    private void checkDefinition(ScanResult result) throws ScanFailedException {
        Optional<String> other =
                result.scan().map(ResourceReference::id).filter(id -> !definition.isEmpty() && !id.equals(definition));
        if (other.isPresent()) {
            throw new ScanFailedException(
                    subject + " on SecurityCenter \"" + endpoint.name() + "\" has ID " + definition
                            + ", but scan result " + result.id() + " belongs to the scan with ID " + other.get()
                            + "; the server was probably replaced while the build waited. See "
                            + endpoint.pageOfScanResult(result.id()));
        }
    }

    private void checkRepository(ScanResult result) throws ScanFailedException {
        Optional<String> other = result.repository().map(ResourceReference::id).filter(id -> !id.equals(repository));
        if (!repository.isEmpty() && (other.isPresent() || result.scan().isPresent())) {
            throw new ScanFailedException(subject + " on SecurityCenter \"" + endpoint.name()
                    + "\" is an import into the repository with ID " + repository + ", but scan result " + result.id()
                    + " is not; the server was probably replaced while the build waited. See "
                    + endpoint.pageOfScanResult(result.id()));
        }
    }

    /**
     * Returns whether the scan may have had nothing to import. Only a completed scan can have no findings; a file
     * always has content.
     */
    private static boolean mayBeEmpty(ScanResult result) {
        return result.state().completed() && result.scan().isPresent();
    }

    private static boolean importFailed(ScanResult result) {
        ScanState scan = result.state();
        boolean over = scan.importEnded()
                || !scan.importKnown() && result.times().imported().isPresent();
        return scan.scanEnded() && over && !scan.imported();
    }

    private boolean importNeverCame(ScanState scan, Instant now) {
        if (!scan.importMayFollow()) {
            endedSince = null;
            return false;
        }
        if (endedSince == null) {
            endedSince = now;
        }
        return now.isAfter(endedSince.plus(IMPORT_GRACE));
    }

    private ScanFailedException failed(String how, ScanResult result) {
        String reason = result.problem().isEmpty()
                ? "."
                : ": " + String.join(" ", result.problem().lines().toList());
        return new ScanFailedException(subject + " on SecurityCenter \"" + endpoint.name() + "\" "
                + how + reason + (reason.endsWith(".") ? "" : ".") + " See "
                + endpoint.pageOfScanResult(result.id()));
    }
}
