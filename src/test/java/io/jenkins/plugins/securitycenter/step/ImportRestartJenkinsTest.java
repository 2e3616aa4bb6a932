package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins restarts while a build waits for an import, which takes 100 seconds of a clock that stands still. */
class ImportRestartJenkinsTest {

    private static final String SCRIPT = """
            node('far') {
                writeFile file: 'a.nessus', text: '<NessusClientData_v2><ReportItem/></NessusClientData_v2>'
                echo "got ${securityCenterImport(file: 'a.nessus', repository: 'Default').scanResultId}!"
            }
            """;
    private static final String IMPORT = "POST /scanResult/import";

    @RegisterExtension
    final JenkinsSessionExtension session = new JenkinsSessionExtension();

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 100));

    @AfterEach
    void close() {
        Patience.until("session closed", () -> simulator.openSessions() == 0);
        simulator.close();
    }

    @Test
    void theWaitGoesOn() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("import: ", begin(jenkins)));
        assertThat(simulator.openSessions()).isZero();
        session.then(jenkins -> {
            jenkins.waitForMessage("Jenkins restarted; still waiting for file \"a.nessus\"", present(jenkins));
            clock.advanceSeconds(300);
            assertFinished(jenkins);
        });
    }

    @Test
    void anImportThatEndedMeanwhileIsDone() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Started the import", begin(jenkins)));
        clock.advanceSeconds(300);
        session.then(this::assertFinished);
    }

    @Test
    void anImportWithoutAnAnswerIsFound() throws Throwable {
        simulator.faults().on("POST", "/scanResult/import").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins);
            Patience.until("import", () -> requests().contains(IMPORT));
        });
        session.then(jenkins -> {
            jenkins.waitForMessage("Jenkins restarted; reattached to", present(jenkins));
            clock.advanceSeconds(300);
            assertFinished(jenkins);
        });
    }

    @Test
    void anUploadThatWasCutBeginsAgain() throws Throwable {
        simulator.faults().on("POST", "/file/upload").hang().times(1);
        session.then(jenkins -> {
            begin(jenkins);
            Patience.until("upload", () -> requests().contains("POST /file/upload"));
        });
        session.then(jenkins -> {
            jenkins.waitForMessage("Started the import", present(jenkins));
            clock.advanceSeconds(300);
            assertFinished(jenkins);
        });
    }

    private WorkflowRun begin(JenkinsRule jenkins) throws Exception {
        Setup.connect(simulator);
        jenkins.createOnlineSlave(Label.get("far"));
        return Builds.define(jenkins.createProject(WorkflowJob.class, "job"), SCRIPT)
                .scheduleBuild2(0)
                .waitForStart();
    }

    private static WorkflowRun present(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    }

    private void assertFinished(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = present(jenkins);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("got 1!", run);
        assertThat(requests()).containsOnlyOnce(IMPORT);
    }

    private List<String> requests() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }
}
