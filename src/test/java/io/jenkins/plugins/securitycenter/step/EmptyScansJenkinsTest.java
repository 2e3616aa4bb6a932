package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Records of scans whose targets were all dead. */
@WithJenkins
class EmptyScansJenkinsTest {

    private static final String SENTENCE = "No host was scanned in scan result ";
    private static final String SCRIPT = """
            node {
                securityCenterScan 'DMZ'
                def record = securityCenterRecord exports: [sarif: 'a.sarif'],
                    gates: [[threshold: 1, severity: 'Info', type: 'new']] %s
                echo "nothing ${record.nothingScanned} ${record.verdict} fixed ${record.fixed.total} missed ${record.notScanned.total}"
                echo "sarif ${readFile('a.sarif').contains('No host was scanned')}"
            }
            """;

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(20));
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
        simulator.controls().set(Quirk.EMPTY_DATA, true);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void makeTheBuildUnstableAndAreNoReference() throws Exception {
        WorkflowJob job = Builds.pipeline(jenkins, SCRIPT.formatted(""));
        jenkins.assertLogContains("nothing false passed", jenkins.buildAndAssertSuccess(job));

        simulator.controls().setFindings(0);
        WorkflowRun empty = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
        jenkins.assertLogContains(", so it is unknown whether there are vulnerabilities.\n", empty);
        jenkins.assertLogContains(SENTENCE, empty);
        jenkins.assertLogContains("The build is marked unstable; set allowEmpty: true to accept such records.", empty);
        jenkins.assertLogContains("nothing true unstable fixed 0 missed 20\n", empty);
        jenkins.assertLogContains("sarif true", empty);
        saysSo(empty);
        assertThat(warnings(empty)).singleElement().asString().startsWith(SENTENCE);

        simulator.controls().setFindings(20);
        Run<?, ?> again = job.scheduleBuild2(0).get();
        assertThat(FindingsAction.of(again, "securitycenter").orElseThrow().getReference())
                .endsWith("#1");
    }

    @Test
    void areAcceptedWhenThatIsAllowed() throws Exception {
        simulator.controls().setFindings(0);
        WorkflowRun run =
                jenkins.buildAndAssertSuccess(Builds.pipeline(jenkins, SCRIPT.formatted(", allowEmpty: true")));

        jenkins.assertLogContains(SENTENCE, run);
        jenkins.assertLogContains("nothing true passed", run);
        jenkins.assertLogContains("sarif true", run);
        saysSo(run);
        assertThat(warnings(run)).isEmpty();
    }

    @Test
    void makeFreestyleBuildsUnstableUnlessThatIsAllowed() throws Exception {
        simulator.controls().setFindings(0);
        FreeStyleBuild unstable = jenkins.buildAndAssertStatus(Result.UNSTABLE, freestyle(false));
        jenkins.assertLogContains(SENTENCE, unstable);
        saysSo(unstable);

        FreeStyleBuild allowed = jenkins.buildAndAssertSuccess(freestyle(true));
        jenkins.assertLogContains(SENTENCE, allowed);
        saysSo(allowed);
    }

    @Test
    void areToldFromRepositoriesWithoutHosts() throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(
                Result.UNSTABLE,
                Builds.pipeline(
                        jenkins, "securityCenterRecord query: [source: 'cumulative'], minimumSeverity: 'High'"));
        jenkins.assertLogContains("No host was scanned in the repositories and assets of the query, ", run);
    }

    private FreeStyleProject freestyle(boolean allowEmpty) throws Exception {
        RecordStep record = new RecordStep();
        record.setAllowEmpty(allowEmpty);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        job.getPublishersList().add(new RecordPublisher(record));
        return job;
    }

    private void saysSo(Run<?, ?> run) throws Exception {
        for (String page : List.of("", "securitycenter/")) {
            assertThat(text(run.getUrl() + page)).as(page).contains(SENTENCE);
        }
        assertThat(text(run.getUrl() + "securitycenter/api/json?tree=nothingScanned"))
                .contains("\"nothingScanned\":true");
        assertThat(FindingsAction.of(run, "securitycenter").orElseThrow().getText())
                .endsWith("; no host was scanned");
    }

    private String text(String path) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(path, null)
                .getWebResponse()
                .getContentAsString();
    }

    private static List<String> warnings(WorkflowRun run) {
        return new DepthFirstScanner()
                        .filteredNodes(
                                run.getExecution(), node -> node.getPersistentAction(WarningAction.class) != null)
                        .stream()
                        .map(node ->
                                node.getPersistentAction(WarningAction.class).getMessage())
                        .toList();
    }
}
