package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.tasks.BatchFile;
import hudson.tasks.Shell;
import io.jenkins.plugins.securitycenter.build.RequestBuilder;
import io.jenkins.plugins.securitycenter.build.SessionWrapper;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Patience;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

class SessionJenkinsTest extends ConnectedJenkins {

    private static final String LOGIN = "POST /token";

    private static final String PRINT = Functions.isWindows()
            ? "bat 'echo [%SECURITYCENTER_URL%] [%SECURITYCENTER_TOKEN%] [%SECURITYCENTER_COOKIE%]'"
            : "sh 'echo [$SECURITYCENTER_URL] [$SECURITYCENTER_TOKEN] [$SECURITYCENTER_COOKIE]'";

    @Test
    void allStepsInTheBlockShareASessionAndScriptsHaveTheirOwn() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter {
                    securityCenterRequest path: '/currentUser'
                    node { %s }
                    securityCenterRequest path: '/repository'
                }""".formatted(PRINT));
        assertThat(requests(LOGIN)).isEqualTo(2);
        jenkins.assertLogContains("[" + simulator.url() + "] [****] [****]", run);
    }

    @Test
    void aRefusedLoginIsOneSentenceAndNoBlock() throws Exception {
        simulator.faults().on("POST", "/token").error(403, 17, "Invalid login credentials.");
        WorkflowRun run = run(Result.FAILURE, "withSecurityCenter { echo 'in the block' }");
        jenkins.assertLogContains("Invalid login credentials.", run);
        jenkins.assertLogNotContains("in the block", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(requests(LOGIN)).isEqualTo(1);
        assertThat(requests("DELETE /token")).isZero();
    }

    @Test
    void theSessionEndsWhenTheBlockFails() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                withSecurityCenter {
                    securityCenterRequest path: '/currentUser'
                    error 'broken'
                }""");
        jenkins.assertLogContains("broken", run);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void anAbortDuringTheLoginLeavesNoSession() throws Exception {
        simulator.faults().on("POST", "/token").slow(Duration.ofSeconds(3));
        WorkflowRun run = start("withSecurityCenter { echo 'in the block' }");
        Patience.until("login", () -> requests(LOGIN) == 1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        Patience.until("no session", () -> simulator.openSessions() == 0);
        jenkins.assertLogNotContains("in the block", run);
    }

    @Test
    void anUnknownServerIsOneSentence() throws Exception {
        WorkflowRun run = run(Result.FAILURE, "withSecurityCenter(server: 'other') { echo 'in the block' }");
        jenkins.assertLogContains("Server \"other\" is not configured; use \"simulator\".", run);
        jenkins.assertLogNotContains("in the block", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void aFreestyleBuildWithoutItsServerSaysSoInOneSentence() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SessionStep step = new SessionStep("other");
        job.getBuildWrappersList().add(new SessionWrapper(step));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        Builds.assertOnlySentence(build, "Server \"other\" is not configured; use \"simulator\".");
    }

    @Test
    void stepsOfAFreestyleBuildShareASessionAndScriptsHaveTheirOwn() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new SessionWrapper(new SessionStep(null)));
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/currentUser")));
        String print = PRINT.substring(PRINT.indexOf('\'') + 1, PRINT.length() - 1);
        job.getBuildersList().add(Functions.isWindows() ? new BatchFile(print) : new Shell(print));
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/repository")));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(requests(LOGIN)).isEqualTo(2);
        jenkins.assertLogContains("[" + simulator.url() + "] [****] [****]", build);
    }
}
