package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsTest {

    private static final Duration OK = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S"})
    void arePositive(Duration wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(wrong, OK, OK))
                .withMessage("Connect timeout must be at least 1 second.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(OK, wrong, OK))
                .withMessage("Request timeout must be at least 1 second.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(OK, OK, wrong))
                .withMessage("Total timeout must be at least 1 second.");
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1 second", "PT5M, 300 seconds", "PT0.25S, 0.25 seconds", "PT1M40S, 100 seconds"})
    void areSaidInSeconds(Duration limit, String words) {
        assertThat(Timeouts.inWords(limit)).isEqualTo(words);
    }

    @Test
    void giveFilesTime() {
        Request.Body upload = new Request.Body.Upload("a", java.io.InputStream::nullInputStream);

        assertThat(Timeouts.DEFAULT.limit(Request.get("/scan"))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Timeouts.DEFAULT.limit(Request.of(Request.Method.POST, "/file/upload", upload)))
                .isEqualTo(Duration.ofHours(12));
        assertThat(Timeouts.DEFAULT.limit(Request.get("/x").answeredByFile())).isEqualTo(Duration.ofHours(12));
        assertThat(Timeouts.DEFAULT.limit(Request.of(Request.Method.POST, "/x").answeredByFile()))
                .isEqualTo(Duration.ofHours(12));
    }
}
