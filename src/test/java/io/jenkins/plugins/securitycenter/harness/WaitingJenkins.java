package io.jenkins.plugins.securitycenter.harness;

import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** A connected Jenkins in which time stands still: scans take 100 seconds of its clock, and imports 100 more. */
public abstract class WaitingJenkins extends ConnectedJenkins {

    protected final ManualClock clock;

    protected WaitingJenkins() {
        this(ManualClock.startingNow());
    }

    private WaitingJenkins(ManualClock clock) {
        super(Setup.slow(clock));
        this.clock = clock;
    }

    /** A build that waits for its scan, so many seconds after the launch, and has said so. */
    protected final WorkflowRun waiting(String script, int seconds, String stage) throws Exception {
        WorkflowRun run = start(script);
        jenkins.waitForMessage("Launched", run);
        clock.advanceSeconds(seconds);
        return jenkins.waitForMessage(stage, run);
    }
}
