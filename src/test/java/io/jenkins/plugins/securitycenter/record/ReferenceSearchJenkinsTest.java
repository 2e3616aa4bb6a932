package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.securitycenter.findings.FindingCodec;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateEvaluation;
import io.jenkins.plugins.securitycenter.gate.GateEvaluations;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.result.SampleChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which build another one is compared with. */
@WithJenkins
class ReferenceSearchJenkinsTest {

    private static final String ID = "weekly";
    private static final Gate NOTHING =
            new Gate(1, Severity.INFO, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE);
    private static final Gate NEW = new Gate(1, Severity.INFO, Gate.Type.NEW, GateCondition.NONE, Gate.Result.UNSTABLE);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private JenkinsRule jenkins;
    private FreeStyleProject job;
    private boolean lost;

    @BeforeEach
    void create(JenkinsRule rule) throws IOException {
        jenkins = rule;
        job = jenkins.createFreeStyleProject("job");
    }

    @Test
    void isTheLastOneWhoseGatesPassed() throws Exception {
        record(build(), true, "");
        record(build(), true, "job#1");
        record(build(), false, "job#2");
        build();
        assertThat(search(build(), "")).hasValue("job#2");
    }

    @Test
    void isNoneAtFirst() throws Exception {
        assertThat(search(build(), "")).isEmpty();
        record(job.getLastBuild(), false, "");
        assertThat(search(build(), "")).isEmpty();
        assertThat(lost).isFalse();
        assertThat(log()).isEmpty();
    }

    @Test
    void isLostWhenItWasDeleted() throws Exception {
        record(build(), true, "");
        record(build(), false, "job#1");
        job.getBuildByNumber(1).delete();
        assertThat(search(build(), "")).isEmpty();
        assertThat(lost).isTrue();

        GateEvaluation compared = GateEvaluations.of(List.of(NEW));
        compared.referenceLost();
        record(job.getLastBuild(), compared.verdict(false), "", false);
        job.getBuildByNumber(2).delete();
        assertThat(search(build(), "")).isEmpty();
        assertThat(lost).isTrue();

        record(job.getLastBuild(), true, "");
        job.getBuildByNumber(3).delete();
        assertThat(search(build(), "")).hasValue("job#4");
    }

    @Test
    void isLostWhenItsVerdictCannotBeRead() throws Exception {
        FreeStyleBuild damaged = build();
        damaged.addAction(new FindingsAction(
                damaged, ID, "Weekly", new RecordOrigin("prod", "8", "", ""), new RecordSummary(null, Verdict.NONE)));
        assertThat(search(build(), "")).isEmpty();
        assertThat(lost).isTrue();
        assertThat(log()).startsWith("Skipped reference build job#1: ");
    }

    @Test
    void isLostWhenItsFileIsGone() throws Exception {
        Files.delete(record(build(), true, "").file());
        assertThat(search(build(), "")).isEmpty();
        assertThat(lost).isTrue();
    }

    @Test
    void isFoundBehindManyFailuresWithoutReadingThemAll() throws Exception {
        record(build(), true, "");
        for (int number = 2; number <= ReferenceSearch.MOST_BUILDS + 5; number++) {
            Files.deleteIfExists(record(build(), false, "job#1").file());
        }
        assertThat(search(build(), "")).hasValue("job#1");
    }

    @Test
    void isTheOneThatWasStillRunningDuringALaterFailure() throws Exception {
        record(build(), true, "");
        FreeStyleBuild slow = build();
        record(build(), false, "job#1");
        record(slow, true, "job#1");
        assertThat(search(build(), "")).hasValue("job#2");
    }

    @Test
    void isFoundBehindManyBuildsWithoutRecord() throws Exception {
        build();
        record(build(), true, "");
        build();
        for (int number = 1; number <= ReferenceSearch.MOST_BUILDS; number++) {
            build();
        }
        assertThat(search(build(), "")).hasValue("job#2");
        job.getBuildByNumber(2).delete();
        assertThat(search(job.getLastBuild(), "")).isEmpty();
        assertThat(lost).isFalse();
        assertThat(log()).isEmpty();
    }

    @Test
    void isNotSoughtForEver() throws Exception {
        record(build(), true, "");
        for (int number = 1; number <= ReferenceSearch.MOST_BUILDS; number++) {
            record(build(), false, "");
        }
        assertThat(search(build(), "")).isEmpty();
        assertThat(log())
                .isEqualTo("None of the last 200 builds has a record \"weekly\" with passed gates; earlier builds are"
                        + " not searched.");
    }

    @Test
    void isAnotherOneWhenItsFormatIsNewer() throws Exception {
        record(build(), true, "");
        FindingsAction newer = record(build(), true, "job#1");
        try (RandomAccessFile file = new RandomAccessFile(newer.file().toFile(), "rw")) {
            file.seek("SCFINDNG".length());
            file.writeInt(FindingCodec.FORMAT + 1);
        }
        assertThat(search(build(), "")).hasValue("job#1");
        assertThat(log())
                .isEqualTo("Skipped reference build job#2: The stored findings in securitycenter-weekly.findings have"
                        + " format " + (FindingCodec.FORMAT + 1)
                        + ", but this version of the plugin reads only formats up to "
                        + FindingCodec.FORMAT + "; update the plugin.");
    }

