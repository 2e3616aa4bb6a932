package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.tasks.BatchFile;
import hudson.tasks.Shell;
import io.jenkins.plugins.securitycenter.build.RequestBuilder;
import io.jenkins.plugins.securitycenter.build.SessionWrapper;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SessionJenkinsTest {

    private static final String PRINT = Functions.isWindows()
            ? "bat 'echo [%SECURITYCENTER_URL%] [%SECURITYCENTER_TOKEN%] [%SECURITYCENTER_COOKIE%]'"
            : "sh 'echo [$SECURITYCENTER_URL] [$SECURITYCENTER_TOKEN] [$SECURITYCENTER_COOKIE]'";

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "ci", "", Simulator.USER, Simulator.PASSWORD));
        Server server = new Server("simulator", simulator.url());
        server.setCredentialsId("ci");
        SecurityCenterConfiguration.get().setServers(List.of(server));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void allStepsInTheBlockShareOneSession() throws Exception {
        WorkflowRun run = jenkins.buildAndAssertSuccess(pipeline(
                """
                withSecurityCenter {
                    securityCenterRequest path: '/currentUser'
                    node { %s }
                    securityCenterRequest path: '/repository'
                }"""
                        .formatted(PRINT)));
        assertThat(logins()).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
        jenkins.assertLogContains("[" + simulator.url() + "] [****] [TNS_SESSIONID=****]", run);
    }

    @Test
    void aRefusedLoginIsOneSentenceAndNoBlock() throws Exception {
        simulator.faults().on("POST", "/token").error(403, 17, "Invalid login credentials.");
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.FAILURE, pipeline("withSecurityCenter { echo 'in the block' }"));
        jenkins.assertLogContains("Invalid login credentials.", run);
        jenkins.assertLogNotContains("in the block", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void theSessionEndsWhenTheBlockFails() throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(
                Result.FAILURE,
                pipeline(
                        """
                withSecurityCenter {
                    securityCenterRequest path: '/currentUser'
                    error 'broken'
                }"""));
        jenkins.assertLogContains("broken", run);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void anAbortDuringTheLoginLeavesNoSession() throws Exception {
        simulator.faults().on("POST", "/token").slow(Duration.ofSeconds(3));
        WorkflowRun run = pipeline("withSecurityCenter { echo 'in the block' }")
                .scheduleBuild2(0)
                .waitForStart();
        Patience.until("login", () -> logins() == 1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        Patience.until("logout", () -> simulator.requests().stream()
                .anyMatch(request -> request.line().equals("DELETE /token")));
        Patience.until("no session", () -> simulator.openSessions() == 0);
        jenkins.assertLogNotContains("in the block", run);
    }

    @Test
    void anUnknownServerIsOneSentence() throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline("withSecurityCenter(server: 'other') { echo 'in the block' }"));
        jenkins.assertLogContains("Server \"other\" is not configured; there is \"simulator\".", run);
        jenkins.assertLogNotContains("in the block", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void aFreestyleBuildWithoutItsServerSaysSoInOneSentence() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SessionStep step = new SessionStep();
        step.setServer("other");
        job.getBuildWrappersList().add(new SessionWrapper(step));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        Builds.assertOnlySentence(build, "Server \"other\" is not configured; there is \"simulator\".");
    }

    @Test
    void aFreestyleBuildUsesOneSession() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new SessionWrapper(new SessionStep()));
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/currentUser")));
        String print = PRINT.substring(PRINT.indexOf('\'') + 1, PRINT.length() - 1);
        job.getBuildersList().add(Functions.isWindows() ? new BatchFile(print) : new Shell(print));
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/repository")));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(logins()).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
        jenkins.assertLogContains("[" + simulator.url() + "] [****] [TNS_SESSIONID=****]", build);
    }

    @Test
    void theFormOfTheBuildEnvironmentKeepsItsValues() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        SessionStep step = new SessionStep();
        step.setServer("simulator");
        job.getBuildWrappersList().add(new SessionWrapper(step));
        job = jenkins.configRoundtrip(job);
        assertThat(job.getBuildWrappersList()
                        .get(SessionWrapper.class)
                        .getTask()
                        .getServer())
                .isEqualTo("simulator");
    }

    private WorkflowJob pipeline(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private long logins() {
        return simulator.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/token"))
                .count();
    }
}
