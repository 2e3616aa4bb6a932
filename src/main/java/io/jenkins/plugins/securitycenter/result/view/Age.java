package io.jenkins.plugins.securitycenter.result.view;

import java.time.Duration;
import java.time.Instant;

/** The time since a finding was seen. */
final class Age {

    private Age() {}

    /** Returns the age in whole days: {@code 1 day}, {@code 1,234 days}; 0 if it was seen after the time. */
    static String of(Instant seen, Instant time) {
        long days = Math.max(0, Duration.between(seen, time).toDays());
        return days == 1 ? Messages.Age_day() : Messages.Age_days(PageNumbers.grouped(days));
    }
}
