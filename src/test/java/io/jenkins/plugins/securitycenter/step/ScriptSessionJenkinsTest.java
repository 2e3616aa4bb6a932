package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.tasks.BatchFile;
import hudson.tasks.Shell;
import io.jenkins.plugins.securitycenter.build.SessionWrapper;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts in a block can do with their session, and what a log shows of it. */
class ScriptSessionJenkinsTest extends ConnectedJenkins {

    private static final String STORE = Functions.isWindows()
            ? "@echo %SECURITYCENTER_TOKEN%>token.txt\n@echo %SECURITYCENTER_COOKIE%>cookie.txt"
            : "set +x; echo \"$SECURITYCENTER_TOKEN\" > token.txt; echo \"$SECURITYCENTER_COOKIE\" > cookie.txt";
    private static final String PRINT = Functions.isWindows()
            ? "echo 1 [%SECURITYCENTER_TOKEN%] [%SECURITYCENTER_COOKIE%]"
            : "echo 1 [$SECURITYCENTER_TOKEN] [$SECURITYCENTER_COOKIE]";
    private static final String COOKIE = "NODE=a$HOME-$$-${PATH}-b";

    @TempDir
    private Path directory;

    private static String step(String script) {
        return (Functions.isWindows() ? "bat '''" : "sh '''") + script + "'''";
    }

    private FreeStyleBuild freestyle(String... scripts) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setCustomWorkspace(directory.toString());
        job.getBuildWrappersList().add(new SessionWrapper(new SessionStep(null)));
        for (String script : scripts) {
            job.getBuildersList().add(Functions.isWindows() ? new BatchFile(script) : new Shell(script));
        }
        return jenkins.buildAndAssertSuccess(job);
    }

    private String stored(String file) throws Exception {
        return Files.readString(directory.resolve(file)).trim();
    }

    @Test
    void aScriptThatLogsOutEndsItsOwnSessionOnly() throws Exception {
        simulator.controls().setTiming(new SimulatorOptions.Timing(5, 0.5));
        WorkflowRun run = start("withSecurityCenter { node { ws('" + directory + "') { " + step(STORE) + " } }\n"
                + "securityCenterScan scan: '1'\nsecurityCenterRequest path: '/currentUser' }");
        jenkins.waitForMessage("Launched", run);
        assertThat(logOut(stored("token.txt"), stored("cookie.txt"))).isEqualTo(200);
        assertThat(simulator.openSessions()).as("that of the steps").isOne();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        assertThat(requests("POST /token")).isEqualTo(2);
    }

    private int logOut(String token, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/rest/token"))
                .header("X-SecurityCenter", token)
                .header("Cookie", cookie)
                .DELETE()
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void shortValuesAreNamedAndShown() throws Exception {
        simulator.controls().addCookie("SERVERID=1");
        WorkflowRun run = run(
                Result.SUCCESS, "withSecurityCenter { node { " + step(PRINT) + " }\necho '1 of 11' }\necho '21 later'");
        jenkins.assertLogContains(
                "Warning: values shorter than 8 characters are not masked in the log: SERVERID in"
                        + " SECURITYCENTER_COOKIE.",
                run);
        jenkins.assertLogContains("1 [****] [****]", run);
        jenkins.assertLogContains("1 of 11", run);
        assertThat(Builds.lines(run))
                .filteredOn(line -> line.startsWith("Warning: "))
                .hasSize(1);
    }

    @Test
    void valuesArriveAsTheyAreInAPipeline() throws Exception {
        simulator.controls().addCookie(COOKIE);
        run(Result.SUCCESS, "withSecurityCenter { node { ws('" + directory + "') { " + step(STORE) + " } } }");
        assertThat(stored("cookie.txt")).startsWith(COOKIE + "; TNS_SESSIONID=");
    }

    @Test
    void valuesArriveAsTheyAreInAFreestyleBuild() throws Exception {
        simulator.controls().addCookie(COOKIE);
        FreeStyleBuild build = freestyle(STORE, PRINT);
        assertThat(stored("cookie.txt")).startsWith(COOKIE + "; TNS_SESSIONID=");
        jenkins.assertLogContains("1 [****] [****]", build);
        jenkins.assertLogNotContains("-b; TNS_SESSIONID", build);
    }

    @Test
    void theVariablesOfAFreestyleBuildAreSensitive() throws Exception {
        FreeStyleBuild build = freestyle(PRINT);
        assertThat(build.getSensitiveBuildVariables()).contains("SECURITYCENTER_TOKEN", "SECURITYCENTER_COOKIE");
    }

    @Test
    void anAbortDuringTheLoginOfAFreestyleBuildLeavesNoSession() throws Exception {
        simulator.faults().on("POST", "/token").slow(Duration.ofSeconds(3));
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new SessionWrapper(new SessionStep(null)));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        Patience.until("login", () -> requests("POST /token") == 1);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        Patience.until("logout", () -> requests("DELETE /token") == 1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void anAccountWithOneSessionIsOneSentenceAndNoBlock() throws Exception {
        try (Simulator small =
                Simulator.start(SimulatorOptions.defaults().withTiming(1, 0.5).withSessionLimit(1))) {
            Setup.connect(small);
            WorkflowRun run = run(Result.FAILURE, "withSecurityCenter { echo 'in the block' }");
            Builds.assertOnlySentence(
                    run,
                    "SecurityCenter \"simulator\": could not open separate sessions of the user ci for scripts and"
                            + " steps: the account has reached the server's session limit, and a block needs two sessions;"
                            + " use API keys, which need no session, close other sessions, or allow the account two sessions.");
            assertThat(small.openSessions()).isZero();
        }
    }

    @Test
    void aServerThatDoesNotAnswerTheLogoutHoldsNobody() throws Exception {
        simulator.faults().on("DELETE", "/token").hang();
        WorkflowRun silent = start("withSecurityCenter { }");
        Patience.until("logout", () -> requests("DELETE /token") >= 1);
        WorkflowRun other = start("echo 'not held'");
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(other));
        assertThat(silent.isBuilding())
                .as("the build that waits for its own session")
                .isTrue();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(silent));
        simulator.faults().clear();
        simulator.controls().expireSessions();
    }
}
