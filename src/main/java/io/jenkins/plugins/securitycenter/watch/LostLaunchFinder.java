package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the result of a launch that is not confirmed, among the new results that no other run owns. */
final class LostLaunchFinder {

    private final Launcher<?> launcher;
    private final RunMessages messages;
    private final RunOwner owner;
    private final ServerRuns runs;
    private final InstantSource clock;

    /** Whether the run was registered before its launch, so that the results of other builds are known too. */
    private final boolean registered;

    LostLaunchFinder(Launcher<?> launcher, RunMessages messages, RunOwner owner, ServerRuns runs, InstantSource clock) {
        this.launcher = launcher;
        this.messages = messages;
        this.owner = owner;
        this.runs = runs;
        this.clock = clock;
        this.registered = runs.knows(owner.key());
    }

    /**
     * Searches once.
     *
     * @param launchedHere whether the launch was sent since Jenkins started
     * @param lostResponse why the launch was not confirmed; null if Jenkins stopped during the launch
     */
    RunEvent find(SecurityCenter server, RunState state, boolean launchedHere, @Nullable Exception lostResponse)
            throws SecurityCenterException, InterruptedException {
        if (!registered && !launchedHere && state.type() != RunType.ON_DEMAND_SCAN) {
            return new RunEvent.Ambiguous(new ScanFailedException(messages.unregistered(state)), clock.instant());
        }
        List<String> ids = launcher.newResults(server, state).stream()
                .filter(id -> !runs.claimed(state.type(), id, owner.key()))
                .toList();
        if (ids.isEmpty()) {
            String problem = messages.notFound(state, lostResponse);
            return new RunEvent.NotFound(new ScanFailedException(problem, lostResponse), clock.instant());
        }
        boolean otherInDoubt = runs.otherInDoubt(new RunEntry(owner, state)).isPresent();
        return otherInDoubt || ids.size() > 1
                ? new RunEvent.Ambiguous(new ScanFailedException(messages.ambiguous(state)), clock.instant())
                : new RunEvent.Launched(ids.get(0));
    }
}
