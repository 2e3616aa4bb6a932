package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;

/** Jenkins restarts while a build is in a block with a session, or about to enter it. */
class SessionRestartJenkinsTest extends RestartingJenkins {

    private static final String LOGIN = "POST /token";
    private static final String BLOCK = """
            withSecurityCenter {
                securityCenterScan scan: '1'
                securityCenterRequest path: '/currentUser'
            }
            """;

    @Test
    void aBlockThatHadNotBegunBegins() throws Throwable {
        simulator.faults().on("POST", "/token").hang().times(1);
        session.then(jenkins -> {
            begin(jenkins, BLOCK);
            Patience.until("login", () -> requests(LOGIN) == 1);
        });
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Queued", run);
            clock.advanceSeconds(300);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        });
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aBlockGetsASessionOfItsOwnAgain() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, BLOCK)));
        assertThat(simulator.openSessions()).isZero();
        clock.advanceSeconds(300);
        session.then(jenkins -> {
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins)));
            assertThat(simulator.openSessions()).isZero();
        });
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(requests(LOGIN)).as("for scripts and for steps, twice").isEqualTo(4);
    }

    @Test
    void anAbortAfterTheRestartStopsTheScanAndEndsTheSession() throws Throwable {
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins, BLOCK)));
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; still waiting", run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Stopped scan result 1.", run);
            assertThat(simulator.openSessions()).isZero();
        });
        assertThat(requests("POST /scanResult/1/stop")).isEqualTo(1);
    }

    @Test
    void aBlockOfAKilledJenkinsGoesOn() throws Throwable {
        session.then(jenkins -> {
            jenkins.waitForMessage("Queued", begin(jenkins, BLOCK));
            snapshot(jenkins);
        });
        kill();
        clock.advanceSeconds(300);
        session.then(jenkins -> {
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins)));
            assertThat(simulator.openSessions()).isZero();
        });
        assertThat(simulator.launches("1")).isEqualTo(1);
    }

    @Test
    void aBlockStaysWithItsServerWhenTheDefaultChanges() throws Throwable {
        try (Simulator other = Setup.quick()) {
            session.then(jenkins -> {
                jenkins.waitForMessage("Queued", begin(jenkins, BLOCK));
                SecurityCenterConfiguration.get()
                        .setServers(List.of(Setup.server("new", other), Setup.server(Setup.SERVER, simulator)));
            });
            clock.advanceSeconds(300);
            session.then(jenkins -> jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins))));
            assertThat(other.requests()).isEmpty();
        }
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aBlockThatHadEndedEnds() throws Throwable {
        simulator.faults().on("DELETE", "/token").hangAfter().times(1);
        session.then(jenkins -> {
            WorkflowRun run = begin(
                    jenkins,
                    "def value = withSecurityCenter { echo 'in it'; [list: [1, 'b']] }\necho 'after it ' + value");
            Patience.until("logout", () -> requests("DELETE /token") > 0);
            ((CpsFlowExecution) run.getExecution()).waitForSuspension();
            snapshot(jenkins);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            assertThat(Builds.lines(run).stream().filter(line -> line.contains(" it")))
                    .containsExactly("in it", "after it [list:[1, b]]");
        });
    }

    @Test
    void aBlockThatWasAbortedDuringTheLoginDoesNotBegin() throws Throwable {
        simulator.faults().on("POST", "/token").hang().times(1);
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, "withSecurityCenter { echo 'in it' }");
            Patience.until("login", () -> requests(LOGIN) == 1);
            CpsFlowExecution execution = (CpsFlowExecution) run.getExecution();
            execution.getCurrentExecutions(true).get().get(0).stop(new FlowInterruptedException(Result.ABORTED, true));
            execution.waitForSuspension();
            snapshot(jenkins);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogNotContains("in it", run);
        });
    }
}
