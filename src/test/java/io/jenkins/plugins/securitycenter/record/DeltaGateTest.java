package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Plugin.CheckType;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A finding that the gate did not count in the reference makes no room for a new one. Plugin 2 is current. */
class DeltaGateTest {

    private static final Gate DELTA =
            new Gate(1, Severity.HIGH, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.FAILURE);
    private static final Suppression RULE = new Suppression("a rule", LocalDate.of(2026, 11, 1), "Known");

    @TempDir
    private Path directory;

    @Test
    void aFixedFindingMakesRoom() throws IOException {
        assertThat(delta("1", FindingState.OUTSTANDING, Optional.empty())).isZero();
    }

    @Test
    void aSuppressedFindingThatIsFixedMakesNone() throws IOException {
        assertThat(delta("1", FindingState.OUTSTANDING, Optional.of(RULE))).isEqualTo(1);
    }

    @Test
    void aFindingWhoseSuppressionHasExpiredCounts() throws IOException {
        assertThat(delta("2", FindingState.OUTSTANDING, Optional.of(RULE))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SCANNED", "NOT_CHECKED"})
    void aFindingThatTheReferenceOnlyRemembersMakesNone(FindingState state) throws IOException {
        assertThat(delta("1", state, Optional.empty())).isEqualTo(1);
    }

    /** Plugin 2 becomes old enough between the two builds; plugin 1 was not old enough before it was fixed. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, 2, 2026-11-15T00:00:00Z, 1",
        "2026-11-01T00:00:00Z, 2, 2026-11-29T12:00:00Z, 0",
        "2026-11-01T00:00:00Z, 1, 2026-11-15T00:00:00Z, 1",
        "2026-11-01T00:00:00Z, 1, 2026-11-29T12:00:00Z, 0",
        "2026-11-01T00:00:00Z, 2, 2026-10-01T00:00:00Z, 1",
        ", 2, 2026-11-15T00:00:00Z, 0"
    })
    void aFindingMakesRoomOnlyIfItWasOldEnoughBefore(Instant firstSeen, String plugin, Instant recorded, long delta)
            throws IOException {
        Gate old = new Gate(
                1,
                Severity.HIGH,
                Gate.Type.DELTA,
                new GateCondition(false, 0, 0, "", new RiskCondition(false, 0, false, 20), ScopeCondition.ALL),
                Gate.Result.FAILURE);
        Finding before = finding().plugin(plugin).firstSeen(firstSeen).build();
        Finding now = finding().plugin("2").firstSeen(firstSeen).build();
        ReferenceFindings reference = new ReferenceFindings() {
            @Override
            public void read(Consumer<Finding> consumer) {
                consumer.accept(before);
            }

            @Override
            public Optional<Instant> recorded() {
                return Optional.of(recorded);
            }
        };
        try (Recording recording = Recordings.plain(
                Optional.of(reference),
                List.of(old),
                incomplete -> new FindingWriters(new FindingFileWriter(directory.resolve("now.findings")), List.of()),
                Instant.parse("2026-11-30T00:00:00Z"))) {
            recording.begin();
            recording.accept(now);
            assertThat(recording.end().verdict().gates().get(0).count()).isEqualTo(delta);
        }
    }

    /** A finding that has neither a score nor a CVE did not count in the reference either. */
    @Test
    void aFixedFindingWithoutAScoreAndACveMakesNone() throws IOException {
        Gate rated =
                new Gate(1, Severity.HIGH, Gate.Type.DELTA, new GateCondition(false, 0, 6, ""), Gate.Result.FAILURE);
        Finding unrated = finding()
                .plugin(new Plugin(
                        "1", "", "", "", "", "", List.of(), List.of(), CheckType.REMOTE, List.of(), Optional.empty()))
                .risk(Risk.NONE)
                .build();
        ReferenceFindings reference = consumer -> consumer.accept(unrated);
        try (Recording recording = Recordings.plain(
                Optional.of(reference),
                List.of(rated),
                incomplete -> new FindingWriters(new FindingFileWriter(directory.resolve("now.findings")), List.of()),
                Instant.parse("2026-11-30T00:00:00Z"))) {
            recording.begin();
            recording.accept(finding().plugin("2").build());
            assertThat(recording.end().verdict().gates().get(0).count()).isEqualTo(1);
        }
    }

    private long delta(String plugin, FindingState state, Optional<Suppression> rule) throws IOException {
        Path file = directory.resolve("before.findings");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(finding().plugin(plugin).build(), state, rule, Optional.empty(), false));
            writer.end();
        }
        try (Recording recording = Recordings.plain(
                Optional.of(OpenFindingFile.open(file)),
                List.of(DELTA),
                incomplete -> new FindingWriters(new FindingFileWriter(directory.resolve("now.findings")), List.of()),
                Instant.parse("2026-11-30T00:00:00Z"))) {
            recording.begin();
            recording.accept(finding().plugin("2").build());
            return recording.end().verdict().gates().get(0).count();
        }
    }
}
