package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A policy for repeating requests. The pauses double from the first to the longest one, and each is shortened at random
 * by up to a half, so that many builds do not retry at the same moment.
 *
 * @param attempts the minimum number of attempts, if the time limit of the request allows it
 * @param outage how long a request is repeated after its first failure while the server does not respond
 */
public record RetryPolicy(int attempts, Duration outage, Duration firstPause, Duration longestPause) {

    /** For users who wait, and for callers that repeat the request anyway. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** For builds, because a restart of the server takes minutes. */
    public static final RetryPolicy PERSISTENT =
            new RetryPolicy(4, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(15));

    /** Never repeats a request. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** Creates a policy that only counts attempts. */
    public RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
        this(attempts, Duration.ZERO, firstPause, longestPause);
    }

    /** Returns the pause after the given attempt, counted from 1. */
    Duration pause(int attempt) {
        long grown = firstPause.toMillis() << Math.min(attempt - 1, 16);
        long capped = Math.min(grown, longestPause.toMillis());
        return Duration.ofMillis(capped - ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
