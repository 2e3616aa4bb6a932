package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadProgressLogTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ReadProgressLog log = new ReadProgressLog(START);

    @Test
    void saysNothingOfWhatIsReadSoon() {
        assertThat(log.line(500, OptionalLong.of(1000), START.plusSeconds(59))).isEmpty();
    }

    @Test
    void showsProgressOnceAMinute() {
        assertThat(log.line(500, OptionalLong.of(1000), START.plusSeconds(61)))
                .hasValue("Read 500 of 1,000 findings (1 min)");
        assertThat(log.line(600, OptionalLong.of(1000), START.plusSeconds(120))).isEmpty();
        assertThat(log.line(700, OptionalLong.of(1000), START.plusSeconds(121)))
                .hasValue("Read 700 of 1,000 findings (2 min)");
    }

    @Test
    void needsNoTotal() {
        assertThat(log.line(500, OptionalLong.empty(), START.plusSeconds(60))).hasValue("Read 500 findings (1 min)");
    }
}
