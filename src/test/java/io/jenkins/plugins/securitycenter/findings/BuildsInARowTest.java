package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import io.jenkins.plugins.securitycenter.record.Recording;
import io.jenkins.plugins.securitycenter.record.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of which each takes the stored findings of the one before as its reference. */
class BuildsInARowTest {

    private static final Gate NO_NEW =
            new Gate(1, Severity.INFO, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE);
    private static final Finding ON_ONE = finding().ip("192.0.2.1").build();
    private static final Finding ALSO_ON_ONE =
            finding().ip("192.0.2.1").port(80).build();
    private static final Finding ON_TWO = finding().ip("192.0.2.2").build();

    @TempDir
    Path jobs;

    private Instant now = ON_ONE.lastSeen().orElseThrow();
    private int builds;

    @Test
    void remembersHostsThatAreNotScannedForAWhile() throws IOException {
        assertThat(build(ON_ONE, ON_TWO).verdict().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(build(ON_ONE).changes().notScanned().total()).isEqualTo(1);
        assertThat(build(ON_ONE).changes().notScanned().total()).isEqualTo(1);

        RecordSummary back = build(ON_ONE, ON_TWO);
        assertThat(back.changes().outstanding().total()).isEqualTo(2);
        assertThat(back.changes().added().total()).isZero();
        assertThat(back.verdict().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void forgetsHostsThatWereNotScannedForAYear() throws IOException {
        build(ON_ONE, ON_TWO);
        now = now.plus(Retention.AGE).plusSeconds(1);
        assertThat(build(ON_ONE).changes().notScanned().total()).isZero();
        assertThat(StoredFindings.open(file(builds)).size()).isEqualTo(1);
    }

    @Test
    void callsAFixedFindingNewWhenItComesBack() throws IOException {
        build(ON_ONE, ALSO_ON_ONE);
        assertThat(build(ON_ONE).changes().fixed().total()).isEqualTo(1);
        assertThat(build(ON_ONE).changes().fixed().total()).isZero();
        assertThat(build(ON_ONE, ALSO_ON_ONE).verdict().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void showsFixedFindingsWithAllTheirTexts() throws IOException {
        build(ON_ONE, ALSO_ON_ONE);
        build(ON_ONE);
        StoredFindings stored = StoredFindings.open(file(builds));
        List<Finding> fixed = new ArrayList<>();
        stored.forEach(row -> true, recorded -> {
            if (recorded.state() == FindingState.FIXED) {
                fixed.add(recorded.finding());
            }
        });

        assertThat(fixed).containsExactly(ALSO_ON_ONE);
    }

    @Test
    void keepsTheAgeOfAFindingThatTheServerForgotForAWhile() throws IOException {
        Instant first = ON_ONE.firstSeen().orElseThrow();
        build(ON_ONE, ALSO_ON_ONE.firstSeenAt(first.plusSeconds(60)));
        build(ON_ONE.firstSeenAt(now), ALSO_ON_ONE);
        build(ON_ONE.firstSeenAt(now.plusSeconds(1)), ALSO_ON_ONE.firstSeenAt(now), ON_TWO.firstSeenAt(now));
        List<Instant> times = new ArrayList<>();
        StoredFindings.open(file(builds))
                .forEach(
                        row -> true,
                        recorded -> times.add(recorded.finding().firstSeen().orElseThrow()));

        assertThat(times).containsExactlyInAnyOrder(first, first, now);
    }

    @Test
    void keepsARecastFindingThroughTheFile() throws IOException {
        build(ON_ONE);
        StateCounts counts =
                build(finding().ip("192.0.2.1").severity(Severity.LOW).build()).changes();

        assertThat(counts.outstanding().low()).isEqualTo(1);
        assertThat(counts.fixed().total()).isZero();
    }

    private RecordSummary build(Finding... findings) throws IOException {
        Optional<ReferenceFindings> before =
                builds == 0 ? Optional.empty() : Optional.of(OpenFindingFile.open(file(builds)));
        builds++;
        Files.createDirectories(file(builds).getParent());
        FindingWriter store = new FindingFileWriter(file(builds));
        try (Recording recording =
                Recordings.plain(before, List.of(NO_NEW), incomplete -> new FindingWriters(store, List.of()), now)) {
            recording.begin();
            List.of(findings).forEach(recording::accept);
            return recording.end();
        }
    }

    private Path file(int build) {
        return StoredFindings.file(jobs.resolve(Integer.toString(build)), "weekly");
    }
}
