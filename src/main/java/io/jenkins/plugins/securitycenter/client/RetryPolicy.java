package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how long a call is repeated: pauses double from the first to the longest one, and each is shortened
 * at random by up to a half, so that many builds do not return at the same moment.
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** Nothing is repeated. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** The pause behind the given attempt, which counts from 1. */
    Duration pause(int attempt) {
        long grown = firstPause.toMillis() << Math.min(attempt - 1, 16);
        long capped = Math.min(grown, longestPause.toMillis());
        return Duration.ofMillis(capped - ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
