package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.util.Optional;

/** Formats the build log lines about the state changes of a run. */
final class RunLog {

    private RunLog() {}

    /** Returns the line about a state change; empty if there is none. */
    static Optional<String> line(RunMessages messages, RunState before, RunEvent event, RunState after) {
        if (leavesRunning(before, event, after)) {
            return Optional.of(messages.notStopped(after, before.inDoubt()));
        }
        if (event instanceof RunEvent.Aborted && before.phase() == Phase.WAITING && !after.stopOnAbort()) {
            return Optional.of(messages.left(after));
        }
        if (event instanceof RunEvent.Launched) {
            return Optional.of(launched(messages, before, after));
        }
        if (event instanceof RunEvent.Restarted && after.phase() == Phase.WAITING) {
            return Optional.of("Jenkins restarted; still waiting for " + messages.launched(after));
        }
        if (event instanceof RunEvent.ResponseLost lost
                && lost.problem() instanceof SecurityCenterException e
                && after.conclusion() == null) {
            return Optional.of(e.getMessage() + " Checking whether the server received the request.");
        }
        if (event instanceof RunEvent.Unreachable away
                && after.phase() == Phase.LAUNCH_IN_DOUBT
                && away.problem() instanceof SecurityCenterException e
                && !after.isReported()) {
            return Optional.of(OutageLimit.retrying(e));
        }
        return Optional.empty();
    }

    /** Returns whether the server may keep running what the build has to stop: stopping was given up, or takes too long. */
    private static boolean leavesRunning(RunState before, RunEvent event, RunState after) {
        if (before.phase() != Phase.CLEANING_UP || !before.cleanupSteps().contains(CleanupStep.STOP)) {
            return false;
        }
        if (event instanceof RunEvent.CleanupOverdue) {
            return !before.isReported();
        }
        return !(event instanceof RunEvent.CleanupStepDone)
                && !after.cleanupSteps().contains(CleanupStep.STOP);
    }

    private static String launched(RunMessages messages, RunState before, RunState after) {
        if (before.type() == RunType.IMPORT && before.phase() == Phase.LAUNCH_IN_DOUBT && before.responseLost()) {
            return "Started the import of " + messages.launched(after);
        }
        if (before.phase() == Phase.LAUNCHING) {
            return "Launched " + messages.launched(after);
        }
        if (before.phase() == Phase.CLEANING_UP) {
            return "Found " + messages.launched(after);
        }
        String when = before.responseLost() ? "" : "Jenkins restarted; ";
        String reattached = before.responseLost() ? "Reattached to " : "reattached to ";
        return when + reattached + messages.launched(after) + ", which the server had already started";
    }

    /** Returns the status of a run that is not being polled. */
    static String status(RunMessages messages, String name, RunState state) {
        String what = messages.noun() + " \"" + name + "\"";
        return switch (state.phase()) {
            case NEW, CREATING, CREATION_IN_DOUBT -> "preparing " + what;
            case QUEUED -> "waiting to launch " + what;
            case LAUNCHING -> "launching " + what;
            case LAUNCH_IN_DOUBT -> "checking whether " + what + " was launched";
            case WAITING -> messages.result() + " " + state.resultId();
            case CLEANING_UP -> "cleaning up " + what;
            case ENDED -> "ended";
        };
    }
}
