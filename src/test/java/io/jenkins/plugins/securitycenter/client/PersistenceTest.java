package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.client.transport.Transport;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the calls of a build bridge an outage. */
class PersistenceTest {

    private static final Attempt ATTEMPT = new Attempt("prod", "read page 3");
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Request READ = Request.get("/scan");
    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final String ANSWER = "{\"token\":1,\"releaseSession\":false}";

    private final ManualClock clock = new ManualClock(BEGIN);
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Retries retries = new Retries(RetryPolicy.PERSISTENT, log::add);

    /** A server that fails in one way until it is back. */
    private final class Server implements Transport {

        private final Supplier<SecurityCenterException> failure;
        private Duration away;
        private int sent;

        Server(Duration away, Supplier<SecurityCenterException> failure) {
            this.away = away;
            this.failure = failure;
        }

        @Override
        public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
                throws SecurityCenterException {
            sent++;
            assertThat(limit).isBetween(Duration.ZERO, LIMIT);
            if (clock.instant().isBefore(BEGIN.plus(away))) {
                throw failure.get();
            }
            try {
                return reader.read(Answers.envelope(ANSWER).answer());
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            away = Duration.ZERO;
        }
    }

    private RetryingTransport over(Transport server) {
        return new RetryingTransport(
                server,
                RetryPolicy.DEFAULT,
                pause -> {
                    pauses.add(pause);
                    clock.advance(pause);
                },
                clock);
    }

    private int read(Server server) throws Exception {
        return over(server).send(READ, Map.of(), LIMIT, retries, Response::status);
    }

    private static UnexpectedResponseException answer(int status, boolean temporary, Duration retryAfter) {
        return UnexpectedResponseException.foreign(ATTEMPT, status, "x.", temporary, retryAfter);
    }

    static List<SecurityCenterException> outages() {
        return List.of(
                answer(503, true, null),
                answer(503, true, Duration.ZERO),
                answer(429, true, Duration.ofSeconds(1)),
                UnreachableException.notConnected(ATTEMPT, "x.", null),
                UnreachableException.answerLost(ATTEMPT, "x.", null));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void bridgesARestartWithTwoLines(SecurityCenterException failure) throws Exception {
        Server server = new Server(Duration.ofMinutes(4), () -> failure);

        assertThat(read(server)).isEqualTo(200);

        assertThat(server.sent).isBetween(16, 40);
        assertThat(log)
                .containsExactly(
                        failure.getMessage() + " Retrying for up to 5 minutes.", "The server is responding again.");
    }

    @ParameterizedTest
    @MethodSource("outages")
    void endsWhenTheServerStaysAway(SecurityCenterException failure) {
        Server server = new Server(Duration.ofDays(1), () -> failure);

        assertThatThrownBy(() -> read(server)).isSameAs(failure);

        assertThat(Duration.between(BEGIN, clock.instant())).isBetween(Duration.ofSeconds(284), Duration.ofMinutes(5));
        assertThat(log).containsExactly(failure.getMessage() + " Retrying for up to 5 minutes.");
    }

    @Test
    void stopsSoonBehindAPageThatMayBeALoginPage() {
        Server server = new Server(Duration.ofDays(1), () -> answer(200, true, null));

        assertThatThrownBy(() -> read(server)).isInstanceOf(UnexpectedResponseException.class);

        assertThat(server.sent).isEqualTo(4);
        assertThat(log).isEmpty();
    }

    @Test
    void doesNotRepeatACallThatUsesUpItsTime() {
        Server server = new Server(Duration.ofDays(1), () -> {
            clock.advance(LIMIT);
            return UnreachableException.outOfTime(ATTEMPT, "50 seconds", null);
        });

        assertThatThrownBy(() -> read(server)).isInstanceOf(UnreachableException.class);

        assertThat(server.sent).isOne();
        assertThat(log).isEmpty();
    }

    @Test
    void sendsAChangeOnce() {
        Server server = new Server(Duration.ofMinutes(1), () -> answer(503, true, null));
        Request change = Request.post("/scan/1/launch", JsonNodeFactory.instance.objectNode());

        assertThatThrownBy(() -> over(server).send(change, Map.of(), LIMIT, retries, Response::status))
                .isInstanceOf(UnexpectedResponseException.class);

        assertThat(server.sent).isOne();
        assertThat(log).isEmpty();
    }

    @Test
    void doesNotFillTheLogWhenTheServerComesAndGoes() throws Exception {
        for (int i = 0; i < 20; i++) {
            Instant back = clock.instant().plusMillis(1);
            read(new Server(Duration.between(BEGIN, back), () -> answer(503, true, null)));
        }

        assertThat(log).hasSize(2);
    }

    @Test
    void logsInAgainWhenSecurityCenterHasNotSeenThePassword() throws Exception {
        Server server = new Server(Duration.ofMinutes(4), () -> answer(503, true, null));

        assertThat(login(server).session(retries)).isPresent();

        assertThat(log).hasSize(2);
    }

    static List<SecurityCenterException> doubtfulLogins() {
        return List.of(
                new UnexpectedResponseException(ATTEMPT, 503, "SecurityCenter itself.", true, null),
                answer(500, true, null),
                answer(502, true, null),
                answer(504, true, null),
                answer(200, true, null),
                new ErrorResponseException(ATTEMPT, 403, 1, "database is locked"),
                UnreachableException.answerLost(ATTEMPT, "x.", null));
    }

    @ParameterizedTest
    @MethodSource("doubtfulLogins")
    void logsInOnceWhenThePasswordMayHaveBeenChecked(SecurityCenterException failure) {
        Server server = new Server(Duration.ofMinutes(1), () -> failure);

        assertThatThrownBy(() -> login(server).session(retries)).isSameAs(failure);

        assertThat(server.sent).isOne();
    }

    private SessionClient login(Server server) {
        RetryingTransport transport = over(server);
        Endpoint endpoint = Endpoint.of("prod", ServerUrl.parse("https://sc.example.com"))
                .within(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), LIMIT));
        return new SessionClient(
                endpoint,
                transport,
                new SessionLogin(endpoint, transport, Rig.USER),
                CompletableFuture.completedFuture(null),
                Optional.empty());
    }
}
