package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin.CheckType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding is missing, and the scanner may be another one than before. */
class OlderPluginsTest {

    private static final Finding GONE =
            finding().ip("192.0.2.1").plugin("8", CheckType.REMOTE).build();
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void aFindingIsFixedOnlyByAScannerWithItsPlugins() throws IOException {
        RecordSummary older = record(NOON, "202611291200");
        assertThat(older.changes().fixed().total()).isZero();
        assertThat(older.changes().notChecked().total()).isEqualTo(1);

        // The record of the older scanner is the reference now, and remembers the finding.
        RecordSummary again = record(older.checked().feedNeeded().orElseThrow(), "202611291200");
        assertThat(again.changes().notChecked().total()).isEqualTo(1);

        RecordSummary newer = record(again.checked().feedNeeded().orElseThrow(), "202611301200");
        assertThat(newer.changes().fixed().total()).isEqualTo(1);
    }

    @Test
    void whatIsNotRememberedNeedsNoOlderPlugins() throws IOException {
        RecordSummary fixed = record(NOON, "202612011200");
        assertThat(fixed.changes().fixed().total()).isEqualTo(1);
        assertThat(fixed.checked().feedNeeded()).contains(Instant.parse("2026-12-01T12:00:00Z"));
    }

    private RecordSummary record(Instant needed, String feed) throws IOException {
        ReferenceFindings reference = new ReferenceFindings() {
            @Override
            public void read(Consumer<Finding> consumer) {
                consumer.accept(GONE);
            }

            @Override
            public Optional<Instant> feedNeeded() {
                return Optional.of(needed);
            }
        };
        try (Recording recording = Recordings.plain(
                Optional.of(reference),
                List.of(),
                incomplete -> new FindingWriters(new FindingFileWriter(directory.resolve("now.findings")), List.of()),
                GONE.lastSeen().orElseThrow())) {
            recording.begin();
            recording.accept(finding()
                    .ip("192.0.2.1")
                    .port(0)
                    .plugin("19506", CheckType.SUMMARY)
                    .output("Port range : all\nCredentialed checks : yes\nPlugin feed version : " + feed)
                    .build());
            return recording.end();
        }
    }
}
