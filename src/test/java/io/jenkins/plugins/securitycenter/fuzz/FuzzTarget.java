package io.jenkins.plugins.securitycenter.fuzz;

import io.jenkins.plugins.securitycenter.client.DownloadFuzz;
import io.jenkins.plugins.securitycenter.client.UserTextFuzz;
import io.jenkins.plugins.securitycenter.client.analysis.FindingsFuzz;
import io.jenkins.plugins.securitycenter.client.resource.ResourcesFuzz;
import io.jenkins.plugins.securitycenter.export.ExportFuzz;
import io.jenkins.plugins.securitycenter.findings.StoredFindingsFuzz;
import io.jenkins.plugins.securitycenter.gate.RecordSummaryFuzz;
import io.jenkins.plugins.securitycenter.model.ScanTargetsFuzz;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFileFuzz;
import io.jenkins.plugins.securitycenter.watch.RunFileFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is fuzzed. */
enum FuzzTarget {
    /** JSON of all kinds of objects, by which the server answers. */
    RESOURCES(ResourcesFuzz::fuzzerTestOneInput),
    /** JSON of findings. */
    FINDINGS(FindingsFuzz::fuzzerTestOneInput),
    /** Raw results, zipped or not, and reports. */
    DOWNLOADS(DownloadFuzz::fuzzerTestOneInput),
    /** Certificates, paths, cookies and addresses. */
    USER_TEXTS(UserTextFuzz::fuzzerTestOneInput),
    TARGETS(ScanTargetsFuzz::fuzzerTestOneInput),
    /** The text in build.xml. */
    SUMMARY(RecordSummaryFuzz::fuzzerTestOneInput),
    SUPPRESSIONS(SuppressionFileFuzz::fuzzerTestOneInput),
    STORED_FINDINGS(StoredFindingsFuzz::fuzzerTestOneInput),
    STORED_RUNS(RunFileFuzz::fuzzerTestOneInput),
    /** Hostile findings in all formats, read back. */
    EXPORTS(ExportFuzz::fuzzerTestOneInput);

    interface Entry {
        void run(byte[] input) throws Exception;
    }

    private final Entry entry;

    FuzzTarget(Entry entry) {
        this.entry = entry;
    }

    void run(byte[] input) throws Exception {
        entry.run(input);
    }

    /** The folder with its inputs, below the corpus. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its inputs. */
    List<Path> corpus(Path all) throws IOException {
        try (Stream<Path> files = Files.list(all.resolve(folder()))) {
            return files.sorted().toList();
        }
    }
}
