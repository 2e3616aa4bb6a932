package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "'Sun, 01 Mar 2026 10:00:30 GMT', PT30S",
        "'Sunday, 01-Mar-26 10:00:30 GMT', PT30S",
        "'Sun, 01 Mar 2026 09:59:59 GMT', PT0S",
    })
    void isANumberOfSecondsOrADate(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999999999999", "2026-03-01T10:00:30Z"})
    void isIgnoredWhenItIsNeither(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Test
    void isAHeaderInAnyCase() {
        assertThat(RetryAfter.of(
                        Answers.json(429, "").with("retry-AFTER", " 7 ").answer(), NOW))
                .contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.of(Answers.json(429, "").answer(), NOW)).isEmpty();
    }
}
