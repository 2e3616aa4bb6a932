package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.time.Instant;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;

/** Jenkins restarts, or is killed, while a build waits. */
class RestartJenkinsTest extends RestartingJenkins {

    private static final String SCAN = "echo securityCenterScan(scan: '1').importStatus + '!'";
    private static final String AGAIN = "Jenkins restarted; still waiting for \"Weekly network scan\"";

    @ParameterizedTest
    @CsvSource({"0,Queued", "50,Running", "150,import: Importing"})
    void theWaitGoesOn(int seconds, String stage) throws Throwable {
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, SCAN);
            jenkins.waitForMessage("Launched", run);
            clock.advanceSeconds(seconds);
            jenkins.waitForMessage(stage, run);
        });
        assertThat(simulator.openSessions()).isZero();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage(AGAIN, run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aLaunchWithoutAnAnswerIsFound() throws Throwable {
        simulator.faults().on("POST", "/scan/*/launch").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("launch", () -> simulator.launches("1") == 1);
        });
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; reattached to", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aLaunchThatWasNeverPolledIsKnown() throws Throwable {
        simulator.faults().on("GET", "/scanResult*").hang().after(1);
        session.then(jenkins -> jenkins.waitForMessage("Launched", begin(jenkins, SCAN)));
        simulator.faults().clear();
        clock.advanceSeconds(300);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            assertFinished(jenkins, run);
            jenkins.assertLogContains(AGAIN, run);
        });
    }

    @Test
    void aScanThatEndedMeanwhileIsDone() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, SCAN)));
        clock.advanceSeconds(300);
        session.then(jenkins -> assertFinished(jenkins, present(jenkins)));
    }

    @Test
    void theServerStaysTheSameWhenTheDefaultChanges() throws Throwable {
        try (Simulator other = Setup.quick()) {
            session.then(jenkins -> {
                jenkins.waitForMessage("Queued", begin(jenkins, SCAN));
                SecurityCenterConfiguration.get()
                        .setServers(List.of(Setup.server("new", other), Setup.server(Setup.SERVER, simulator)));
            });
            clock.advanceSeconds(300);
            session.then(jenkins -> assertFinished(jenkins, present(jenkins)));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anAbortAfterTheRestartStopsTheScan() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, SCAN)));
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage(AGAIN, run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Stopped scan result 1.", run);
        });
        assertThat(requests("POST /scan/1/launch")).isEqualTo(1);
        assertThat(requests("POST /scanResult/1/stop")).isEqualTo(1);
    }

    @Test
    void aTimeoutThatPassedMeanwhileStopsTheScan() throws Throwable {
        Instant begin = Instant.now();
        session.then(jenkins -> jenkins.waitForMessage(
                "Queued", begin(jenkins, "timeout(time: 20, unit: 'SECONDS') { " + SCAN + " }")));
        Patience.until("time is up", () -> Instant.now().isAfter(begin.plusSeconds(30)));
        session.then(jenkins -> {
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(present(jenkins)));
            Patience.until("stop", () -> requests("POST /scanResult/1/stop") == 1);
            Patience.until("logout", () -> simulator.openSessions() == 0);
        });
        assertThat(requests("POST /scan/1/launch")).isEqualTo(1);
    }

    @Test
    void aKilledJenkinsWaitsOn() throws Throwable {
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, SCAN);
            jenkins.waitForMessage("Queued", run);
            snapshot(jenkins);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage(AGAIN, run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aKilledJenkinsFindsItsLaunch() throws Throwable {
        simulator.faults().on("POST", "/scan/*/launch").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("launch", () -> simulator.launches("1") == 1);
            snapshot(jenkins);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; reattached to", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    private void assertFinished(JenkinsRule jenkins, WorkflowRun run) throws Exception {
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Finished!", run);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(requests("POST /scan/1/launch")).isEqualTo(1);
    }
}
