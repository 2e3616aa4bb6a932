package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Failure;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerTrafficTest {

    private static final Attempt ATTEMPT = new Attempt("prod", "read the status");
    private static final Login LOGIN = new Login.Password("ci", "secret");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:30Z"));
    private final ServerTraffic traffic = new ServerTraffic(clock, ActivityCounter.NONE);

    @Test
    void countsTheLastHour() {
        for (int minute = 0; minute < 150; minute++) {
            traffic.sent();
            traffic.sent();
            if (minute % 2 == 0) {
                traffic.failed(lost());
            }
            clock.advance(Duration.ofMinutes(1));
        }
        clock.advance(Duration.ofSeconds(-60));
        assertThat(traffic.snapshot().requests()).isEqualTo(120);
        assertThat(traffic.snapshot().failures()).isEqualTo(30);
        clock.advance(Duration.ofMinutes(59));
        assertThat(traffic.snapshot().requests()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(traffic.snapshot().requests()).isZero();
        assertThat(traffic.snapshot().failures()).isZero();
    }

    @Test
    void aServerIsUnreachableFromItsFirstFailureToItsNextResponse() {
        traffic.responded();
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        traffic.failed(lost());
        clock.advance(Duration.ofMinutes(5));
        traffic.failed(lost());
        assertThat(traffic.snapshot().unreachableSince()).contains(first.plus(Duration.ofMinutes(5)));
        assertThat(traffic.snapshot().lastResponse()).contains(first);
        traffic.responded();
        assertThat(traffic.snapshot().unreachableSince()).isEmpty();
        assertThat(traffic.snapshot().lastResponse()).contains(clock.instant());
    }

    @Test
    void anErrorOfSecurityCenterIsAResponse() {
        traffic.failed(lost());
        traffic.failed(error());
        assertThat(traffic.snapshot().unreachableSince()).isEmpty();
        assertThat(traffic.snapshot().lastResponse()).contains(clock.instant());
        assertThat(traffic.snapshot().failures()).isEqualTo(2);
    }

    @Test
    void anUnreadableResponseSaysNothing() {
        UnexpectedResponseException unreadable =
                new UnexpectedResponseException(ATTEMPT, 200, "the response is unreadable.", false, null);
        traffic.failed(unreadable);
        assertThat(traffic.snapshot().unreachableSince()).isEmpty();
        assertThat(traffic.snapshot().lastResponse()).isEmpty();
        traffic.failed(lost());
        traffic.failed(unreadable);
        assertThat(traffic.snapshot().unreachableSince()).isPresent();
    }

    @Test
    void keepsTheEndOfTheLastCertificate() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        traffic.presented(Optional.of(end));
        traffic.presented(Optional.empty());
        assertThat(traffic.snapshot().certificateEnd()).contains(end);
    }

    @Test
    void aRefusalEndsWhenTheLoginIsAccepted() {
        Instant since = clock.instant();
        traffic.refused(LOGIN, new LoginException(ATTEMPT, "wrong password."));
        clock.advance(Duration.ofHours(1));
        traffic.refused(LOGIN, new LoginException(ATTEMPT, "locked."));
        assertThat(traffic.refusal(LOGIN))
                .contains(new Refusal(since, "SecurityCenter \"prod\": could not read the status: locked."));
        assertThat(traffic.refusal(new Login.Password("ci", "new"))).isEmpty();
        traffic.accepted(LOGIN);
        assertThat(traffic.refusal(LOGIN)).isEmpty();
    }

    @Test
    void theSessionLimitIsNoRefusal() {
        traffic.refused(LOGIN, LoginException.sessionLimit(ATTEMPT));
        assertThat(traffic.refusal(LOGIN)).isEmpty();
    }

    @Test
    void remembersALimitedNumberOfLogins() {
        for (int i = 0; i <= ServerTraffic.LOGINS; i++) {
            traffic.refused(new Login.Password("ci" + i, "x"), new LoginException(ATTEMPT, "no."));
        }
        assertThat(traffic.refusal(new Login.Password("ci0", "x"))).isEmpty();
        assertThat(traffic.refusal(new Login.Password("ci1", "x"))).isPresent();
    }

    @Test
    void remembersTheLastFailuresWithoutTextOfTheServer() {
        for (int i = 0; i < ServerTraffic.FAILURES; i++) {
            traffic.failed(lost());
        }
        traffic.failed(error());
        assertThat(traffic.lastFailures())
                .hasSize(ServerTraffic.FAILURES)
                .startsWith(
                        new Failure(
                                clock.instant(),
                                "read the status",
                                "request rejected, HTTP status 403, error code 143"),
                        new Failure(clock.instant(), "read the status", "no complete response"));
    }

    @Test
    void tellsTheListener() {
        ActivityCounter counter = new ActivityCounter();
        ServerTraffic told = new ServerTraffic(clock, counter);
        told.sent();
        told.sent();
        told.failed(error());
        assertThat(counter.counts()).isEqualTo(new ActivityCounter.Counts(2, 1, 0, 0, 0));
    }

    private static UnreachableException lost() {
        return UnreachableException.answerLost(ATTEMPT, "connection reset.", null);
    }

    private static ErrorResponseException error() {
        return new ErrorResponseException(ATTEMPT, 403, 143, "not found");
    }
}
