package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Jenkins restarts while a build is in a block with a session, or about to enter it. */
class SessionRestartJenkinsTest {

    private static final String BLOCK =
            """
            withSecurityCenter {
                securityCenterScan scan: '1'
                securityCenterRequest path: '/currentUser'
            }
            """;

    @RegisterExtension
    final JenkinsSessionExtension session = new JenkinsSessionExtension();

    private final ManualClock clock = ManualClock.startingNow();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 100));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aBlockThatHadNotBegunBegins() throws Throwable {
        simulator.faults().on("POST", "/token").hang().times(1);
        session.then(jenkins -> {
            begin(jenkins);
            Patience.until("login", () -> logins() == 1);
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
        session.then(jenkins -> jenkins.waitForMessage("Queued", begin(jenkins)));
        assertThat(simulator.openSessions()).isZero();
        clock.advanceSeconds(300);
        session.then(jenkins -> {
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins)));
            assertThat(simulator.openSessions()).isZero();
        });
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aBlockStaysWithItsServerWhenTheDefaultChanges() throws Throwable {
        try (Simulator other = Setup.quick()) {
            session.then(jenkins -> {
                jenkins.waitForMessage("Queued", begin(jenkins));
                SecurityCenterConfiguration.get()
                        .setServers(List.of(Setup.server("new", other), Setup.server(Setup.SERVER, simulator)));
            });
            clock.advanceSeconds(300);
            session.then(jenkins -> jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins))));
            assertThat(other.requests()).isEmpty();
        }
        assertThat(simulator.openSessions()).isZero();
    }

    private WorkflowRun begin(JenkinsRule jenkins) throws Exception {
        Setup.connect(simulator);
        WorkflowJob job = Builds.define(jenkins.createProject(WorkflowJob.class, "job"), BLOCK);
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun present(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    }

    private long logins() {
        return simulator.requests().stream()
                .filter(request -> request.line().equals("POST /token"))
                .count();
    }
}
