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
import io.jenkins.plugins.securitycenter.build.RawResultBuilder;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ExportJenkinsTest {

    private static final String DOWNLOAD = "/scanResult/*/download";

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;
    private DumbSlave agent;
    private WorkflowJob job;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
        agent = jenkins.createOnlineSlave(Label.get("far"));
        job = jenkins.createProject(WorkflowJob.class);
    }

    @AfterEach
    void close() {
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void theLastScanGoesToTheAgent() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter {
                    securityCenterScan scan: '1'
                    node('far') { echo "got ${securityCenterExport()}" }
                }
                """);
        FilePath file = workspace().child("scan-result-1.nessus");
        assertThat(file.readToString())
                .startsWith("<?xml")
                .contains("<NessusClientData_v2")
                .endsWith(">");
        jenkins.assertLogContains("got [file:scan-result-1.nessus, bytes:" + file.length() + "]", run);
        assertThat(workspace().list()).containsExactly(file);
        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .containsOnlyOnce("POST /scanResult/1/download");
        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .as("for scripts and for steps")
                .filteredOn("POST /token"::equals)
                .hasSize(2);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aGivenOneGoesToAGivenFileOnTheController() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def id = securityCenterScan(scan: '2').scanResultId
                securityCenterScan scan: '1'
                node('built-in') {
                    writeFile file: 'a/b/raw.nessus', text: 'old'
                    securityCenterExport scanResultId: id, outputFile: 'a/b/raw.nessus'
                    echo readFile('a/b/raw.nessus').take(5)
                }
                """);
        jenkins.assertLogContains("<?xml", run);
        jenkins.assertLogContains("SecurityCenter \"simulator\": exported scan result 1 to a/b/raw.nessus, ", run);
    }

    @Test
    void halfOfAFileIsNotKept() throws Exception {
        for (Runnable fault : List.<Runnable>of(
                () -> simulator.faults().on("POST", DOWNLOAD).cutBody().times(1),
                () -> simulator.faults().on("POST", DOWNLOAD).cutChunkedBody().times(1),
                () -> simulator.faults().on("POST", DOWNLOAD).truncated())) {
            fault.run();
            simulator.faults().on("POST", DOWNLOAD).error(403, 8, "The file is gone.");
            WorkflowRun run = run(Result.FAILURE, """
                    securityCenterScan scan: '1'
                    node('far') {
                        writeFile file: 'raw.nessus', text: 'old'
                        securityCenterExport outputFile: 'raw.nessus'
                    }
                    """);
            assertThat(Builds.lines(run))
                    .last()
                    .asString()
                    .startsWith("ERROR: SecurityCenter \"simulator\": could not download scan result ");
            assertThat(workspace().child("raw.nessus").readToString()).isEqualTo("old");
            assertThat(workspace().list()).hasSize(1);
            simulator.faults().clear();
        }
    }

    @Test
    void aDownloadThatIsCutOnceIsRepeated() throws Exception {
        simulator.faults().on("POST", DOWNLOAD).cutBody().times(1);
        run(Result.SUCCESS, "securityCenterScan scan: '1'\nnode('far') { securityCenterExport() }");
        assertThat(workspace().child("scan-result-1.nessus").readToString()).endsWith("</NessusClientData_v2>");
    }

    @Test
    void anAbortLeavesNothing() throws Exception {
        simulator.faults().on("POST", DOWNLOAD).slow(Duration.ofSeconds(4));
        WorkflowRun run = Builds.define(
                        job, "securityCenterScan scan: '1'\nnode('far') { securityCenterExport outputFile: 'x' }")
                .scheduleBuild2(0)
                .waitForStart();
        Patience.until(
                "download",
                () -> simulator.requests().stream()
                        .anyMatch(request -> request.path().endsWith("/download")));
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
        simulator.faults().clear();
        Patience.until("tidied up", () -> simulator.openSessions() == 0);
        assertThat(workspace().list()).isEmpty();
    }

    @Test
    void aRefusalIsOneSentence() throws Exception {
        Setup.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "analyst", "", "analyst", "analyst-password"));
        WorkflowRun run = run(
                Result.FAILURE,
                "securityCenterScan scan: '1'\nnode('far') { securityCenterExport credentialsId: 'analyst' }");
        assertThat(Builds.lines(run))
                .last()
                .asString()
                .startsWith(
                        "ERROR: SecurityCenter \"simulator\": could not download scan result 1: HTTP 403, error 150:"
                                + " Scan Result #1 failed.");
        assertThat(workspace().list()).isEmpty();
    }

    @Test
    void noFileLeavesTheWorkspace() throws Exception {
        workspace().mkdirs();
        workspace().child("link").symlinkTo(agent.getRemoteFS(), jenkins.createTaskListener());
        for (String path : List.of("../x", "a/../../x", "/x", "C:\\\\x", "..\\\\x", "link/x")) {
            WorkflowRun run = run(
                    Result.FAILURE,
                    "node('far') { securityCenterExport scanResultId: '1', outputFile: '" + path + "' }");
            Builds.assertOnlySentence(
                    run,
                    "outputFile \"" + path.replace("\\\\", "\\")
                            + "\" is not in the workspace; use a relative path inside it.");
        }
        assertThat(agent.getRootPath().child("x").exists()).isFalse();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        Builds.assertOnlySentence(
                run(Result.FAILURE, "node { securityCenterExport() }"),
                "scanResultId is empty and this build has not run a scan; set scanResultId.");
        Builds.assertOnlySentence(
                run(Result.FAILURE, "securityCenterExport scanResultId: '1'"),
                "outputFile needs a workspace; put the step in a node block.");
        Builds.assertOnlySentence(
                run(Result.FAILURE, "node { securityCenterExport scanResultId: '1 or 2' }"),
                "scanResultId \"1 or 2\" is not a valid ID; use a number such as 42, or leave it empty for the"
                        + " last scan of the build.");
        Builds.assertOnlySentence(
                run(
                        Result.FAILURE,
                        "node { writeFile file: 'x/y', text: ''; securityCenterExport scanResultId: '1',"
                                + " outputFile: 'x' }"),
                "outputFile \"x\" is a directory; enter the path of a file.");
    }

    @Test
    void aFreestyleBuildExportsItsScan() throws Exception {
        FreeStyleProject freestyle = jenkins.createFreeStyleProject();
        freestyle.setAssignedNode(agent);
        RawResultStep step = new RawResultStep();
        step.setOutputFile("raw-$BUILD_NUMBER.nessus");
        freestyle.getBuildersList().add(new ScanBuilder(new ScanStep("1")));
        freestyle.getBuildersList().add(new RawResultBuilder(step));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(freestyle);
        assertThat(build.getWorkspace().child("raw-1.nessus").readToString()).startsWith("<?xml");
    }

    private FilePath workspace() {
        return agent.getWorkspaceFor(job);
    }

    private WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.define(job, script));
    }
}
