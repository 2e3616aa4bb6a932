package io.jenkins.plugins.securitycenter.verification;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.remediation.VerificationObstacle;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import io.jenkins.plugins.securitycenter.step.VerificationDefinition;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;

/** Findings of a recorded build are verified by later builds. */
class VerificationJenkinsTest extends ConnectedJenkins {

    private WorkflowJob job;
    private List<Finding> findings;

    @BeforeEach
    void record() throws Exception {
        simulator.controls().setTiming(new SimulatorOptions.Timing(0, 0));
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        job = Builds.define(
                jenkins.createProject(WorkflowJob.class, "job"), "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        List<RecordedFinding> all = new ArrayList<>();
        StoredFindings.open(
                        FindingsAction.of(run, "securitycenter").orElseThrow().file())
                .forEach(row -> true, all::add);
        findings = all.stream()
                .map(RecordedFinding::finding)
                .filter(finding -> finding.severity().atLeast(Severity.LOW))
                .filter(finding -> VerificationObstacle.of(finding).isEmpty())
                .toList();
    }

    @Test
    void whatIsGoneIsFixed() throws Exception {
        Finding gone = findings.get(0);
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(gone.plugin().id()));
        WorkflowRun run = build(Result.SUCCESS, """
                def fix = securityCenterScan verify: [fingerprints: ['%s']], credentials: 'Linux root'
                echo "${fix.verified} ${fix.fixed} ${fix.stillThere} ${fix.notChecked} ${fix.id} ${fix.sentence}"
                echo "${fix.findings[0].state} ${fix.findings[0].pluginId} '${fix.findings[0].reason}'"
                """.formatted(fingerprint(gone)));

        jenkins.assertLogContains("1 1 0 0 verification 1 of 1 fixed.", run);
        jenkins.assertLogContains("fixed " + gone.plugin().id() + " ''", run);
        jenkins.assertLogContains(
                "Verifying 1 finding of record \"securitycenter\" of job#1 with 1 remediation scan:", run);
        jenkins.assertLogContains("1. 1 host, 1 plugin, 1 finding", run);
        jenkins.assertLogContains("Verification of job#1: 1 of 1 fixed.", run);
        assertThat(FindingsAction.of(job.getBuildByNumber(1), "securitycenter")
                        .orElseThrow()
                        .origin()
                        .scanId())
                .isEqualTo("2");
        // the policy is known from its creation
        assertThat(requests("POST /policy")).isEqualTo(1);
        assertThat(requests("GET /policy/1000003")).isZero();
        FindingsAction record = FindingsAction.of(run, "verification").orElseThrow();
        assertThat(record.verifies()).isTrue();
        assertThat(record.summary().changes().fixed().total()).isEqualTo(1);
        assertThat(FindingsAction.recorded(run)).isEmpty();
        assertNothingLeft(run);
    }

    @Test
    void whatIsStillThereMakesTheBuildUnstable() throws Exception {
        WorkflowRun run = build(Result.UNSTABLE, verify("fingerprints: ['" + fingerprint(findings.get(0)) + "']"));

        jenkins.assertLogContains("0 of 1 fixed, 1 still there.", run);
        assertThat(FindingsAction.of(run, "verification")
                        .orElseThrow()
                        .summary()
                        .verdict()
                        .passed())
                .isFalse();
        assertNothingLeft(run);
    }

    @Test
    void resultOfTheBuildCanBeChosen() throws Exception {
        String one = "fingerprints: ['" + fingerprint(findings.get(0)) + "']";
        build(Result.FAILURE, verify(one + ", stillThere: 'failure'"));
        build(Result.SUCCESS, verify(one + ", stillThere: 'ignore'"));
    }

    /** A finding of which nothing is known is not fixed. */
    @Test
    void whatCouldNotBeCheckedMakesTheBuildUnstable() throws Exception {
        Finding local = findings.stream()
                .filter(finding -> finding.port() == 0)
                .findFirst()
                .orElseThrow();
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE
                        .refusedBy(local.host().ip())
                        .lacking(local.plugin().id()));
        WorkflowRun run = build(Result.UNSTABLE, verify("fingerprints: '" + fingerprint(local) + "'"));

