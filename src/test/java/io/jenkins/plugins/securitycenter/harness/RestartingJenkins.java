package io.jenkins.plugins.securitycenter.harness;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.File;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A Jenkins that restarts, while time stands still: scans take 100 seconds of its clock, and imports 100 more. */
public abstract class RestartingJenkins {

    @RegisterExtension
    protected final JenkinsSessionExtension session = new JenkinsSessionExtension();

    protected final ManualClock clock = ManualClock.startingNow();
    protected final Simulator simulator = Setup.slow(clock);

    @TempDir
    private Path disk;

    @AfterEach
    final void disconnect() {
        int sessions = simulator.openSessions();
        simulator.close();
        assertThat(sessions).as("open sessions").isZero();
    }

    /** Connects Jenkins with the simulator, and begins the first build of a pipeline. */
    protected final WorkflowRun begin(JenkinsRule jenkins, String script) throws Exception {
        Setup.connect(simulator);
        WorkflowJob job = Builds.define(jenkins.createProject(WorkflowJob.class, "job"), script);
        return job.scheduleBuild2(0).waitForStart();
    }

    /** That build, after a restart. */
    protected static WorkflowRun present(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
    }

    /** Keeps what is on disk now for {@link #kill}. */
    protected final void snapshot(JenkinsRule jenkins) throws Exception {
        copy(jenkins.jenkins.getRootDir(), disk.toFile());
    }

    /** Between two sessions: Jenkins was not shut down, it was killed when the snapshot was taken. */
    protected final void kill() throws Exception {
        new FilePath(session.getHome()).deleteContents();
        copy(disk.toFile(), session.getHome());
    }

    private static void copy(File from, File to) throws Exception {
        new FilePath(from).copyRecursiveTo("**", "**/*tmp,war/**", new FilePath(to));
    }

    /** How often the simulator got a request, for example {@code POST /token}. */
    protected final long requests(String line) {
        return Setup.requests(simulator, line);
    }
}
