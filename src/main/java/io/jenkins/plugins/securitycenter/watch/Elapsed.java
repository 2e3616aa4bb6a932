package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;

/** Durations as people read them: "5 s", "12 min", "3 h 7 min". */
public final class Elapsed {

    private Elapsed() {}

    /** The text of a duration; one that is negative, since clocks differ, counts as none. */
    public static String text(Duration duration) {
        if (duration.toMinutes() <= 0) {
            return Math.max(0, duration.toSeconds()) + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
