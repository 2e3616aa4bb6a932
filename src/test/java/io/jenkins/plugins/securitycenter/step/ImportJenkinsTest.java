package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.build.ImportBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
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
class ImportJenkinsTest {

    private static final String NESSUS =
            "<NessusClientData_v2><Report><ReportItem/><ReportItem/></Report></NessusClientData_v2>";
    private static final String IMPORT = "POST /scanResult/import";

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
        put(workspace());
    }

    @AfterEach
    void close() {
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void aFileOfTheAgentIsImportedAndRecorded() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter {
                    def made
                    node('far') { made = securityCenterImport file: 'in/a.nessus', repository: 'Default' }
                    echo "made ${made}"
                    echo "recorded ${securityCenterRecord().totals.total}"
                }
                """);
        jenkins.assertLogContains("made [scanResultId:1, url:" + simulator.url() + "/#scan_results/view/1]", run);
        jenkins.assertLogContains("recorded 2", run);
        assertThat(requests()).containsOnlyOnce("POST /file/upload", IMPORT);
        assertThat(requests())
                .filteredOn("POST /token"::equals)
                .as("for scripts and for steps")
                .hasSize(2);
        assertThat(requests()).filteredOn("DELETE /token"::equals).hasSize(2);
        assertThat(requests()).doesNotContain("POST /file/clear");
    }

    @Test
    void manyBuildsEachFindTheirOwn() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                node('far') {
                    def ids = [:]
                    parallel([1, 2, 3, 4].collectEntries { n -> ["$n", {
                        ids[n] = securityCenterImport(file: 'in/a.nessus', repository: 'Default').scanResultId
                    }] })
                    echo "ids ${ids.values().toSorted()}"
                }
                """);
        jenkins.assertLogContains("ids [1, 2, 3, 4]", run);
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        workspace().child("link").symlinkTo(agent.getRemoteFS(), jenkins.createTaskListener());
        String far = "node('far') { securityCenterImport file: '%s', repository: '%s' }";
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "securityCenterImport file: 'in/a.nessus', repository: 'Default'",
                "file needs a workspace; put the step in a node block.");
        sentences.put(
                far.formatted("../a", "Default"),
                "file \"../a\" is not in the workspace; use a relative path inside it.");
        sentences.put(
                far.formatted("link/a", "Default"),
                "file \"link/a\" is not in the workspace; use a relative path inside it.");
        sentences.put(
                far.formatted("in/b.nessus", "Default"),
                "file \"in/b.nessus\" does not exist or is not a file: "
                        + workspace().child("in/b.nessus"));
        sentences.put(
                far.formatted("in/a.nessus", "Nope"),
                "Repository \"Nope\" does not exist on SecurityCenter \"simulator\", or the account cannot use it;"
                        + " the account can"
                        + " use \"Default\", \"Restricted\".");
        sentences.put(
                far.formatted("in/a.nessus", ""), "repository is empty; enter the name or the ID of a repository.");
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            Builds.assertOnlySentence(run(Result.FAILURE, entry.getKey()), entry.getValue());
        }
        assertThat(requests()).doesNotContain("POST /file/upload");
    }

    @Test
    void aRefusedFileIsClearedInItsSession() throws Exception {
        simulator.faults().on("POST", "/scanResult/import").error(403, 8, "The file is not a scan result.");
        WorkflowRun run =
                run(Result.FAILURE, "node('far') { securityCenterImport file: 'in/a.nessus', repository: '1' }");
        assertThat(Builds.lines(run))
                .containsExactly(
                        "Removed the uploaded file \"in/a.nessus\".",
                        "ERROR: SecurityCenter \"simulator\": could not import file in/a.nessus into repository"
                                + " \"1\":"
                                + " HTTP 403, error 8: The file is not a scan result.");
        assertThat(requests()).containsOnlyOnce("POST /file/clear");
        assertThat(requests().indexOf("POST /file/clear")).isLessThan(requests().indexOf("DELETE /token"));
    }

    @Test
    void anAccountWithoutTheRightIsToldSo() throws Exception {
        simulator.controls().put("role", "{\"id\":\"2\",\"permUploadNessusResults\":\"false\"}");
        WorkflowRun run =
                run(Result.FAILURE, "node('far') { securityCenterImport file: 'in/a.nessus', repository: '1' }");
        assertThat(Builds.lines(run)).last().asString().startsWith("ERROR: ").contains("import");
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(requests()).doesNotContain(IMPORT);
    }

    @Test
    void anAbortLeavesTheImport() throws Exception {
        simulator.controls().setTiming(new SimulatorOptions.Timing(1, 600));
        WorkflowRun run = Builds.define(
                        job, "node('far') { securityCenterImport file: 'in/a.nessus', repository: 'Default' }")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("Started the import", run);
        jenkins.waitForMessage("import: ", run);
        assertThat(((CpsFlowExecution) run.getExecution()).getThreadDump().toString())
                .containsPattern("securityCenterImport\\(scan result 1: Completed, import: .*\\)");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(requests()).doesNotContain("POST /scanResult/1/stop");
    }

    @Test
    void aFreestyleBuildDoesTheSame() throws Exception {
        FreeStyleProject freestyle = jenkins.createFreeStyleProject();
        freestyle.setAssignedNode(agent);
        put(agent.getWorkspaceFor(freestyle));
        freestyle.getBuildersList().add(new ImportBuilder(new ImportStep("in/a.nessus", "Default")));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(freestyle);
        jenkins.assertLogContains(
                "Started the import of file \"in/a.nessus\" on SecurityCenter \"simulator\": scan result 1, ", build);
        assertThat(requests()).containsOnlyOnce("POST /file/upload", IMPORT);
    }

    private static void put(FilePath workspace) throws Exception {
        workspace.child("in/a.nessus").write(NESSUS, "UTF-8");
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
