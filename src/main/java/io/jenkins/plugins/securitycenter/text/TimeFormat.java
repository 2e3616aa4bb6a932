package io.jenkins.plugins.securitycenter.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times for users. */
public final class TimeFormat {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimeFormat() {}

    /** Formats a time to the minute: {@code 2026-03-01 10:00 UTC}. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Formats the day of a time: {@code 2026-03-01}. */
    public static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
