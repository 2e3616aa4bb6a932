package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Duration;
import java.time.Instant;

/** The time limits of the searches, retries and cleanup of a run. */
final class RunLimits {

    /** Maximum time for the result of a launch, or a new definition, to appear. */
    static final Duration APPEARANCE = Duration.ofSeconds(10);

    /** Maximum time for the scan result of an import to appear, because a busy server queues imports first. */
    static final Duration IMPORT_APPEARANCE = Duration.ofMinutes(1);

    /**
     * Maximum time to search for an unconfirmed result while the server is unreachable. Other launches of the same
     * object wait meanwhile.
     */
    static final Duration SEARCH = Duration.ofMinutes(10);

    /** Maximum time for which a cleanup is retried. */
    static final Duration CLEANUP = Duration.ofDays(1);

    private RunLimits() {}

    /** Returns the maximum time for the result of a launch of that run to appear. */
    static Duration appearance(RunState state) {
        return state.type() == RunType.IMPORT ? IMPORT_APPEARANCE : APPEARANCE;
    }

    /** Returns whether the current phase has lasted less than the limit. */
    static boolean isWithin(Duration limit, RunState state, Instant now) {
        return now.isBefore(state.phaseStartedAt().plus(limit));
    }

    /** Returns the pause before an action is retried: as long as the current phase has lasted, within limits. */
    static Duration pause(RunState state, Instant now) {
        Duration lasted = Duration.between(state.phaseStartedAt(), now);
        Duration longest = state.phase() == Phase.CLEANING_UP ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
        Duration shortest = Duration.ofSeconds(1);
        return lasted.compareTo(shortest) < 0 ? shortest : lasted.compareTo(longest) > 0 ? longest : lasted;
    }
}
