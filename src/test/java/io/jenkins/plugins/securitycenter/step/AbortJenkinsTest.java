package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.WaitingJenkins;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A build is aborted while it waits. */
class AbortJenkinsTest extends WaitingJenkins {

    private static final String STOP = "POST /scanResult/1/stop";

    @ParameterizedTest
    @CsvSource({"0,Queued", "50,Running"})
    void theScanIsStopped(int seconds, String stage) throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1'", seconds, stage);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(requests(STOP)).isEqualTo(1);
    }

    @Test
    void theScanRunsOnIfAsked() throws Exception {
        WorkflowRun run = waiting("securityCenterScan scan: '1', onAbort: 'leave'", 50, "Running");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(requests(STOP)).isZero();
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
        WorkflowRun run = start("securityCenterScan scan: '1'");
        Patience.until("launch", () -> requests("POST /scan/1/launch") == 1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(requests(STOP)).isEqualTo(1);
    }

    @Test
    void aLaunchThatWasNeverPolledIsStoppedToo() throws Exception {
        simulator.faults().on("GET", "/scanResult*").hang().after(1);
        WorkflowRun run = start("securityCenterScan scan: '1'");
        jenkins.waitForMessage("Launched", run);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(requests(STOP)).isEqualTo(1);
    }

    @Test
    void aScanInABlockIsStoppedBeforeTheSessionEnds() throws Exception {
        WorkflowRun run = waiting("withSecurityCenter { securityCenterScan scan: '1' }", 50, "Running");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        assertThat(requests("POST /token")).as("for scripts and for steps").isEqualTo(2);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).containsSubsequence(STOP, "DELETE /token");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/currentUser,securityCenterRequest path: '/currentUser'",
        "POST,/analysis,securityCenterRecord query: [source: 'cumulative']"
    })
    void aCallWithoutAnAnswerIsGivenUp(String method, String path, String script) throws Exception {
        simulator.faults().on(method, path).hang();
        WorkflowRun run = start(script);
        Patience.until("call", () -> requests(method + " " + path) == 1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
        Patience.until("logout", () -> simulator.openSessions() == 0);
    }

    @Test
    void aTimeoutAroundTheStepStopsTheScan() throws Exception {
        WorkflowRun run = start("timeout(time: 8, unit: 'SECONDS') { securityCenterScan scan: '1' }");
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        assertThat(requests(STOP)).isEqualTo(1);
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
    void aPostBuildActionIsAbortedToo() throws Exception {
        simulator.faults().on("POST", "/analysis").hang();
        RecordStep record = new RecordStep();
        record.setQuery(new FindingsQuery("cumulative"));
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getPublishersList().add(new RecordPublisher(record));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        Patience.until("call", () -> requests("POST /analysis") == 1);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void theStatusIsASentence() throws Exception {
        WorkflowRun run = waiting("withSecurityCenter { securityCenterScan scan: '1' }", 50, "Running");
        assertThat(status(run))
                .containsPattern("securityCenterScan\\(scan result 1: Running, \\d+ %, \\d+ of \\d+ hosts\\)")
                .contains("withSecurityCenter(in a session with SecurityCenter \"simulator\")");
        clock.advanceSeconds(100);
        jenkins.waitForMessage("import: Importing", run);
        assertThat(status(run)).contains("securityCenterScan(scan result 1: Completed, import: Importing");
        run.doStop();
        jenkins.waitForCompletion(run);
    }

    @Test
    void theStatusOfALoginIsASentence() throws Exception {
        simulator.faults().on("POST", "/token").slow(Duration.ofSeconds(3));
        WorkflowRun run = start("withSecurityCenter { }");
        Patience.until("login", () -> requests("POST /token") == 1);
        assertThat(status(run)).contains("withSecurityCenter(logging in to SecurityCenter \"simulator\")");
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    private static String status(WorkflowRun run) {
        return ((CpsFlowExecution) run.getExecution()).getThreadDump().toString();
    }
}
