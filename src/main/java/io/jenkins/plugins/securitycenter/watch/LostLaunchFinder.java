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
     * @param account hash of the account of the connection
     * @param sender hash of the account that sent the launch since Jenkins started; null if it was not sent since
     * @param lostResponse why the launch was not confirmed; null if Jenkins stopped during the launch
     */
    RunEvent find(
            SecurityCenter server,
            RunState state,
            String account,
            @Nullable String sender,
            @Nullable Exception lostResponse)
            throws SecurityCenterException, InterruptedException {
        // only an on-demand scan is certainly launched by its own run alone
        if (state.type() != RunType.ON_DEMAND_SCAN) {
            if (!registered && sender == null) {
                return ambiguous(messages.unregistered(state));
            }
            String launcher = sender == null ? state.account() : sender;
            if (!launcher.isEmpty() && !launcher.equals(account)) {
                return ambiguous(messages.otherAccount(state));
            }
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
                ? ambiguous(messages.ambiguous(state))
                : new RunEvent.Launched(ids.get(0));
    }

    private RunEvent ambiguous(String problem) {
        return new RunEvent.Ambiguous(new ScanFailedException(problem), clock.instant());
    }
}
