package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how long a call is repeated: pauses double from the first to the longest one, and each is shortened
 * at random by up to a half, so that many builds do not return at the same moment.
 *
 * @param attempts how often it is sent at least, if the limit of the call allows it
 * @param outage how long it is repeated after its first failure while the server does not respond
 */
public record RetryPolicy(int attempts, Duration outage, Duration firstPause, Duration longestPause) {

    /** For somebody who waits, and for those who ask again anyway. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** For builds: a restart of the server takes minutes. */
    public static final RetryPolicy PERSISTENT =
            new RetryPolicy(4, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(15));

    /** Nothing is repeated. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** A policy that only counts attempts. */
    public RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
        this(attempts, Duration.ZERO, firstPause, longestPause);
    }

    /** The pause behind the given attempt, which counts from 1. */
    Duration pause(int attempt) {
        long grown = firstPause.toMillis() << Math.min(attempt - 1, 16);
        long capped = Math.min(grown, longestPause.toMillis());
        return Duration.ofMillis(capped - ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
