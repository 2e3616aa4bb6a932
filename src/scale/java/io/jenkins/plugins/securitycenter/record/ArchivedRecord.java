package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.FileCompression;
import io.jenkins.plugins.securitycenter.export.HostLines;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScannedHost;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that one build archives, written by the classes that write them in Jenkins.
 *
 * @param findings what the file of findings contains
 * @param hosts what the file of hosts contains
 */
public record ArchivedRecord(List<RecordedFinding> findings, List<ScannedHost> hosts) {

    public static final String FINDINGS = "findings.jsonl.gz";
    public static final String HOSTS = "hosts.jsonl.gz";

    /**
     * Records the findings of a build and writes the files.
     *
     * @param directory receives the files
     * @param reference the findings of the build before; empty for none
     * @param reports the rows that report on logins, which are not recorded
     */
    public static ArchivedRecord write(
            Path directory,
            ExportOptions options,
            Optional<List<Finding>> reference,
            List<Finding> current,
            List<Finding> reports)
            throws IOException {
        Files.createDirectories(directory);
        List<RecordedFinding> written = new ArrayList<>();
        FindingWriter export = ExportFormat.JSONL.writer(
                FileCompression.of(FINDINGS, Files.newOutputStream(directory.resolve(FINDINGS))), options);
        Optional<ReferenceFindings> before = reference.map(findings -> findings::forEach);
        try (Recording recording = new Recording(
                        before,
                        List.of(),
                        RiskRules.DEFAULT,
                        Suppressions.none(),
                        incomplete -> new FindingWriters(new Copy(written), List.of(export)),
                        BuildDay.of(options.build().time().orElseThrow()))
                .listingHosts(true)) {
            recording.begin();
            current.forEach(recording::accept);
            reports.forEach(recording::scanned);
            recording.end();
            List<ScannedHost> hosts = recording.checks().hosts();
            try (OutputStream out = FileCompression.of(HOSTS, Files.newOutputStream(directory.resolve(HOSTS)))) {
                new HostLines(hosts, options).write(out);
            }
            return new ArchivedRecord(written, hosts);
        }
    }

    /** Keeps what is stored with the build, which is the same as the file of findings contains. */
    private record Copy(List<RecordedFinding> findings) implements FindingWriter {

        @Override
        public void begin() {
            // a list has no beginning
        }

        @Override
        public void write(RecordedFinding recorded) {
            findings.add(recorded);
        }

        @Override
        public void end() {
            // nor an end
        }

        @Override
        public void close() {
            // nor resources
        }
    }
}
