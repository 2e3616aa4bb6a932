package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Jenkins restarts, or is killed, while a scan is made for a build or runs. */
class OnDemandRestartJenkinsTest extends RestartingJenkins {

    private static final String SCAN =
            "echo(" + OnDemandJenkinsTest.SCAN.replaceFirst(" ", "(") + ").importStatus + '!')";

    @Test
    void aScanThatRunsGoesOn() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, SCAN)));
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; still waiting for \"Made\"", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aScanThatIsNotMadeYetIsMadeOnce() throws Throwable {
        simulator.faults().on("POST", "/scan").hang().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("making", () -> requests("POST /scan") == 1);
        });
        assertThat(simulator.controls().objects("scan")).hasSize(9);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Launched", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void aScanThatWasJustMadeIsFound() throws Throwable {
        simulator.faults().on("POST", "/scan").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("scan", () -> simulator.controls().objects("scan").size() == 10);
        });
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Reattached to scan \"Made\", which had already been created for this build.", run);
            jenkins.waitForMessage("Launched", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
        assertThat(requests("POST /scan")).isEqualTo(1);
    }

    @Test
    void aScanThatWasJustMadeIsFoundAfterAKill() throws Throwable {
        simulator.faults().on("POST", "/scan").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("scan", () -> simulator.controls().objects("scan").size() == 10);
            snapshot(jenkins);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Launched", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
        assertThat(requests("POST /scan")).isEqualTo(1);
    }

    @Test
    void aLaunchWithoutAnAnswerIsFound() throws Throwable {
        simulator.faults().on("POST", "/scan/*/launch").hangAfter().times(1);
        session.then(jenkins -> {
            begin(jenkins, SCAN);
            Patience.until("launch", () -> simulator.launches("10") == 1);
        });
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; reattached to", run);
            clock.advanceSeconds(300);
            assertFinished(jenkins, run);
        });
    }

    @Test
    void anAbortAfterTheRestartRemovesIt() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, SCAN)));
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; still waiting", run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        });
        assertThat(requests("POST /scanResult/1/stop")).isEqualTo(1);
        assertThat(simulator.controls().objects("scan")).hasSize(9);
    }

    @Test
    void whatABuildCouldNotRemoveTheNextDoes() throws Throwable {
        simulator.faults().on("DELETE", "/scan/*").error(403, 1, "Not now.").times(1);
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, SCAN);
            jenkins.waitForMessage("Queued", run);
            clock.advanceSeconds(300);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("A later build that creates a scan on this server removes it.", run);
        });
        assertThat(simulator.controls().objects("scan")).hasSize(10);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins).getParent().scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Removed scan \"Made\", left over from build job#1", run);
            jenkins.waitForMessage("Queued", run);
            clock.advanceSeconds(300);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        });
        assertThat(simulator.controls().objects("scan")).hasSize(9);
    }

    private void assertFinished(JenkinsRule jenkins, WorkflowRun run) throws Exception {
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Finished!", run);
        assertThat(simulator.launches("10")).isEqualTo(1);
        assertThat(simulator.controls().objects("scan")).hasSize(9);
    }
}
