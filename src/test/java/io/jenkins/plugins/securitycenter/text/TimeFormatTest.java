package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeFormatTest {

    private static final Instant TIME = Instant.parse("2026-03-01T23:59:58Z");

    @Test
    void writesTimesToTheMinuteInUtc() {
        assertThat(TimeFormat.minute(TIME)).isEqualTo("2026-03-01 23:59 UTC");
    }

    @Test
    void writesTheDayInUtc() {
        assertThat(TimeFormat.day(TIME)).isEqualTo("2026-03-01");
    }
}
