package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageLogTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final OutageLog log = new OutageLog();

    @Test
    void reportsAnUnsteadyServerOnceAMinute() {
        assertThat(log.failed("No answer.", START)).hasValue("No answer.");
        assertThat(log.failed("No answer.", START.plusSeconds(10))).isEmpty();
        assertThat(log.restored()).hasValue("The server is responding again.");
        assertThat(log.failed("No answer.", START.plusSeconds(59))).isEmpty();
        assertThat(log.restored()).isEmpty();
        assertThat(log.failed("No answer.", START.plusSeconds(60))).hasValue("No answer.");
    }
}
