package io.jenkins.plugins.securitycenter.scale;

import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.RecordedBuild;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.record.ArchivedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A directory with the artifacts of builds, at the paths at which artifact managers keep them. */
record Archive(Path directory) {

    /** The directory of the files below the artifacts of a build. */
    private static final String PLACE = "artifacts/securitycenter";

    /** Records the builds of that many jobs, and returns the expected answers. */
    ExpectedAnswers generate(int jobs, int findings, Instant now) throws IOException {
        ExpectedAnswers answers = new ExpectedAnswers(now);
        for (int number = 0; number < jobs; number++) {
            GeneratedJob job = new GeneratedJob(number, findings);
            Optional<List<Finding>> reference = Optional.empty();
            for (int build = 0; build < GeneratedJob.BUILDS; build++) {
                RecordedBuild recorded = new RecordedBuild(
                        "https://ci-" + number % 3 + ".example.com/",
                        job.name(),
                        build + 1,
                        Optional.of(GeneratedJob.time(now, build)),
                        "production");
                ArchivedRecord written = ArchivedRecord.write(
                        directory.resolve(job.name() + "/" + (build + 1)).resolve(PLACE),
                        ExportOptions.DEFAULT.withMissing(true).recordedBy(recorded),
                        reference,
                        job.found(now, build),
                        job.reports(build));
                answers.add(recorded, written, build == GeneratedJob.BUILDS - 1);
                reference = Optional.of(written.findings().stream()
                        .filter(finding -> finding.state() != FindingState.FIXED)
                        .map(RecordedFinding::finding)
                        .toList());
            }
        }
        return answers;
    }

    /** Adds a decompressed copy of each compressed file of findings. */
    void decompress() throws IOException {
        for (Path file : files(ArchivedRecord.FINDINGS)) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                Files.copy(in, file.resolveSibling(plain(ArchivedRecord.FINDINGS)));
            }
        }
    }

    /** Returns the name of a file without its compression. */
    static String plain(String name) {
        return name.substring(0, name.length() - ".gz".length());
    }

    /** Returns the bytes of all files whose names end so. */
    long bytes(String end) throws IOException {
        long bytes = 0;
        for (Path file : files(end)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    /** Deletes the directory and everything below it. */
    void delete() throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
