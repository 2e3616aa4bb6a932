package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.NumberRule;
import java.time.Duration;

/** The rule for how long a build waits. */
public final class TimeLimit {

    /** In minutes. */
    public static final NumberRule MINUTES = NumberRule.whole(
            "timeout", 0, 1_000_000, "a whole number of minutes from 0 (no limit) to 1000000 is needed.");

    private TimeLimit() {}

    /** @throws IllegalArgumentException with a sentence when it is negative or absurd; zero is no limit */
    public static void check(Duration timeout) {
        MINUTES.check(timeout.toMinutes());
    }
}
