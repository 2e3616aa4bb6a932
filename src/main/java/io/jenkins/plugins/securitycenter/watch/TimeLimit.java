package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.time.Duration;

/** The range of the timeout of a build. */
public final class TimeLimit {

    /** The timeout in minutes. */
    public static final NumberRule MINUTES =
            NumberRule.whole("timeout", 0, 1_000_000, "use a whole number of minutes from 0 (no limit) to 1000000.");

    private TimeLimit() {}

    /** @throws IllegalArgumentException if it is negative or too large; zero means no limit */
    public static void check(Duration timeout) {
        MINUTES.check((double) timeout.toMinutes());
    }
}
