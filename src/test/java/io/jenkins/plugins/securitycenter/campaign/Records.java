package io.jenkins.plugins.securitycenter.campaign;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.BuildReading;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a job: each compares with the last one that was right. */
final class Records {

    private static final List<Gate> GATES = List.of(
            new Gate(1, Severity.CRITICAL, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE),
            new Gate(3, Severity.HIGH, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE),
            new Gate(1, Severity.MEDIUM, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.UNSTABLE));

    private final Path directory;
    private final Path reference;
    private final Path made;

    Records(Path directory) {
        this.directory = directory;
        this.reference = StoredFindings.file(directory, "reference");
        this.made = StoredFindings.file(directory, "made");
    }

    /** @param exports whether the findings also go to a file of each format */
    BuildReading.Made record(SecurityCenter server, String scanResult, InstantSource clock, boolean exports)
            throws IOException, InterruptedException {
        Optional<ReferenceFindings> before =
                Files.exists(reference) ? Optional.of(OpenFindingFile.open(reference)) : Optional.empty();
        FindingWriters.Factory outputs = incomplete -> open(exports);
        return new BuildReading(before, GATES, outputs, clock).read(server, AnalysisQuery.ofScanResult(scanResult));
    }

    private FindingWriters open(boolean exports) throws IOException {
        List<FindingWriter> files = new ArrayList<>();
        for (ExportFormat format : exports ? List.of(ExportFormat.values()) : List.<ExportFormat>of()) {
            Path file = directory.resolve("export." + format);
            files.add(format.writer(Files.newOutputStream(file), ExportOptions.DEFAULT));
        }
        return new FindingWriters(new FindingFileWriter(made), files);
    }

    /** The next record compares with the last one. */
    void keep() throws IOException {
        Files.move(made, reference, StandardCopyOption.REPLACE_EXISTING);
    }
}
