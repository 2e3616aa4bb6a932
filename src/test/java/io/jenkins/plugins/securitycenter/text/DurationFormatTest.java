package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationFormatTest {

    @ParameterizedTest
    @CsvSource({
        "-7, 0 s",
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "3599, 59 min",
        "3600, 1 h 0 min",
        "11220, 3 h 7 min",
        "176400, 49 h 0 min"
    })
    void usesTheUnitsThatTheLengthNeeds(long seconds, String text) {
        assertThat(DurationFormat.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
