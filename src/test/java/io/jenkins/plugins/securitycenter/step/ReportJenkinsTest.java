package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.build.ReportBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.File;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ReportJenkinsTest {

    private static final String PDF = "node('far') { securityCenterReport 'Executive summary' }";
    private static final long SIZE = 300_000;

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;
    private DumbSlave agent;
    private WorkflowJob job;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
        simulator.controls().setReports(1, SIZE, false);
        agent = jenkins.createOnlineSlave(Label.get("far"));
        job = jenkins.createProject(WorkflowJob.class);
    }

    @AfterEach
    void close() {
        Patience.until("session closed", () -> simulator.openSessions() == 0);
        simulator.close();
    }

    @Test
    void theReportGoesToTheAgent() throws Exception {
        WorkflowRun run = run(
                Result.SUCCESS,
                "withSecurityCenter { node('far') { echo \"got ${securityCenterReport 'Executive summary'}\" } }");
        FilePath file = workspace().child("Executive_summary.pdf");
        assertThat(file.length()).isEqualTo(SIZE);
        assertThat(file.readToString()).startsWith("%PDF");
        assertThat(workspace().list()).containsExactly(file);
        jenkins.assertLogContains("got [reportId:1, file:Executive_summary.pdf, bytes:" + SIZE + "]", run);
        assertThat(Builds.lines(run))
                .startsWith("Launched report \"Executive summary\" on SecurityCenter \"simulator\": report 1")
                .contains("Report 1: Completed", "Downloaded report 1 to Executive_summary.pdf, " + SIZE + " bytes.");
        assertThat(requests()).containsOnlyOnce("POST /report/1/download");
        assertThat(requests())
                .filteredOn("POST /token"::equals)
                .as("for scripts and for steps")
                .hasSize(2);
        assertThat(requests()).filteredOn("DELETE /token"::equals).hasSize(2);
        assertThat(simulator.reportLaunches("1")).isEqualTo(1);
    }

    @Test
    void aGivenFileOnTheControllerIsReplaced() throws Exception {
        run(Result.SUCCESS, """
                node('built-in') {
                    writeFile file: 'out/all.csv', text: 'old'
                    securityCenterReport report: '2', outputFile: 'out/all.csv', timeout: 5
                    if (readFile('out/all.csv').startsWith('old')) { error 'not replaced' }
                }
                """);
        assertThat(simulator.reportLaunches("2")).isEqualTo(1);
    }

    @Test
    void nothingIsLaunchedThatCouldNotBeKept() throws Exception {
        workspace().mkdirs();
        workspace().child("link").symlinkTo(agent.getRemoteFS(), jenkins.createTaskListener());
        workspace().child("folder").mkdirs();
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "securityCenterReport 'Executive summary'",
                "outputFile needs a workspace; put the step in a node block.");
        sentences.put(
                "node('far') { securityCenterReport report: '1', outputFile: 'link/x' }",
                "outputFile \"link/x\" is not in the workspace; use a relative path inside it.");
        sentences.put(
                "node('far') { securityCenterReport report: '1', outputFile: '../x' }",
                "outputFile \"../x\" is not in the workspace; use a relative path inside it.");
        sentences.put(
                "node('far') { securityCenterReport report: '1', outputFile: 'folder' }",
                "outputFile \"folder\" is a directory; enter the path of a file.");
        sentences.put(
                "node('far') { securityCenterReport '' }",
                "report is empty; enter the name or the ID of a report definition.");
        sentences.put(
                "node('far') { securityCenterReport 'Nope' }",
                "Report definition \"Nope\" does not exist on SecurityCenter \"simulator\", or the account cannot use"
                        + " it; the account can use \"Executive summary\", \"All findings\".");
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            Builds.assertOnlySentence(run(Result.FAILURE, entry.getKey()), entry.getValue());
        }
        assertThat(simulator.reportLaunches("1")).isZero();
    }

    @Test
    void aReportThatFailsIsOneSentence() throws Exception {
        simulator.controls().setReports(1, SIZE, true);
        WorkflowRun run = run(Result.FAILURE, PDF);
        assertThat(Builds.lines(run))
                .last()
                .isEqualTo(
                        "ERROR: Report \"Executive summary\" on SecurityCenter \"simulator\" ended with status \"Error\": The"
                                + " report could not be generated.");
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void halfOfAReportIsNotKept() throws Exception {
        simulator.faults().on("POST", "/report/*/download").cutBody().times(1);
        simulator.faults().on("POST", "/report/*/download").error(403, 8, "The file is gone.");
        WorkflowRun run = run(Result.FAILURE, PDF);
        assertThat(Builds.lines(run))
                .last()
                .asString()
                .startsWith("ERROR: SecurityCenter \"simulator\": could not download report \"Executive summary\"");
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(workspace().list()).isEmpty();
    }

    @Test
    void aRefusedLaunchIsOneSentence() throws Exception {
        simulator.faults().on("POST", "/reportDefinition/*/launch").error(403, 9, "You may not launch reports.");
        Builds.assertOnlySentence(
                run(Result.FAILURE, PDF),
                "SecurityCenter \"simulator\": could not launch report \"Executive summary\": HTTP 403, error 9:"
                        + " You may"
                        + " not launch reports.");
    }

    @Test
    void anAccountWithoutOrganizationIsToldSo() throws Exception {
        Setup.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "admin", "", Simulator.ADMIN, Simulator.ADMIN_PASSWORD));
        WorkflowRun run =
                run(Result.FAILURE, "node('far') { securityCenterReport report: '1', credentialsId: 'admin' }");
        assertThat(Builds.lines(run)).singleElement().asString().startsWith("ERROR: SecurityCenter \"simulator\": ");
    }

    @Test
    void anAbortLeavesTheReport() throws Exception {
        abort("securityCenterReport 'Executive summary'");
        assertThat(requests()).doesNotContain("DELETE /report/1");
    }

    @Test
    void anAbortDeletesTheReportIfAsked() throws Exception {
        WorkflowRun run = abort("securityCenterReport report: 'Executive summary', onAbort: 'delete'");
        jenkins.assertLogContains("Deleted report 1.", run);
        assertThat(requests()).containsOnlyOnce("DELETE /report/1");
    }

    private WorkflowRun abort(String step) throws Exception {
        simulator.controls().setReports(600, SIZE, false);
        WorkflowRun run = Builds.define(job, "node('far') { " + step + " }")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("Report 1: Queued", run);
        assertThat(((CpsFlowExecution) run.getExecution()).getThreadDump().toString())
                .contains("securityCenterReport(report 1: Queued)");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
        return run;
    }

    @Test
    void anAbortEndsTheDownload() throws Exception {
        simulator.faults().on("POST", "/report/*/download").slow(Duration.ofSeconds(4));
        WorkflowRun run = Builds.define(job, PDF).scheduleBuild2(0).waitForStart();
        Patience.until("download", () -> requests().contains("POST /report/1/download"));
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
        Patience.until("session closed", () -> simulator.openSessions() == 0);
        File folder = new File(workspace().getRemote());
        Patience.until("tidied up", () -> folder.list().length == 0);
    }

    @Test
    void aFreestyleBuildDoesTheSame() throws Exception {
        ReportStep step = new ReportStep("$REPORT summary");
        step.setOutputFile("out/$BUILD_NUMBER.pdf");
        FreeStyleProject freestyle = freestyle(step);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(freestyle);
        assertThat(build.getWorkspace().child("out/1.pdf").length()).isEqualTo(SIZE);
    }

    @Test
    void aFreestyleBuildDeletesItsReportIfAsked() throws Exception {
        simulator.controls().setReports(600, SIZE, false);
        ReportStep step = new ReportStep("1");
        step.setOnAbort("delete");
        FreeStyleBuild build = freestyle(step).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Report 1: Queued", build);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Deleted report 1.", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    private FreeStyleProject freestyle(ReportStep step) throws Exception {
        FreeStyleProject freestyle = jenkins.createFreeStyleProject();
        freestyle.setAssignedNode(agent);
        freestyle.getBuildersList().add(new ReportBuilder(step));
        jenkins.jenkins
                .getGlobalNodeProperties()
                .add(new hudson.slaves.EnvironmentVariablesNodeProperty(
                        new hudson.slaves.EnvironmentVariablesNodeProperty.Entry("REPORT", "Executive")));
        return freestyle;
    }

    private FilePath workspace() {
        return agent.getWorkspaceFor(job);
    }

    private List<String> requests() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }

    private WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.define(job, script));
    }
}
