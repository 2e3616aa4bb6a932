package io.jenkins.plugins.securitycenter.verification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a verification in the directory of its build: the findings, and what the scans have found out so far. They
 * keep the verification independent of the verified record, and let it continue after a restart.
 */
final class VerificationFiles {

    private static final String NAME = "securitycenter-verify-";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The verified record.
     *
     * @param server the name of the server that its findings are on
     * @param build the full name and the number of its build
     * @param scanResultId empty for findings of more than one scan
     * @param scanId the ID of the scan of that result; empty if it is not known
     * @param neededFeed see {@link CheckedHosts#neededFeed}
     */
    record Source(String server, String build, String id, String scanResultId, String scanId, long neededFeed) {}

    /**
     * What became of a finding.
     *
     * @param reason empty unless it was not checked
     */
    record Outcome(FindingState state, String reason) {}

    /** @param outcomes for each scan that was read, by its number */
    private record Progress(Source source, SortedMap<Integer, List<Outcome>> outcomes) {}

    private final Path findings;
    private final Path progress;

    /** @param key identifies the verification within the build, also after a restart */
    VerificationFiles(Path buildDirectory, String key) {
        findings = buildDirectory.resolve(NAME + key + ".findings");
        progress = buildDirectory.resolve(NAME + key + ".json");
    }

    boolean exist() {
        return Files.exists(progress);
    }

    /** Stores the findings, before the first scan is created. */
    void create(Source source, List<RecordedFinding> selected) throws IOException {
        try (FindingWriter writer = new FindingFileWriter(findings)) {
            writer.begin();
            for (RecordedFinding recorded : selected) {
                writer.write(recorded);
            }
            writer.end();
        }
        write(new Progress(source, new TreeMap<>()));
    }

    Source source() throws IOException {
        return read().source();
    }

    /** Returns the findings in the order in which they were stored. */
    List<RecordedFinding> findings() throws IOException {
        List<RecordedFinding> all = new ArrayList<>();
        StoredFindings.open(findings).forEach(row -> true, all::add);
        return all;
    }

    /** Returns the outcomes of each scan that was read, by its number. */
    SortedMap<Integer, List<Outcome>> outcomes() throws IOException {
        return read().outcomes();
    }

    /** Stores the outcomes of a scan. */
    void put(int scan, List<Outcome> outcomes) throws IOException {
        Progress before = read();
        before.outcomes().put(scan, outcomes);
        write(before);
    }

    private Progress read() throws IOException {
        Progress read = MAPPER.readValue(progress.toFile(), Progress.class);
        if (read == null || read.source() == null || read.outcomes() == null) {
            throw new IOException(progress + " is incomplete.");
        }
        return read;
    }

    private void write(Progress next) throws IOException {
        Path part = progress.resolveSibling(progress.getFileName() + ".tmp");
        MAPPER.writeValue(part.toFile(), next);
        try {
            Files.move(part, progress, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, progress, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the files of all verifications of a build. */
    static void deleteAll(Path buildDirectory) throws IOException {
        if (Files.isDirectory(buildDirectory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(buildDirectory, NAME + "*")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
