package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.document.DocumentHeader;
import io.jenkins.plugins.securitycenter.document.HtmlReport;
import io.jenkins.plugins.securitycenter.document.RecordContent;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import io.jenkins.plugins.securitycenter.record.Recording;
import io.jenkins.plugins.securitycenter.record.Recordings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the demonstration: the exports, and the stored findings that the next build compares with. */
final class DemoFiles {

    private final Path directory;
    private final Path store;

    /**
     * @param source tells the stored findings of one server and scan from those of another
     * @param goOn whether to compare with what an earlier demonstration stored
     */
    DemoFiles(Path directory, String source, boolean goOn) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.store = StoredFindings.file(directory, "demo-" + Integer.toHexString(source.hashCode()));
        if (!goOn) {
            Files.deleteIfExists(store);
        }
    }

    Recording recording(List<Gate> gates) throws IOException {
        return Recordings.plain(reference(), gates, incomplete -> writers(), Instant.now());
    }

    private FindingWriters writers() throws IOException {
        List<FindingWriter> exports = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            exports.add(format.writer(Files.newOutputStream(export(format)), ExportOptions.DEFAULT));
        }
        return new FindingWriters(new FindingFileWriter(store), exports);
    }

    private Optional<ReferenceFindings> reference() throws IOException {
        return Files.exists(store) ? Optional.of(OpenFindingFile.open(store)) : Optional.empty();
    }

    /** Writes the HTML file of a build, and returns its summary with the fixes. */
    RecordSummary report(DocumentHeader header, RecordSummary recorded) throws IOException {
        StoredFindings findings = StoredFindings.open(store);
        FindingTable table = findings.table();
        RecordSummary summary = recorded.withFixes(findings.topFixes());
        try (OutputStream out = Files.newOutputStream(html())) {
            HtmlReport.write(new RecordContent(header, summary, findings, table, TableFilter.CURRENT), out);
        }
        return summary;
    }

    List<Path> written() {
        return Stream.concat(
                        Stream.of(html()), Arrays.stream(ExportFormat.values()).map(this::export))
                .toList();
    }

    private Path html() {
        return directory.resolve("findings.html");
    }

    private Path export(ExportFormat format) {
        return directory.resolve("findings." + (format == ExportFormat.SARIF ? "sarif" : format.extension()));
    }
}
