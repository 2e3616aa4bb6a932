package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A build is aborted while it waits for a scan of 100 seconds, on a clock that stands still. */
@WithJenkins
class AbortJenkinsTest {

    private static final String STOP = "POST /scanResult/1/stop";

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 100));
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
    }

    @AfterEach
    void close() {
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void theScanIsStopped() throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1'", 50, "Running");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).containsOnlyOnce(STOP);
    }

    @Test
    void theScanRunsOnIfAsked() throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1', onAbort: 'leave'", 50, "Running");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(simulator.requests()).extracting(LoggedRequest::line).doesNotContain(STOP);
    }

    @Test
    void anImportIsLeftToItself() throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1'", 150, "import: Importing");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void aLaunchInFlightIsStoppedToo() throws Exception {
        simulator.faults().on("POST", "/scan/*/launch").slow(Duration.ofSeconds(3));
        WorkflowRun run = Builds.pipeline(jenkins, "securityCenterScan scan: '1'")
                .scheduleBuild2(0)
                .waitForStart();
        Patience.until("launch", () -> simulator.requests().stream()
                .anyMatch(request -> request.line().equals("POST /scan/1/launch")));
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).containsOnlyOnce(STOP);
    }

    @Test
    void aTimeoutAroundTheStepStopsTheScan() throws Exception {
        WorkflowRun run = Builds.pipeline(jenkins, "timeout(time: 8, unit: 'SECONDS') { securityCenterScan scan: '1' }")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).containsOnlyOnce(STOP);
    }

    @Test
    void aFreestyleBuildStopsItsScan() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("1")));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Queued", build);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Stopped scan result 1.", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void theStatusIsASentence() throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1'", 50, "Running");
        assertThat(((CpsFlowExecution) run.getExecution()).getThreadDump().toString())
                .containsPattern("securityCenterScan\\(scan result 1: Running, \\d+ %, \\d+ of \\d+ hosts\\)");
        run.doStop();
        jenkins.waitForCompletion(run);
    }

    private WorkflowRun waiting(String script, int seconds, String stage) throws Exception {
        WorkflowRun run = Builds.pipeline(jenkins, script).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Launched", run);
        clock.advanceSeconds(seconds);
        return jenkins.waitForMessage(stage, run);
    }
}
