package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withClock(clock).withClockOffset(Duration.ofDays(-3)));
    private final SessionPool sessions = new SessionPool(Rig.RETRIES, pause -> {}, clock);
    private final SecurityCenter server =
            sessions.open(Endpoint.of("prod", ServerUrl.parse(simulator.url())), Rig.KEYS);

    @AfterEach
    void stop() {
        server.close();
        sessions.close();
        simulator.close();
    }

    private Duration offset() {
        return Duration.between(clock.instant(), server.now(clock));
    }

    @Test
    void isOursUntilTheServerAnswers() throws Exception {
        assertThat(offset()).isZero();
        server.status();
        assertThat(offset()).isEqualTo(Duration.ofDays(-3));
        clock.advance(Duration.ofHours(1));
        assertThat(offset()).isEqualTo(Duration.ofDays(-3));
    }

    @Test
    void followsTheLastAnswer() throws Exception {
        server.status();
        simulator.controls().setDateOffset(Duration.ofDays(5));
        server.status();
        assertThat(offset()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void isSharedByAllWhoUseTheConnection() throws Exception {
        server.status();
        try (SecurityCenter other = sessions.open(server.endpoint(), Rig.KEYS)) {
            assertThat(Duration.between(clock.instant(), other.now(clock))).isEqualTo(Duration.ofDays(-3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "99999999"})
    void ignoresWhatIsNoDate(String date) throws Exception {
        simulator.faults().on("GET", "/status").header("Date", date).error(200, 0, "");
        server.call(Request.get("/status"));
        assertThat(offset()).isZero();
    }

    @Test
    void ignoresTheDateOfAProxyThatAnswersItself() {
        simulator
                .faults()
                .on("GET", "/status")
                .header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
                .html(404);
        assertThatThrownBy(server::status).isInstanceOf(UnexpectedResponseException.class);
        assertThat(offset()).isZero();
    }
}