    @Test
    void isOfAnotherJobWhenAsked() throws Exception {
        FreeStyleProject main = jenkins.createFreeStyleProject("main");
        record(jenkins.buildAndAssertSuccess(main), true, "");
        record(build(), true, "");
        assertThat(search(build(), "main")).hasValue("main#1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(job.getLastBuild(), "master"))
                .withMessageStartingWith("Reference job \"master\" does not exist or cannot be read;");
    }

    @Test
    void isLostWhenAllBuildsOfTheOtherJobWereDeleted() throws Exception {
        FreeStyleProject main = jenkins.createFreeStyleProject("main");
        assertThat(search(build(), "main")).isEmpty();
        record(job.getLastBuild(), true, "");
        assertThat(search(build(), "main")).isEmpty();
        assertThat(lost).as("there never was one").isFalse();
        record(jenkins.buildAndAssertSuccess(main), true, "");
        record(build(), false, "main#1");
        main.getLastBuild().delete();

        assertThat(search(build(), "main")).isEmpty();
        assertThat(lost).isTrue();

        GateEvaluation compared = GateEvaluations.of(List.of(NEW));
        compared.referenceLost();
        record(job.getLastBuild(), compared.verdict(false), "", false);
        job.getBuildByNumber(3).delete();
        assertThat(search(build(), "main")).isEmpty();
        assertThat(lost).isTrue();

        record(jenkins.buildAndAssertSuccess(main), true, "");
        assertThat(search(build(), "main")).hasValue("main#2");
        assertThat(lost).isFalse();
    }

    @Test
    void isAnEarlierOneWhenTheJobNamesItself() throws Exception {
        record(build(), true, "");
        FreeStyleBuild slow = build();
        record(build(), true, "job#1");
        try (ReferenceBuild reference = open(slow, "job").orElseThrow()) {
            assertThat(reference.name()).isEqualTo("job#1");
        }
    }

    @Test
    void isAnotherOneWhenItsFileIsGone() throws Exception {
        record(build(), true, "");
        Files.delete(record(build(), true, "job#1").file());
        assertThat(search(build(), "")).hasValue("job#1");
        assertThat(log())
                .isEqualTo("Skipped reference build job#2: The stored findings in securitycenter-weekly.findings are"
                        + " missing; the file was deleted.");
    }

    @Test
    void isAnotherOneWhenItsFileIsDamaged() throws Exception {
        record(build(), true, "");
        FindingsAction damaged = record(build(), true, "job#1");
        try (RandomAccessFile file = new RandomAccessFile(damaged.file().toFile(), "rw")) {
            file.seek(20);
            file.write(~file.read());
        }
        assertThat(search(build(), "")).hasValue("job#1");
        assertThat(log()).startsWith("Skipped reference build job#2: ").contains("are damaged");
    }

    @Test
    void canBeReadAfterItsDeletion() throws Exception {
        FreeStyleBuild deleted = build();
        record(deleted, true, "");
        try (ReferenceBuild reference = open(build(), "").orElseThrow()) {
            deleted.delete();
            assertThat(read(reference)).containsExactly(finding().build());
            assertThat(reference.name()).isEqualTo("job#1");
        }
    }

    @Test
    void storesNoDescriptionsOfAnotherJob() throws Exception {
        record(jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("main")), true, "");
        record(build(), true, "");
        try (ReferenceBuild other = open(build(), "main").orElseThrow();
                ReferenceBuild own = open(job.getLastBuild(), "job").orElseThrow()) {
            assertThat(read(other)).containsExactly(finding().build().brief());
            assertThat(read(own)).containsExactly(finding().build());
        }
    }

    @Test
    void isOfTheSameRecord() throws Exception {
        record(build(), true, "");
        assertThat(new ReferenceSearch("other", Severity.INFO, new PrintStream(log)).before(build(), ""))
                .isEmpty();
    }

    @Test
    void isTheChosenOneAlthoughItsGatesFailed() throws Exception {
        record(build(), true, "");
        FindingsAction chosen = record(build(), false, "job#1");
        SampleChoice.choose(chosen, "alice");

        assertThat(search(build(), "")).hasValue("job#2");
        assertThat(log()).isEqualTo("User \"alice\" chose job#2 as the reference");

        SampleChoice.takeBack(chosen);
        assertThat(search(job.getLastBuild(), "")).hasValue("job#1");
    }

    @Test
    void isTheChosenOneAlthoughLaterBuildsHadPassed() throws Exception {
        FindingsAction chosen = record(build(), true, "");
        record(build(), true, "job#1");
        build();
        SampleChoice.choose(chosen, "alice");

        record(build(), false, "job#1", true);
        assertThat(search(build(), "")).hasValue("job#1");
        record(job.getLastBuild(), true, "job#1", true);
        assertThat(search(build(), "")).hasValue("job#5");

        SampleChoice.takeBack(chosen);
        job.getBuildByNumber(5).delete();
        assertThat(search(job.getLastBuild(), "")).hasValue("job#2");
    }

