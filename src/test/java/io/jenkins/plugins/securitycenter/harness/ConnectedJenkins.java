package io.jenkins.plugins.securitycenter.harness;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A Jenkins whose only server is a simulator, on which no test leaves a session. */
@WithJenkins
public abstract class ConnectedJenkins {

    protected final Simulator simulator;
    protected JenkinsRule jenkins;

    /** With scans that are over soon. */
    protected ConnectedJenkins() {
        this(Setup.quick());
    }

    protected ConnectedJenkins(Simulator simulator) {
        this.simulator = simulator;
    }

    @BeforeEach
    final void connect(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
    }

    @AfterEach
    final void disconnect() {
        int sessions = simulator.openSessions();
        simulator.close();
        assertThat(sessions).as("open sessions").isZero();
    }

    /** The first build of a new pipeline, when it has ended as it must. */
    protected final WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.pipeline(jenkins, script));
    }

    /** The first build of a new pipeline that has begun. */
    protected final WorkflowRun start(String script) throws Exception {
        return Builds.pipeline(jenkins, script).scheduleBuild2(0).waitForStart();
    }

    /** How often the simulator got a request, for example {@code POST /token}. */
    protected final long requests(String line) {
        return Setup.requests(simulator, line);
    }
}
