package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
