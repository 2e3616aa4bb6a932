package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.remediation.VerificationObstacle;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pipelines in docs/examples do what their pages say. */
class ExamplesJenkinsTest extends ConnectedJenkins {

    /** Many hosts, so that each scan has new findings of all severities. */
    private static final String MANY = "'10.17.9.1-10.17.9.80'";

    @BeforeEach
    void findMuch() {
        simulator.controls().setTiming(new SimulatorOptions.Timing(0, 0));
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        simulator.controls().setFindings(2_000);
    }

    @Test
    void newFindingsFailTheNight() throws Exception {
        WorkflowJob job = job("nightly");
        WorkflowRun first = build(job);
        WorkflowRun second = build(job);

        assertThat(first.getResult()).isIn(Result.SUCCESS, Result.UNSTABLE);
        jenkins.assertLogContains("There is no reference build yet", first);
        assertThat(second.getResult())
                .isEqualTo(record(first).summary().verdict().passed() ? Result.FAILURE : first.getResult());
        assertThat(simulator.launches("2")).isEqualTo(2);
    }

    @Test
    void newFindingsStopTheDeployment() throws Exception {
        WorkflowJob job = Builds.define(
                jenkins.createProject(WorkflowJob.class, "deploy"),
                Snippets.runnable("docs/examples/deploy.md").replace("'192.0.2.10'", MANY));
        jenkins.assertLogContains("./deploy.sh production", jenkins.buildAndAssertSuccess(job));

        WorkflowRun second = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("./deploy.sh staging", second);
        jenkins.assertLogNotContains("./deploy.sh production", second);
        assertThat(simulator.controls().objects("scan"))
                .extracting(scan -> scan.path("name").asText())
                .noneMatch(name -> name.startsWith("Staging"));
    }

    @Test
    void aPullRequestIsComparedWithItsTarget() throws Exception {
        String script = Snippets.runnable("docs/examples/pull-request.md");
        Folder project = jenkins.createProject(Folder.class, "shop");
        WorkflowJob branch = Builds.define(project.createProject(WorkflowJob.class, "main"), script);
        build(branch);
        WorkflowJob request = Builds.define(project.createProject(WorkflowJob.class, "PR-1"), script);
        request.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("CHANGE_TARGET", "main")));

        assertThat(record(build(request)).origin().reference()).endsWith("main#1");
        assertThat(record(build(branch)).origin().reference()).endsWith("main#1");
    }

    @Test
    void aFixIsVerified() throws Exception {
        WorkflowJob job = job("verify");
        Finding fixed = verifiable(jenkins.buildAndAssertSuccess(job));
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(fixed.plugin().id()));

        WorkflowRun second = jenkins.assertBuildStatusSuccess(job.scheduleBuild2(
                0,
                new ParametersAction(
                        new StringParameterValue("SECURITYCENTER_VERIFY", Fingerprint.text(Fingerprint.of(fixed))))));

        jenkins.assertLogContains("1 of 1 fixed.", second);
        assertThat(FindingsAction.of(second, "verification")).isPresent();
        assertThat(FindingsAction.of(second, "securitycenter")).isEmpty();
    }

    @Test
    void aScanMadeElsewhereIsRecorded() throws Exception {
        WorkflowRun run = build(job("import"));
        jenkins.assertLogContains(" hosts, see " + simulator.url(), run);
        assertThat(run.getArtifacts()).extracting(Run.Artifact::getFileName).containsExactly("findings.html");
    }

    @Test
    void theMonthIsReported() throws Exception {
        jenkins.buildAndAssertSuccess(Builds.define(
                jenkins.createProject(WorkflowJob.class, "scan"), "securityCenterScan 'Weekly network scan'"));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job("report"));
        assertThat(run.getArtifacts())
                .extracting(Run.Artifact::getFileName)
                .containsExactlyInAnyOrder("summary.pdf", "findings.html", "findings.csv");
        assertThat(record(run).summary().changes().total().total()).isPositive();
    }

    @Test
    void theAssetListFollowsTheInventory() throws Exception {
        WorkflowJob job = job("assets");
        jenkins.assertLogContains("to 2 addresses", build(job));
        jenkins.assertLogNotContains("to 2 addresses", build(job));
        assertThat(simulator.controls().objects("asset"))
                .extracting(asset -> asset.path("typeFields").path("definedIPs").asText())
                .anyMatch(addresses -> addresses.contains("192.0.2.30") && !addresses.contains("192.0.2.40"));
    }

    @Test
    void theLibraryRecordsForAllJobs() throws Exception {
        WorkflowJob job = job("library");
        WorkflowRun overdue = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("overdue findings of severity Medium or worse, none allowed", overdue);
        jenkins.assertLogNotContains("Runs only if no rule is violated", overdue);

        Builds.define(job, Snippets.runnable("docs/examples/library.md").replace("type: 'overdue'", "type: 'new'"));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains(" new findings, ", run);
        jenkins.assertLogContains("Runs only if no rule is violated", run);
    }

    /** A job with the pipeline of a page, and with the files that it reads. */
    private WorkflowJob job(String page) throws Exception {
        WorkflowJob job = Builds.define(
                jenkins.createProject(WorkflowJob.class, page), Snippets.runnable("docs/examples/" + page + ".md"));
        Snippets.files(Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote()));
        return job;
    }

    private WorkflowRun build(WorkflowJob job) throws Exception {
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }

    private static FindingsAction record(Run<?, ?> run) {
        return FindingsAction.of(run, "securitycenter").orElseThrow();
    }

    private static Finding verifiable(Run<?, ?> run) throws Exception {
        List<RecordedFinding> all = new ArrayList<>();
        StoredFindings.open(record(run).file()).forEach(row -> true, all::add);
        return all.stream()
                .map(RecordedFinding::finding)
                .filter(finding -> finding.severity().atLeast(Severity.LOW))
                .filter(finding -> VerificationObstacle.of(finding).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
