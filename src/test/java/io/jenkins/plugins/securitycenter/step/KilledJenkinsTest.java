package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The process of Jenkins is killed while a build waits, and another one started. */
class KilledJenkinsTest {

    @RegisterExtension
    final RealJenkinsExtension process = new RealJenkinsExtension();

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator = Setup.slow(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 | echo securityCenterScan(scan: '1').importStatus + '!'",
                "2 | withSecurityCenter { echo securityCenterScan(scan: '1').importStatus + '!' }"
            })
    void theBuildGoesOn(int sessions, String script) throws Throwable {
        process.startJenkins();
        process.runRemotely(KilledJenkinsTest::begin, simulator.url(), script);
        process.stopJenkinsForcibly();
        assertThat(simulator.openSessions()).isEqualTo(sessions);
        clock.advanceSeconds(300);
        process.startJenkins();
        process.runRemotely(KilledJenkinsTest::finish);
        process.stopJenkins();
        assertThat(simulator.launches("1")).isEqualTo(1);
        // Nobody could end the shared session of the process that was killed; those since then, and the block's, are
        // over.
        assertThat(simulator.openSessions()).isEqualTo(1);
    }

    private static void begin(JenkinsRule jenkins, String url, String script) throws Exception {
        Setup.add(Setup.password(Setup.CREDENTIALS, CredentialsScope.GLOBAL));
        Server server = new Server(Setup.SERVER, url);
        server.setCredentialsId(Setup.CREDENTIALS);
        server.setPollInterval(1);
        SecurityCenterConfiguration.get().setServers(List.of(server));
        WorkflowJob job = Builds.define(jenkins.createProject(WorkflowJob.class, "job"), script);
        jenkins.waitForMessage("Queued", job.scheduleBuild2(0).waitForStart());
    }

    private static void finish(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Jenkins restarted; still waiting", run);
        jenkins.assertLogContains("Finished!", run);
    }
}
