package io.jenkins.plugins.securitycenter.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last actions of users, in a file with one line of JSON for each. The file is always replaced as a whole.
 * Thread-safe.
 */
final class AuditFile {

    static final int ENTRIES = 500;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    AuditFile(Path file) {
        this.file = file;
    }

    /** Adds an entry; removes the oldest one if there are too many. */
    synchronized void add(AuditEntry entry) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(line(entry));
        Path part = file.resolveSibling(file.toFile().getName() + ".part");
        Files.write(part, lines.subList(Math.max(0, lines.size() - ENTRIES), lines.size()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the entries, the newest one first, without lines that cannot be read. */
    synchronized List<AuditEntry> newestFirst() throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        lines().stream().flatMap(AuditFile::entry).forEach(entry -> entries.add(0, entry));
        return entries;
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String line(AuditEntry entry) {
        return MAPPER.createObjectNode()
                .put("time", entry.time().toString())
                .put("user", entry.user())
                .put("action", entry.action())
                .toString();
    }

    private static Stream<AuditEntry> entry(String line) {
        try {
            JsonNode entry = MAPPER.readTree(line);
            return Stream.of(new AuditEntry(
                    Instant.parse(entry.path("time").asText()),
                    entry.path("user").asText(),
                    entry.path("action").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Stream.empty();
        }
    }
}
