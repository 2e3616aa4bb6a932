package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of one finding from one build to the next, and what gates for High findings count of it. A finding is
 * written as its severity, with the word accepted or recast where such a rule applies; a dash is none.
 */
class ComparedFindingTest {

    private static final String HOST = "192.0.2.7";
    private static final List<Gate> GATES = Stream.of(Gate.Type.NEW, Gate.Type.TOTAL, Gate.Type.DELTA)
            .map(type -> new Gate(9, Severity.HIGH, type, GateCondition.NONE, Gate.Result.FAILURE))
            .toList();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # before            | now            | host    | becomes     | new | total | delta
            -                   | High           | scanned | NEW         | 1   | 1     | 1
            High                | High           | scanned | OUTSTANDING | 0   | 1     | 0
            High                | -              | scanned | FIXED       | 0   | 0     | 0
            High                | -              | missed  | NOT_SCANNED | 0   | 0     | 0
            # recast: the same finding with another severity, which is the one that counts
            High                | Low recast     | scanned | OUTSTANDING | 0   | 0     | 0
            Low                 | Critical recast| scanned | OUTSTANDING | 0   | 1     | 1
            Low recast          | High           | scanned | OUTSTANDING | 0   | 1     | 1
            -                   | High recast    | scanned | NEW         | 1   | 1     | 1
            -                   | Low recast     | scanned | NEW         | 0   | 0     | 0
            High recast         | -              | scanned | FIXED       | 0   | 0     | 0
            High recast         | -              | missed  | NOT_SCANNED | 0   | 0     | 0
            # accepted: still there and shown, but counted by no gate
            High                | High accepted  | scanned | OUTSTANDING | 0   | 0     | 0
            High accepted       | High accepted  | scanned | OUTSTANDING | 0   | 0     | 0
            High accepted       | High           | scanned | OUTSTANDING | 0   | 1     | 1
            -                   | High accepted  | scanned | NEW         | 0   | 0     | 0
            High accepted       | -              | scanned | FIXED       | 0   | 0     | 0
            High accepted       | -              | missed  | NOT_SCANNED | 0   | 0     | 0
            # both
            Low recast accepted | High           | scanned | OUTSTANDING | 0   | 1     | 1
            High                | Low recast accepted | scanned | OUTSTANDING | 0 | 0   | 0
            """)
    void becomes(String before, String now, String host, FindingState state, long added, long total, long delta)
            throws Exception {
        Path file = StoredFindings.file(directory, "now");
        RecordSummary summary = record(file, read(before), read(now), host.equals("scanned"));

        assertThat(summary.verdict().gates()).extracting(GateVerdict::count).containsExactly(added, total, delta);
        List<RecordedFinding> stored = new ArrayList<>();
        StoredFindings.open(file).forEach(row -> true, stored::add);
        assertThat(stored)
                .singleElement()
                .isEqualTo(new RecordedFinding(read(now).or(() -> read(before)).orElseThrow(), state));
    }

    private static RecordSummary record(Path file, Optional<Finding> before, Optional<Finding> now, boolean scanned)
            throws Exception {
        ReferenceFindings reference = consumer -> before.ifPresent(consumer);
        FindingFileWriter store = new FindingFileWriter(file);
        try (Recording recording = Recordings.plain(
                Optional.of(reference), GATES, incomplete -> new FindingWriters(store, List.of()), Instant.EPOCH)) {
            recording.begin();
            now.ifPresent(recording::accept);
            if (scanned) {
                recording.scanned(finding().ip(HOST).plugin("11219").build());
            }
            return recording.end();
        }
    }

    private static Optional<Finding> read(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        Risk risk = new Risk(
                false,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                text.contains("accepted"),
                "",
                text.contains("recast"));
        return Optional.of(finding()
                .ip(HOST)
                .severity(Severity.parse(text.split(" ")[0]))
                .risk(risk)
                .build());
    }
}
