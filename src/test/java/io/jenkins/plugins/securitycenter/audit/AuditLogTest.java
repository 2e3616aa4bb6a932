package io.jenkins.plugins.securitycenter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.CapturedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path home;

    @Test
    void logsAndStoresOneSentence() throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            new AuditLog(home).record(new AuditEntry(TIME, "alice", "removed 2 scans from server \"{0}\""));
            assertThat(log.text()).isEqualTo("{0}\n[User \"alice\" removed 2 scans from server \"{0}\".]\n");
        }
        assertThat(new AuditLog(home).newestFirst())
                .containsExactly(new AuditEntry(TIME, "alice", "removed 2 scans from server \"{0}\""));
        assertThat(Files.readString(home.resolve("securitycenter-audit.jsonl")))
                .isEqualTo("{\"time\":\"2026-03-01T10:00:00Z\",\"user\":\"alice\","
                        + "\"action\":\"removed 2 scans from server \\\"{0}\\\"\"}" + System.lineSeparator());
    }

    @Test
    void namesCannotForgeALine() throws Exception {
        AuditEntry entry = new AuditEntry(TIME, "eve\nINFO: \u001b[2Jroot", "chose \"a\r\nb\u202e\"");
        assertThat(entry.sentence()).isEqualTo("User \"eve INFO: \ufffd[2Jroot\" chose \"a  b\ufffd\".");
        new AuditLog(home).record(entry);
        assertThat(Files.readAllLines(home.resolve("securitycenter-audit.jsonl")))
                .hasSize(1);
    }

    @Test
    void keepsTheNewestEntries() throws Exception {
        AuditFile file = new AuditFile(home.resolve("audit"));
        for (int i = 0; i < AuditFile.ENTRIES + 3; i++) {
            file.add(new AuditEntry(TIME, "alice", "did " + i));
        }
        assertThat(file.newestFirst()).hasSize(AuditFile.ENTRIES);
        assertThat(file.newestFirst().get(0).action()).isEqualTo("did " + (AuditFile.ENTRIES + 2));
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void skipsDamagedLines() throws Exception {
        Path path = home.resolve("audit");
        AuditFile file = new AuditFile(path);
        file.add(new AuditEntry(TIME, "alice", "did this"));
        Files.writeString(path, Files.readString(path) + "{\"time\":\"yesterday\"}\n[1\n\n");
        file.add(new AuditEntry(TIME, "bob", "did that"));
        assertThat(file.newestFirst()).extracting(AuditEntry::user).containsExactly("bob", "alice");
    }

    @Test
    void aFileThatCannotBeWrittenDoesNotFailTheAction() {
        new AuditLog(home.resolve("missing")).record(new AuditEntry(TIME, "alice", "did this"));
    }
}
