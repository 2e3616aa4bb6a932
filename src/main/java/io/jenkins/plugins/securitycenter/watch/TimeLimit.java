package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;

/** The rule for how long a build waits. */
public final class TimeLimit {

    private TimeLimit() {}

    /** @throws IllegalArgumentException with a sentence when it is negative; zero is no limit */
    public static void check(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be 0 (no limit) or a positive number of minutes.");
        }
    }
}
