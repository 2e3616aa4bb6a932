package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
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

/** Jenkins restarts while a build waits for a report, which takes 100 seconds of a clock that stands still. */
class ReportRestartJenkinsTest {

    private static final String SCRIPT =
            "node('far') { echo \"got ${securityCenterReport(report: 'Executive summary', onAbort: 'delete')}\" }";
    private static final String LAUNCH = "POST /reportDefinition/1/launch";

    @RegisterExtension
    final JenkinsSessionExtension session = new JenkinsSessionExtension();

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock));

    @AfterEach
    void close() {
        Patience.until("session closed", () -> simulator.openSessions() == 0);
        simulator.close();
    }

    @Test
    void theWaitGoesOn() throws Throwable {
        session.then(jenkins -> {
            begin(jenkins);
            clock.advanceSeconds(50);
            jenkins.waitForMessage("Report 1: Running", present(jenkins));
        });
        assertThat(simulator.openSessions()).isZero();
        session.then(jenkins -> {
            jenkins.waitForMessage(
                    "Jenkins restarted; still waiting for report \"Executive summary\"", present(jenkins));
            clock.advanceSeconds(100);
            assertFinished(jenkins);
        });
    }

    @Test
    void aReportThatWasMadeMeanwhileIsFetched() throws Throwable {
        session.then(this::begin);
        clock.advanceSeconds(100);
        session.then(this::assertFinished);
    }

    @Test
    void aDownloadBeginsAgain() throws Throwable {
        simulator.faults().on("POST", "/report/*/download").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins);
            clock.advanceSeconds(100);
            Patience.until("download", () -> requests().contains("POST /report/1/download"));
        });
        session.then(this::assertFinished);
    }

    @Test
    void aLaunchWithoutAnAnswerIsFound() throws Throwable {
        simulator.faults().on("POST", "/reportDefinition/*/launch").hangAfter().times(1);
        session.then(jenkins -> {
            schedule(jenkins);
            Patience.until("launch", () -> simulator.reportLaunches("1") == 1);
        });
        clock.advanceSeconds(100);
        session.then(jenkins -> {
            assertFinished(jenkins);
            jenkins.assertLogContains("Jenkins restarted; reattached to", present(jenkins));
        });
    }

    @Test
    void theServerStaysTheSameWhenTheDefaultChanges() throws Throwable {
        try (Simulator other = Setup.quick()) {
            session.then(jenkins -> {
                begin(jenkins);
                SecurityCenterConfiguration.get()
                        .setServers(List.of(Setup.server("new", other), Setup.server(Setup.SERVER, simulator)));
            });
            clock.advanceSeconds(100);
            session.then(this::assertFinished);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anAbortAfterTheRestartDeletesTheReport() throws Throwable {
        session.then(this::begin);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; still waiting", run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Deleted report 1.", run);
        });
        assertThat(requests()).containsOnlyOnce(LAUNCH, "DELETE /report/1");
    }

    private void begin(JenkinsRule jenkins) throws Exception {
        jenkins.waitForMessage("Report 1: Queued", schedule(jenkins));
    }

    private WorkflowRun schedule(JenkinsRule jenkins) throws Exception {
        Setup.connect(simulator);
        simulator.controls().setReports(100, 300_000, false);
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
        jenkins.assertLogContains("got [reportId:1, file:Executive_summary.pdf, bytes:300000]", run);
        assertThat(simulator.reportLaunches("1")).isEqualTo(1);
        assertThat(requests()).containsOnlyOnce(LAUNCH);
        FilePath workspace = ((DumbSlave) jenkins.jenkins.getNode("slave0")).getWorkspaceFor(run.getParent());
        assertThat(workspace.child("Executive_summary.pdf").length()).isEqualTo(300_000);
    }

    private List<String> requests() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }
}
