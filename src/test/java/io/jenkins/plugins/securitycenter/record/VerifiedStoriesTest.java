package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds after a verification of a finding of the build before. */
class VerifiedStoriesTest {

    private static final Gate NO_NEW =
            new Gate(1, Severity.INFO, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE);
    private static final Gate NO_MORE =
            new Gate(1, Severity.INFO, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.FAILURE);

    @TempDir
    Path directory;

    private StoryBuilds builds;
    private long all;
    private Finding finding;

    @BeforeEach
    void record() throws Exception {
        builds = new StoryBuilds(directory, List.of(NO_NEW, NO_MORE));
        all = builds.build(ScanReports.COMPLETE, Severity.LOW).total().total();
        List<Finding> findings = builds.findings();
        finding = findings.stream()
                .filter(one -> one.port() == 0)
                .filter(one -> findings.stream()
                                .filter(other ->
                                        other.plugin().id().equals(one.plugin().id()))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @Test
    void verifiedFindingIsFixedThoughTheNextScanDoesNotCheckIt() throws Exception {
        builds.verify(finding);
        StateCounts next = builds.build(
                ScanReports.COMPLETE
                        .refusedBy(finding.host().ip())
                        .lacking(finding.plugin().id()),
                Severity.LOW);

        assertThat(next.fixed().total()).isEqualTo(1);
        assertThat(next.notChecked().total()).isPositive();
        assertThat(next.added().total()).isZero();
        assertThat(next.outstanding().total() + next.notChecked().total()).isEqualTo(all - 1);
        assertThat(builds.findings()).noneMatch(one -> one.key().equals(finding.key()));
    }

    @Test
    void verifiedFindingIsFixedThoughItsHostIsDown() throws Exception {
        builds.verify(finding);
        StateCounts next =
                builds.build(ScanReports.COMPLETE.silentAt(finding.host().ip()), Severity.LOW);

        assertThat(next.fixed().total()).isEqualTo(1);
        assertThat(next.notScanned().total()).isPositive();
    }

    /** The verification is older than the scan that finds it again. */
    @Test
    void verifiedFindingThatIsFoundAgainIsNew() throws Exception {
        builds.verify(finding);
        StateCounts next = builds.build(ScanReports.COMPLETE, Severity.LOW);

        assertThat(next.added().total()).isEqualTo(1);
        assertThat(next.fixed().total()).isZero();
        assertThat(next.outstanding().total()).isEqualTo(all - 1);
        assertThat(next.total().total()).isEqualTo(all);
        assertThat(builds.last().verdict().gates()).allMatch(gate -> gate.violated());
    }

    /** It may be among the findings that the server did not send. */
    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void verifiedFindingIsNotFixedIfFindingsAreMissing(boolean missing, int fixed) throws Exception {
        Optional<ReferenceFindings> reference = Optional.of(List.of(finding)::forEach);
        FindingWriters.Factory outputs =
                incomplete -> new FindingWriters(new FindingFileWriter(directory.resolve("now.findings")), List.of());
        try (Recording recording = Recordings.plain(reference, List.of(), outputs, Instant.now())
                .since(builds.verification(FindingState.FIXED, finding))) {
            recording.begin();
            recording.restart(missing);

            assertThat(recording.end().changes().fixed().total()).isEqualTo(fixed);
        }
    }

    /** A record in between found it again, and did not become the reference because of that. */
    @Test
    void recordThatFindsItAgainTakesTheVerificationBack() throws Exception {
        VerifiedFixes fixes = builds.verification(FindingState.FIXED, finding);
        assertThat(fixes.contains(finding)).isTrue();
        fixes.recorded(builds.write(FindingState.FIXED, finding), System.out);
        assertThat(fixes.contains(finding)).isTrue();
        fixes.recorded(builds.write(FindingState.NEW, finding), System.out);

        assertThat(fixes.contains(finding)).isFalse();
    }

    /** The DNS name or UUID of the host is missing for a while, which changes the fingerprint of the finding. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, '', '', true",
        "192.0.2.7, '', DB1.example.com., true",
        "192.0.2.9, 0F-1, db1.example.com, true",
        "192.0.2.9, '', db1.example.com, false",
        "192.0.2.9, '', '', false"
    })
    void recordThatFindsItOnTheSameHostTakesTheVerificationBack(String ip, String uuid, String name, boolean same)
            throws Exception {
        Host host = new Host("192.0.2.7", "0f-1", "db1.example.com", "", "", "repositoryID,ip,dnsName");
        Finding fixed = finding().host(host).build();
        VerifiedFixes fixes = builds.verification(FindingState.FIXED, fixed);
        Finding again = finding()
                .host(new Host(ip, uuid, name, "", "", "repositoryID,ip,dnsName"))
                .build();
        fixes.recorded(builds.write(FindingState.OUTSTANDING, again), System.out);

        assertThat(fixes.contains(fixed)).isEqualTo(!same);
    }

    @Test
    void laterVerificationThatFindsItAgainTakesItBack() throws Exception {
        VerifiedFixes fixes = builds.verification(FindingState.FIXED, finding);
        fixes.verified(builds.write(FindingState.NOT_CHECKED, finding), System.out);
        assertThat(fixes.contains(finding)).isTrue();
        fixes.verified(builds.write(FindingState.OUTSTANDING, finding), System.out);

        assertThat(fixes.contains(finding)).isFalse();
    }

    /** A build with a lower number may be recorded while a later one verifies the findings of one before both. */
    @ParameterizedTest
    @CsvSource({"job#1, 9, true", "job#1, 11, false", "job#2, 11, true"})
    void recordOfAConcurrentBuildTakesTheVerificationBack(String verified, int recorded, boolean fixed)
            throws Exception {
        Path again = Files.move(builds.write(FindingState.OUTSTANDING, finding), directory.resolve("2.other"));
        Path gone = builds.write(FindingState.FIXED, finding);
        VerifiedFixes fixes = new VerifiedFixes();
        fixes.read(
                List.of(
                        new VerifiedFixes.Entry(
                                false, again, "job#2", "", Instant.EPOCH, Instant.ofEpochSecond(recorded)),
                        new VerifiedFixes.Entry(
                                true, gone, "job#3", verified, Instant.ofEpochSecond(10), Instant.ofEpochSecond(12))),
                System.out);

        assertThat(fixes.contains(finding)).isEqualTo(fixed);
    }

    /** A record that cannot be read may have it. */
    @Test
    void recordThatCannotBeReadTakesTheVerificationBack() throws Exception {
        VerifiedFixes fixes = builds.verification(FindingState.FIXED, finding);
        fixes.recorded(directory.resolve("none.findings"), System.out);

        assertThat(fixes.contains(finding)).isFalse();
    }

    @Test
    void withoutAVerificationItIsNotChecked() throws Exception {
        StateCounts next = builds.build(
                ScanReports.COMPLETE
                        .refusedBy(finding.host().ip())
                        .lacking(finding.plugin().id()),
                Severity.LOW);

        assertThat(next.fixed().total()).isZero();
    }
}
