package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.findings.PendingFindingFile;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.BuildReading;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the findings of a scan in a directory, as a build does in its directory: reads them, compares them with a
 * reference, evaluates gates, stores and exports them, and finds the fixes that remove the most risk.
 */
final class RecordedBuild {

    private static final List<Gate> GATES = List.of(
            new Gate(1, Severity.CRITICAL, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE),
            new Gate(1, Severity.HIGH, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.UNSTABLE),
            new Gate(1000, Severity.HIGH, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE));

    /** A fixed time shortly after the scans, because the findings of hosts that are no longer scanned are dropped later. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_764_100_000));

    private final Path directory;
    private final ReplayClient client;

    RecordedBuild(Path directory, ReplayClient client) {
        this.directory = directory;
        this.client = client;
    }

    /** Returns the file of the findings of that scan. */
    Path file(ReplayScan scan) {
        return StoredFindings.file(directory, name(scan));
    }

    private static String name(ReplayScan scan) {
        return "scan" + scan.id();
    }

    /** Records a scan without a reference, unless that was done before. */
    void recordReference(ReplayScan scan) throws IOException, InterruptedException {
        if (!Files.exists(file(scan))) {
            Expected.equal(
                    "findings recorded",
                    record(scan, Optional.empty(), List.of()).total().total(),
                    scan.findings());
        }
    }

    /** Records the later scan and compares it with the earlier one, which was recorded before. */
    void record(int findings, List<ExportFormat> exports) throws IOException, InterruptedException {
        Path reference = file(new ReplayScan(findings, false));
        ReplayScan later = new ReplayScan(findings, true);
        StateCounts changes = record(later, Optional.of(OpenFindingFile.open(reference)), exports);
        int hosts = findings / ReplayRows.ON_EACH_HOST;
        int again = hosts - later.firstHost();
        Expected.equal("findings recorded", changes.total().total(), findings);
        Expected.equal(
                "new findings", changes.added().total(), again + (long) later.firstHost() * ReplayRows.ON_EACH_HOST);
        Expected.equal(
                "findings of hosts that were not scanned",
                changes.notScanned().total(),
                (long) later.firstHost() * ReplayRows.ON_EACH_HOST);
    }

    private StateCounts record(ReplayScan scan, Optional<ReferenceFindings> before, List<ExportFormat> exports)
            throws IOException, InterruptedException {
        try (SecurityCenter server = client.open();
                PendingFindingFile stored = PendingFindingFile.of(directory, name(scan))) {
            BuildReading reading = new BuildReading(
                    before, GATES, incomplete -> new FindingWriters(stored.writer(), writers(exports)), CLOCK);
            RecordSummary summary =
                    reading.read(server, AnalysisQuery.ofScanResult(scan.id())).summary();
            summary.withFixes(stored.findings().topFixes());
            Files.deleteIfExists(file(scan));
            stored.publish();
            stored.confirm();
            return summary.changes();
        }
    }

    private List<FindingWriter> writers(List<ExportFormat> exports) throws IOException {
        List<FindingWriter> writers = new ArrayList<>();
        for (ExportFormat format : exports) {
            writers.add(writer(format));
        }
        return writers;
    }

    private FindingWriter writer(ExportFormat format) throws IOException {
        Path file = directory.resolve("findings." + format.extension());
        return format.writer(Files.newOutputStream(file), ExportOptions.DEFAULT);
    }

    /** Exports stored findings, as a download does. */
    void export(ReplayScan scan, ExportFormat format) throws IOException {
        try (FindingWriter writer = writer(format)) {
            writer.begin();
            StoredFindings.open(file(scan)).forEach(row -> true, writer::write);
            writer.end();
        }
    }
}