    @Test
    void isTheOneThatWasChosenLast() throws Exception {
        FindingsAction first = record(build(), false, "");
        FindingsAction second = record(build(), false, "");
        SampleChoice.choose(second, "alice");
        SampleChoice.choose(first, "bob");
        assertThat(search(build(), "")).hasValue("job#1");

        SampleChoice.choose(second, "alice");
        assertThat(search(job.getLastBuild(), "")).hasValue("job#2");
        SampleChoice.takeBack(second);
        assertThat(search(job.getLastBuild(), "")).hasValue("job#1");
    }

    @Test
    void isTheOneThatWasChosenWhileTheBuildRan() throws Exception {
        FindingsAction chosen = record(build(), true, "");
        record(build(), true, "job#1");
        FreeStyleBuild running = build();
        FindingsAction later = record(build(), true, "job#2");
        SampleChoice.choose(chosen, "alice");
        assertThat(search(running, "")).hasValue("job#1");

        SampleChoice.choose(later, "alice");
        assertThat(search(running, "")).hasValue("job#2");
    }

    @Test
    void isTheChosenOneOfTheSameRecordOnly() throws Exception {
        record(build(), true, "");
        SampleChoice.choose(record(build(), false, "job#1"), "alice");
        assertThat(new ReferenceSearch("other", Severity.INFO, new PrintStream(log)).before(build(), ""))
                .isEmpty();
    }

    @Test
    void isTheChosenOneOfAnotherJob() throws Exception {
        FreeStyleProject main = jenkins.createFreeStyleProject("main");
        FindingsAction chosen = record(jenkins.buildAndAssertSuccess(main), false, "");
        record(jenkins.buildAndAssertSuccess(main), true, "");
        SampleChoice.choose(chosen, "alice");
        assertThat(search(build(), "main")).hasValue("main#1");
    }

    @Test
    void isNoOtherOneWhenTheChosenOneCannotBeRead() throws Exception {
        record(build(), true, "");
        FindingsAction chosen = record(build(), false, "job#1");
        SampleChoice.choose(chosen, "alice");
        Files.delete(chosen.file());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(build(), ""))
                .withMessage("Build job#2, which user \"alice\" chose as the reference, cannot be read: The stored"
                        + " findings in securitycenter-weekly.findings are missing; the file was deleted. Take the"
                        + " choice back on the page of that build, or choose another one.");
    }

    @Test
    void isAnotherOneWhenTheChosenBuildWasDeleted() throws Exception {
        record(build(), true, "");
        FindingsAction chosen = record(build(), false, "job#1");
        build();
        SampleChoice.choose(chosen, "alice");
        chosen.getRun().delete();
        assertThat(search(build(), "")).hasValue("job#1");
    }

    private Optional<String> search(FreeStyleBuild build, String reference) throws IOException {
        Optional<ReferenceBuild> found = open(build, reference);
        if (found.isPresent()) {
            found.get().close();
        }
        return found.map(ReferenceBuild::name);
    }

    private Optional<ReferenceBuild> open(FreeStyleBuild build, String reference) {
        ReferenceSearch search =
                new ReferenceSearch(ID, Severity.INFO, new PrintStream(log, true, StandardCharsets.UTF_8));
        Optional<ReferenceBuild> found = search.before(build, reference);
        lost = search.lost();
        return found;
    }

    private static List<Finding> read(ReferenceBuild reference) throws IOException {
        List<Finding> keys = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        reference.readKeys(keys::add);
        reference.read(findings::add);
        assertThat(keys).hasSameSizeAs(findings);
        return findings;
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8).trim();
    }

    private FreeStyleBuild build() throws Exception {
        return jenkins.buildAndAssertSuccess(job);
    }

    private static FindingsAction record(FreeStyleBuild build, boolean passed, String reference) throws IOException {
        return record(build, passed, reference, false);
    }

    private static FindingsAction record(FreeStyleBuild build, boolean passed, String reference, boolean chosen)
            throws IOException {
        GateEvaluation evaluation = GateEvaluations.of(List.of(NOTHING));
        if (!passed) {
            GateEvaluations.accept(evaluation, finding().build(), FindingState.NEW);
        }
        return record(build, evaluation.verdict(true), reference, chosen);
    }

    private static FindingsAction record(FreeStyleBuild build, Verdict verdict, String reference, boolean chosen)
            throws IOException {
        try (FindingFileWriter writer =
                new FindingFileWriter(StoredFindings.file(build.getRootDir().toPath(), ID))) {
            writer.begin();
            writer.write(new RecordedFinding(finding().build(), FindingState.NEW));
            writer.end();
        }
        FindingsAction action = new FindingsAction(
                build,
                ID,
                "Weekly",
                new RecordOrigin("prod", "8", "", reference).referenceChosen(chosen),
                new RecordSummary(StateCounts.NONE, verdict));
        build.addAction(action);
        build.save();
        return action;
    }
}
