package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.Functions;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.build.RequestBuilder;
import io.jenkins.plugins.securitycenter.build.SessionWrapper;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.harness.WaitingJenkins;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;

class NoSecretOnDiskJenkinsTest extends WaitingJenkins {

    private static final String SHELL = Functions.isWindows()
            ? "bat 'echo %SECURITYCENTER_TOKEN% %SECURITYCENTER_COOKIE%'"
            : "sh 'echo $SECURITYCENTER_TOKEN $SECURITYCENTER_COOKIE'";

    private final LogRecorder log = new LogRecorder()
            .record("io.jenkins.plugins.securitycenter", Level.ALL)
            .capture(10_000);

    @BeforeEach
    void addKeys() throws Exception {
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
    }

    @Test
    void neitherWhileABuildWaitsNorAfterIt() throws Exception {
        WorkflowRun run =
                Builds.pipeline(jenkins, """
                        withSecurityCenter {
                            node { %s }
                            echo env.SECURITYCENTER_TOKEN + ' ' + env.SECURITYCENTER_COOKIE
                            securityCenterRequest path: '/currentUser'
                            securityCenterScan scan: '1'
                        }
                        securityCenterRequest path: '/currentUser', credentialsId: 'keys'
                        """.formatted(SHELL)).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Queued", run);
        assertNowhere();
        clock.advanceSeconds(300);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        assertThat(secrets()).hasSizeGreaterThan(4);
        assertNowhere();
        assertNotIn(JenkinsRule.getLog(run));
    }

    @Test
    void notWithFilesAndReports() throws Exception {
        jenkins.createOnlineSlave(Label.get("far"));
        simulator.controls().setReports(100, 100_000, false);
        WorkflowRun run = Builds.pipeline(jenkins, """
                        withSecurityCenter {
                            node('far') {
                                writeFile file: 'a.nessus', text: '<NessusClientData_v2/>'
                                securityCenterAsset name: 'CI', addresses: '192.0.2.1'
                                securityCenterImport file: 'a.nessus', repository: 'Default'
                                securityCenterExport()
                                securityCenterReport 'Executive summary'
                            }
                        }
                        """).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("import: ", run);
        assertNowhere();
        clock.advanceSeconds(300);
        jenkins.waitForMessage("Report 1: Queued", run);
        assertNowhere();
        clock.advanceSeconds(300);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        assertThat(secrets()).hasSizeGreaterThan(4);
        assertNowhere();
        assertNotIn(JenkinsRule.getLog(run));
    }

    @Test
    void notAfterAFreestyleBuild() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new SessionWrapper(new SessionStep(null)));
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/currentUser")));
        Run<?, ?> run = jenkins.buildAndAssertSuccess(job);
        assertThat(secrets()).hasSizeGreaterThan(4);
        assertNowhere();
        assertNotIn(JenkinsRule.getLog(run));
    }

    @Test
    void notWhenTheServerSaysThemAgain() throws Exception {
        simulator
                .faults()
                .on("GET", "/currentUser")
                .error(403, 1, "Wrong: " + Simulator.SECRET_KEY + " " + Simulator.ACCESS_KEY);
        simulator.faults().on("POST", "/token").error(403, 1, "Wrong: " + Simulator.PASSWORD);
        for (String parameters :
                List.of("", ", credentialsId: 'keys'", ", credentialsId: 'keys', failOnError: false")) {
            WorkflowRun run = jenkins.buildAndAssertStatus(
                    parameters.contains("failOnError") ? Result.SUCCESS : Result.FAILURE,
                    Builds.pipeline(
                            jenkins, "echo \"${securityCenterRequest(path: '/currentUser'" + parameters + ")}\""));
            jenkins.assertLogContains("Wrong: ", run);
            assertNotIn(JenkinsRule.getLog(run));
        }
        assertNowhere();
    }

    /** In no file of Jenkins' home, and in nothing that the plugin said at the finest level. */
    private void assertNowhere() throws IOException {
        Files.walkFileTree(jenkins.jenkins.getRootDir().toPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                assertNotIn(attributes.isRegularFile() ? read(file) : "", file.toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                assertThat(e).as("a file that was only there for a moment").isInstanceOf(NoSuchFileException.class);
                return FileVisitResult.CONTINUE;
            }
        });
        log.getRecords().forEach(entry -> {
            assertNotIn(String.valueOf(entry.getMessage()), "system log");
            assertNotIn(Arrays.toString(entry.getParameters()), "system log");
            assertNotIn(entry.getThrown() == null ? "" : Functions.printThrowable(entry.getThrown()), "system log");
        });
    }

    /** Nothing of a file that was only there for a moment. */
    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private void assertNotIn(String text) {
        assertNotIn(text, "build log");
    }

    private void assertNotIn(String text, String where) {
        for (String secret : secrets()) {
            assertThat(text.contains(secret)).as("a secret in " + where).isFalse();
        }
    }

    /** The account's, and those of the sessions so far. */
    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(Simulator.PASSWORD, Simulator.ACCESS_KEY, Simulator.SECRET_KEY));
        for (LoggedRequest request : simulator.requests()) {
            secrets.add(request.headers().getOrDefault("X-SecurityCenter", Simulator.PASSWORD));
            for (String cookie : request.headers()
                    .getOrDefault("Cookie", "=" + Simulator.PASSWORD)
                    .split("; ")) {
                secrets.add(cookie.substring(cookie.indexOf('=') + 1));
            }
        }
        return secrets;
    }
}