        jenkins.assertLogContains("0 of 1 fixed, 1 could not be checked (", run);
        jenkins.assertLogContains("Not checked (the scanner did not log in to its host): 1 finding on ", run);
        assertNothingLeft(run);
    }

    @Test
    void severalScansRunOneAfterAnother() throws Exception {
        WorkflowRun run = build(Result.UNSTABLE, verify("severity: 'High, Critical', maximumScans: 3"));

        jenkins.assertLogContains("with 3 remediation scans:", run);
        jenkins.assertLogContains("\"Remediation scan of job#2 (3 of 3)\"", run);
        assertThat(requests("POST /policy")).isEqualTo(3);
        assertThat(FindingsAction.of(run, "verification")
                        .orElseThrow()
                        .summary()
                        .changes()
                        .outstanding()
                        .total())
                .isPositive();
        assertNothingLeft(run);
    }

    @Test
    void freestyleBuildVerifiesTheFindingsOfAnotherJob() throws Exception {
        VerificationDefinition definition = new VerificationDefinition();
        definition.setJob("job");
        definition.setBuild("last");
        definition.setFingerprints("${SECURITYCENTER_VERIFY}");
        ScanStep step = new ScanStep(null);
        step.setVerify(definition);
        FreeStyleProject other = jenkins.createFreeStyleProject("other");
        other.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("SECURITYCENTER_VERIFY", fingerprint(findings.get(0)))));
        other.getBuildersList().add(new ScanBuilder(step));
        FreeStyleBuild build = jenkins.assertBuildStatus(Result.UNSTABLE, other.scheduleBuild2(0));

        jenkins.assertLogContains("Verification of job#1: 0 of 1 fixed, 1 still there.", build);
        assertThat(FindingsAction.of(build, "verification")).isPresent();
        assertThat(simulator.controls().objects("policy")).hasSize(2);
    }

    /** The page starts nothing by itself. */
    @Test
    void pageOfAFindingShowsTheStep() throws Exception {
        Finding finding = findings.get(0);
        FindingsAction record =
                FindingsAction.of(job.getBuildByNumber(1), "securitycenter").orElseThrow();
        int row = stored(record).stream()
                .map(recorded -> fingerprint(recorded.finding()))
                .toList()
                .indexOf(fingerprint(finding));
        String address = record.getRun().getUrl() + "securitycenter/finding/" + row + "/";
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.goTo(address);
            assertThat(page.querySelector("textarea[aria-label='Pipeline step']")
                            .getTextContent())
                    .isEqualTo("securityCenterScan verify: [build: 1, fingerprints: '" + fingerprint(finding) + "']");
            assertThat(page.asXml()).contains("Verify this fix").doesNotContain("SECURITYCENTER_VERIFY");
            job.addProperty(
                    new ParametersDefinitionProperty(new StringParameterDefinition("SECURITYCENTER_VERIFY", "")));
            HtmlPage withParameter = client.goTo(address);
            assertThat(withParameter.asXml()).contains("as the parameter SECURITYCENTER_VERIFY.");
            assertThat(withParameter.getAnchorByText("Build with parameters").getHrefAttribute())
                    .endsWith("/job/job/build?delay=0sec");
        }
    }

    @Test
    void pageOfTheRecordTellsTheResult() throws Exception {
        WorkflowRun run = build(Result.UNSTABLE, verify("fingerprints: ['" + fingerprint(findings.get(0)) + "']"));
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            assertThat(client.goTo(run.getUrl() + "verification/").asNormalizedText())
                    .contains("0 of 1 fixed, 1 still there.", "verification of job#1");
            assertThat(client.goTo(run.getUrl()).asNormalizedText()).contains("0 of 1 fixed, 1 still there.");
        }
    }

    /** The record of a verification is no reference, but the next record takes over what it found fixed. */
    @Test
    void nextRecordTakesOverWhatWasVerified() throws Exception {
        Finding gone = findings.get(0);
        Finding other = findings.stream()
                .filter(one -> one.host().equals(gone.host()) && !one.key().equals(gone.key()))
                .findFirst()
                .orElseThrow();
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(gone.plugin().id()));
        build(Result.SUCCESS, verify("fingerprints: ['" + fingerprint(gone) + "']"));
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.silentAt(gone.host().ip()));
        WorkflowRun run = build(Result.SUCCESS, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");

        FindingsAction record = FindingsAction.of(run, "securitycenter").orElseThrow();
        assertThat(record.getReference()).isEqualTo("job#1");
        assertThat(states(record, gone)).containsExactly(FindingState.FIXED);
        assertThat(states(record, other)).containsExactly(FindingState.NOT_SCANNED);
        jenkins.assertLogContains("Build job#2 of ", run);
        jenkins.assertLogContains(" verified that 1 finding is fixed", run);
    }

    /** A record whose gates did not pass is no reference, but it has seen the finding. */
    @Test
    void recordInBetweenThatFindsItAgainTakesTheVerificationBack() throws Exception {
        Finding gone = findings.get(0);
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(gone.plugin().id()));
        build(Result.SUCCESS, verify("fingerprints: ['" + fingerprint(gone) + "']"));
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        build(
                Result.FAILURE,
                "securityCenterScan 'DMZ'\nsecurityCenterRecord gates: [[threshold: 1, severity: 'Info', type: 'new',"
                        + " result: 'failure']]");
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.silentAt(gone.host().ip()));
        WorkflowRun run = build(Result.SUCCESS, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");

        FindingsAction record = FindingsAction.of(run, "securitycenter").orElseThrow();
        assertThat(record.getReference()).isEqualTo("job#1");
        assertThat(states(record, gone)).containsExactly(FindingState.NOT_SCANNED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build: 99|Build 99 of job \"job\" does not exist; set build to the number of another build.",
                "build: 1, id: 'web'|Build job#1 has no record \"web\"; set id to one of securitycenter.",
                "id: 'web'|Job \"job\" has no reference record \"web\"; set build to the number of a build, or to last.",
                "job: 'nonesuch'|Reference job \"nonesuch\" does not exist or cannot be read;",
                "plugin: '1'|Record \"securitycenter\" of job#1 has no finding that matches plugin 1, so there is nothing",
                "fingerprints: '0123456789abcdef'|Record \"securitycenter\" of job#1 has no finding with the fingerprint"
                        + " 0123456789abcdef;",
                "severity: 'Severe'|Unknown severity \"Severe\". Use Critical, High, Medium, Low or Info."
            })
    void badInputGetsOneSentence(String parameters, String sentence) throws Exception {
        WorkflowRun run = build(Result.FAILURE, verify(parameters));

        jenkins.assertLogContains(sentence, run);
        jenkins.assertLogNotContains("\tat ", run);
        assertNothingLeft(run);
        assertThat(requests("POST /policy")).isZero();
    }

    @Test
    void expiredFileOfTheRecordGetsOneSentence() throws Exception {
        Files.delete(FindingsAction.of(job.getBuildByNumber(1), "securitycenter")
                .orElseThrow()
                .file());
        WorkflowRun run = build(Result.FAILURE, verify("build: 1"));

        jenkins.assertLogContains("Record \"securitycenter\" of job#1 cannot be verified: The stored findings in", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(requests("POST /policy")).isZero();
    }

    @Test
    void importedFindingsAreRefused() throws Exception {
        WorkflowRun first = job.getBuildByNumber(1);
        FindingsAction record = FindingsAction.of(first, "securitycenter").orElseThrow();
        first.addAction(new ScanResultAction(
                new ScanResultAction.Server(record.getServer(), URI.create(simulator.url())),
                record.getScanResultId(),
                ParallelBranch.NONE));
        WorkflowRun run = build(Result.FAILURE, verify("severity: 'High'"));

        jenkins.assertLogContains(
                "The findings of record \"securitycenter\" of job#1 were imported from a file, so no scan of"
                        + " SecurityCenter can verify them.",
                run);
        assertThat(requests("POST /policy")).isZero();
    }

    @Test
    void findingsOfAServerWithAnotherUrlAreRefused() throws Exception {
        try (Simulator replacement = Setup.quick()) {
            SecurityCenterConfiguration.get().setServers(List.of(Setup.server(Setup.SERVER, replacement)));
            WorkflowRun run = build(Result.FAILURE, verify("severity: 'High'"));

            jenkins.assertLogContains(
                    "The findings of record \"securitycenter\" of job#1 are from " + simulator.url()
                            + "/#scan_results/view/1, but SecurityCenter \"simulator\" has another URL now; record the"
                            + " findings again.",
                    run);
            assertThat(replacement.requests()).isEmpty();
        }
    }

    @Test
    void missingPermissionToCreatePoliciesLeavesNothing() throws Exception {
        simulator.faults().on("POST", "/policy").error(403, 146, "You do not have permission to create policies.");
        WorkflowRun run = build(
                Result.FAILURE, verify("plugin: '" + findings.get(0).plugin().id() + "'"));

        jenkins.assertLogContains("You do not have permission to create policies.", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertNothingLeft(run);
    }

    @Test
    void anotherServerIsRefused() throws Exception {
        WorkflowRun run = build(Result.FAILURE, "securityCenterScan verify: [severity: 'High'], server: 'elsewhere'");

        jenkins.assertLogContains("server is \"elsewhere\", but record \"securitycenter\" of job#1 is from", run);
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        Builds.define(job, script);
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static List<FindingState> states(FindingsAction record, Finding finding) throws Exception {
        return stored(record).stream()
                .filter(recorded -> fingerprint(recorded.finding()).equals(fingerprint(finding)))
                .map(RecordedFinding::state)
                .toList();
    }

    private static List<RecordedFinding> stored(FindingsAction record) throws Exception {
        List<RecordedFinding> all = new ArrayList<>();
        StoredFindings.open(record.file()).forEach(row -> true, all::add);
        return all;
    }

    private static String verify(String parameters) {
        return "def fix = securityCenterScan verify: [" + parameters + "]\necho fix.sentence";
    }

    private static String fingerprint(Finding finding) {
        return Fingerprint.text(Fingerprint.of(finding));
    }

    private void assertNothingLeft(WorkflowRun run) {
        assertThat(simulator.controls().objects("scan")).hasSize(9);
        assertThat(simulator.controls().objects("policy")).hasSize(2);
        assertThat(run.getRootDir().list((dir, name) -> name.startsWith("securitycenter-verify-")))
                .isEmpty();
    }
}
