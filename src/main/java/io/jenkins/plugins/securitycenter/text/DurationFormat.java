package io.jenkins.plugins.securitycenter.text;

import java.time.Duration;

/** Formats durations for users: "5 s", "12 min", "3 h 7 min". */
public final class DurationFormat {

    private DurationFormat() {}

    /** Formats a duration. A negative one, which can result from clocks that differ, is shown as 0 s. */
    public static String text(Duration duration) {
        if (duration.toMinutes() <= 0) {
            return Math.max(0, duration.toSeconds()) + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
