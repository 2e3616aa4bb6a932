package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins restarts while a build waits. Scans take 100 seconds of a clock that stands still, their imports too. */
class RestartJenkinsTest {

    private static final String SCAN = "echo securityCenterScan(scan: '1').importStatus + '!'";
    private static final String AGAIN = "Waiting on after the restart for \"Weekly network scan\"";

    @RegisterExtension
    final JenkinsSessionExtension session = new JenkinsSessionExtension();

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 100));

    @AfterEach
    void close() {
        simulator.close();
    }

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
        assertThat(simulator.openSessions()).isZero();
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
            jenkins.waitForMessage("Found after the restart what had been launched before it", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
        assertThat(simulator.openSessions()).isZero();
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
        assertThat(simulator.openSessions()).isZero();
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
        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .containsOnlyOnce("POST /scan/1/launch", "POST /scanResult/1/stop");
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aKilledJenkinsWaitsOn(@TempDir Path disk) throws Throwable {
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, SCAN);
            jenkins.waitForMessage("Queued", run);
            copy(jenkins.jenkins.getRootDir(), disk.toFile());
        });
        restore(disk);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage(AGAIN, run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aKilledJenkinsFindsItsLaunch(@TempDir Path disk) throws Throwable {
        simulator.faults().on("POST", "/scan/*/launch").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("launch", () -> simulator.launches("1") == 1);
            copy(jenkins.jenkins.getRootDir(), disk.toFile());
        });
        restore(disk);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Found after the restart what had been launched before it", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    /** Takes Jenkins back to what was on disk when it was copied, as if it had been killed then. */
    private void restore(Path disk) throws Exception {
        new FilePath(session.getHome()).deleteContents();
        copy(disk.toFile(), session.getHome());
    }

    private static void copy(File from, File to) throws Exception {
        new FilePath(from).copyRecursiveTo("**", "**/*tmp,war/**", new FilePath(to));
    }

    private WorkflowRun begin(JenkinsRule jenkins, String script) throws Exception {
        Setup.connect(simulator);
        WorkflowJob job = Builds.define(jenkins.createProject(WorkflowJob.class, "job"), script);
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun present(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    }

    private void assertFinished(JenkinsRule jenkins, WorkflowRun run) throws Exception {
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Finished!", run);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).containsOnlyOnce("POST /scan/1/launch");
    }
}
