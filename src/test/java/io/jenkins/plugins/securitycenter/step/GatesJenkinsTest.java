package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What gates make of builds and their stages. */
@WithJenkins
class GatesJenkinsTest {

    private static final String SENTENCE = "50 findings of any severity, none allowed";

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(50));
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"unstable, UNSTABLE", "failure, FAILURE"})
    void marksBuildAndStageAndGoesOn(String word, String name) throws Exception {
        Result result = Result.fromString(name);
        WorkflowRun run = run(result, """
                stage('before') { echo 'nothing' }
                stage('scan') {
                    def scan = securityCenterScan 'DMZ'
                    def record = securityCenterRecord scanResultId: scan.scanResultId,
                        gates: [[threshold: 1, severity: 'Info', type: 'total', result: '%s']]
                    echo "verdict ${record.verdict}, build ${currentBuild.result}"
                }
                stage('after') { echo 'goes on' }
                """.formatted(word));
        jenkins.assertLogContains(
                "verdict " + (result == Result.FAILURE ? "failed" : "unstable") + ", build " + name, run);
        jenkins.assertLogContains("goes on", run);
        assertThat(warnings(run)).singleElement().satisfies(node -> {
            WarningAction warning = node.getPersistentAction(WarningAction.class);
            assertThat(warning.getResult()).isEqualTo(result);
            assertThat(warning.getMessage()).isEqualTo(SENTENCE);
            assertThat(stageOf(node)).isEqualTo("scan");
        });
    }

    @Test
    void marksTheStageOnly() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan 'DMZ'
                def record = securityCenterRecord abortPipeline: true,
                    gates: [[threshold: 1, severity: 'Info', type: 'total', result: 'stage']]
                echo "verdict ${record.verdict}, build ${currentBuild.result}"
                """);
        jenkins.assertLogContains("verdict stage, build null", run);
        assertThat(warnings(run)).singleElement().satisfies(node -> {
            WarningAction warning = node.getPersistentAction(WarningAction.class);
            assertThat(warning.getResult()).isEqualTo(Result.UNSTABLE);
            assertThat(warning.getMessage()).isEqualTo(SENTENCE);
        });
    }

    @ParameterizedTest
    @CsvSource({"unstable, unstable", "failure, failed"})
    void stopsThePipelineAfterEverythingIsRecorded(String word, String verdict) throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                stage('scan') {
                    node {
                        securityCenterScan 'DMZ'
                        try {
                            securityCenterRecord abortPipeline: true, exports: [csv: 'findings.csv'],
                                gates: [[threshold: 1, severity: 'Info', type: 'total', result: '%s']]
                        } finally {
                            echo "exported ${fileExists 'findings.csv'}, build ${currentBuild.result}"
                        }
                    }
                }
                stage('deploy') { echo 'goes on' }
                """.formatted(word));
        jenkins.assertLogContains("exported true, build " + (verdict.equals("failed") ? "FAILURE" : "UNSTABLE"), run);
        jenkins.assertLogContains(
                "ERROR: The verdict of record \"securitycenter\" is " + verdict + ", and abortPipeline is set", run);
        jenkins.assertLogNotContains("goes on", run);
        assertThat(run.getAction(FindingsAction.class)).isNotNull();
    }

    @Test
    void doesNotStopThePipelineWhenGatesPass() throws Exception {
        run(Result.SUCCESS, """
                securityCenterScan 'DMZ'
                securityCenterRecord abortPipeline: true, gates: [[threshold: 51, severity: 'Info', type: 'total']]
                """);
    }

    @Test
    void marksNothingWhenGatesPass() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan 'DMZ'
                def record = securityCenterRecord gates: [[threshold: 51, severity: 'Info', type: 'total']]
                echo "verdict ${record.verdict}, build ${currentBuild.result}"
                """);
        jenkins.assertLogContains("verdict passed, build null", run);
        assertThat(warnings(run)).isEmpty();
    }

    @Test
    void marksTheBranchOfAParallelBuild() throws Exception {
        WorkflowRun run = run(Result.UNSTABLE, """
                def scan = securityCenterScan 'DMZ'
                parallel strict: {
                    securityCenterRecord id: 'strict', scanResultId: scan.scanResultId,
                        gates: [[threshold: 1, severity: 'Info', type: 'total']]
                }, mild: {
                    def mild = securityCenterRecord id: 'mild', scanResultId: scan.scanResultId,
                        gates: [[threshold: 1000, severity: 'Info', type: 'total']]
                    echo "mild ${mild.verdict}"
                }
                """);
        jenkins.assertLogContains("mild passed", run);
        assertThat(warnings(run))
                .singleElement()
                .satisfies(node -> assertThat(stageOf(node)).isEqualTo("Branch: strict"));
    }

    @Test
    void isNotUndoneByWhatCatchesErrors() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                securityCenterScan 'DMZ'
                catchError(buildResult: 'SUCCESS', stageResult: 'SUCCESS') {
                    securityCenterRecord gates: [[threshold: 1, severity: 'Info', type: 'total', result: 'failure']]
                    error 'caught'
                }
                echo "build ${currentBuild.result}"
                """);
        jenkins.assertLogContains("build FAILURE", run);
        jenkins.assertLogContains("Verdict: failed", run);
    }

    @Test
    void worsensResultsOnly() throws Exception {
        run(Result.FAILURE, """
                securityCenterScan 'DMZ'
                currentBuild.result = 'FAILURE'
                securityCenterRecord gates: [[threshold: 1, severity: 'Info', type: 'total', result: 'unstable']]
                """);
    }

    @Test
    void letsScriptsDecideByThemselves() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                def scan = securityCenterScan 'DMZ'
                def record = securityCenterRecord gates: [[threshold: 1, severity: 'Critical', type: 'new']]
                echo "${record.keySet()}"
                echo "${record.gates[0].keySet()} ${record.gates[0].state} ${record.page} ${record.url == scan.url}"
                if (record.totals.total - record.totals.info > 1) {
                    error "Too much for ${record.server}"
                }
                """);
        jenkins.assertLogContains(
                "[id, server, scanResultId, url, page, partial, missing, repeated, nothingScanned, hosts,"
                        + " authenticatedHosts, notAuthenticated, reference, compared, totals, new, fixed, outstanding,"
                        + " notScanned, notChecked, suppressed, suppressions, overdue,"
                        + " fixes, gates, scanQuality, verdict, mailHtml, mailText]",
                run);
        jenkins.assertLogContains(
                "[type, severity, threshold, exploitAvailable, minimumCvss, minimumVpr, pluginFamily, knownExploited,"
                        + " minimumEpss, patchAvailable, olderThanDays, cve, host, port, result, state,"
                        + " count, sentence] inactive " + jenkins.getURL() + run.getUrl() + "securitycenter/ true",
                run);
        jenkins.assertLogContains("ERROR: Too much for simulator", run);
    }

    /** Otherwise, deleting a build would make the next one pass. */
    @Test
    void violatesGatesWhenTheReferenceWasDeleted() throws Exception {
        WorkflowJob job = Builds.pipeline(jenkins, """
                securityCenterScan 'DMZ'
                securityCenterRecord gates: [[threshold: 1, severity: 'Info', type: 'new']]
                """);
        WorkflowRun reference = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("Gate violated (unstable): ", jenkins.buildAndAssertStatus(Result.UNSTABLE, job));
        reference.delete();

        jenkins.assertLogContains(
                "Gate violated (unstable): There is no readable reference build any more, so new findings of any severity"
                        + " cannot be counted; choose a reference on the page of a record",
                jenkins.buildAndAssertStatus(Result.UNSTABLE, job));
    }

    @Test
    void refusesGatesForWhatIsNotRecorded() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                securityCenterScan 'DMZ'
                securityCenterRecord minimumSeverity: 'High',
                    gates: [[threshold: 1, severity: 'Medium', type: 'total']]
                """);
        jenkins.assertLogContains(
                "gate severity \"Medium\" counts findings that minimumSeverity \"High\" leaves out; use a more severe one"
                        + " for the gate, or record these findings.",
                run);
        assertThat(run.getActions(FindingsAction.class)).isEmpty();
    }

    @Test
    void marksTheStageOfAPartialScan() throws Exception {
        WorkflowRun run = run(Result.UNSTABLE, "stage('scan') { securityCenterScan '6' }");
        assertThat(warnings(run)).singleElement().satisfies(node -> {
            assertThat(node.getPersistentAction(WarningAction.class).getMessage())
                    .isEqualTo("The scan is partial");
            assertThat(stageOf(node)).isEqualTo("scan");
        });
    }

    @Test
    void storesTheScanAndItsResultBeforeTheNextStep() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("6")));
        job.getBuildersList().add(new Stored());
        jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
        assertThat(Stored.xml).contains("<result>UNSTABLE</result>", "<scanResultId>");
    }

    /** Keeps what is stored of the build. */
    public static final class Stored extends TestBuilder {

        private static String xml = "";

        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws IOException {
            xml = Files.readString(build.getRootDir().toPath().resolve("build.xml"));
            return true;
        }
    }

    @Test
    void judgesFreestyleBuildsAlike() throws Exception {
        GateRule gate = new GateRule(1, "Info", "total");
        gate.setResult("failure");
        RecordStep record = new RecordStep();
        record.setGates(List.of(gate));
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        job.getPublishersList().add(new RecordPublisher(record));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("Gate violated (failure): " + SENTENCE, build);
        jenkins.assertLogContains("Findings: " + jenkins.getURL() + build.getUrl() + "securitycenter/", build);
    }

    @Test
    void failsThePostBuildActionWhenAsked() throws Exception {
        RecordStep record = new RecordStep();
        record.setGates(List.of(new GateRule(1, "Info", "total")));
        record.setAbortPipeline(true);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        job.getPublishersList().add(new RecordPublisher(record));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("failed: The verdict of record \"securitycenter\" is unstable", build);
        assertThat(build.getAction(FindingsAction.class)).isNotNull();
    }

    private WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.pipeline(jenkins, script));
    }

    private static List<FlowNode> warnings(WorkflowRun run) {
        return new DepthFirstScanner()
                .filteredNodes(run.getExecution(), node -> node.getPersistentAction(WarningAction.class) != null);
    }

    private static String stageOf(FlowNode node) {
        return StreamSupport.stream(node.iterateEnclosingBlocks().spliterator(), false)
                .map(block -> block.getAction(LabelAction.class))
                .filter(label -> label != null)
                .map(LabelAction::getDisplayName)
                .findFirst()
                .orElse("");
    }
}
