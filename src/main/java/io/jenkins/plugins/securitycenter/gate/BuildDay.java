package io.jenkins.plugins.securitycenter.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time at which a build records findings. Days begin and end in the time zone of the controller.
 *
 * @param now the time of the recording
 * @param zone the time zone of the controller
 */
public record BuildDay(Instant now, ZoneId zone) {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** Creates a day of the controller at which this code runs. */
    public static BuildDay of(Instant now) {
        return new BuildDay(now, ZoneId.systemDefault());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Returns the day of a time; today for a time in the future, because the clocks of servers differ. */
    LocalDate day(Instant time) {
        return LocalDate.ofInstant(time.isAfter(now) ? now : time, zone);
    }

    /** Returns whether a time is further ahead than clocks differ, so that no age can be computed from it. */
    boolean isFuture(Instant time) {
        return time.isAfter(now.plus(CLOCKS_DIFFER));
    }
}
