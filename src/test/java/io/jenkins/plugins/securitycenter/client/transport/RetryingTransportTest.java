package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingTransportTest {

    private static final Attempt ATTEMPT = new Attempt("prod", "try");
    private static final Request READ = Request.get("/scan");
    private static final Request CHANGE = Request.post("/scan/1/launch", JsonNodeFactory.instance.objectNode());
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private final ScriptedTransport script = new ScriptedTransport();
    private final RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(8), Duration.ofSeconds(8));
    private final RetryingTransport transport = new RetryingTransport(
            script,
            policy,
            pause -> {
                pauses.add(pause);
                clock.advance(pause);
            },
            clock);

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("refused connection", UnreachableException.notConnected(ATTEMPT, "x", null), true, true),
                Arguments.of("lost answer", UnreachableException.answerLost(ATTEMPT, "x", null), true, false),
                Arguments.of("unknown host", UnreachableException.misconfigured(ATTEMPT, "x", null), false, false),
                Arguments.of("no HTTP", UnreachableException.notUnderstood(ATTEMPT, "x", null), false, false),
                Arguments.of("slow down", new UnexpectedResponseException(ATTEMPT, 429, "x", true, null), true, true),
                Arguments.of("overload", new UnexpectedResponseException(ATTEMPT, 503, "x", true, null), true, false),
                Arguments.of("redirect", new UnexpectedResponseException(ATTEMPT, 302, "x", false, null), false, false),
                Arguments.of("refusal", new ErrorResponseException(ATTEMPT, 403, 147, "x"), false, false),
                Arguments.of("invalid token", new ErrorResponseException(ATTEMPT, 403, 12, "x"), false, false),
                Arguments.of(
                        "locked database",
                        new ErrorResponseException(ATTEMPT, 403, 1, "database is locked"),
                        true,
                        false),
                Arguments.of("refused login", new LoginException(ATTEMPT, "x"), false, false));
    }

    @ParameterizedTest(name = "{0}: reads again {2}, changes again {3}")
    @MethodSource("failures")
    void repeatsWhatIsSafe(String name, SecurityCenterException failure, boolean reads, boolean changes)
            throws Exception {
        assertThat(succeedsBehind(failure, READ)).isEqualTo(reads);
        assertThat(succeedsBehind(failure, CHANGE)).isEqualTo(changes);
    }

    private boolean succeedsBehind(SecurityCenterException failure, Request request) throws Exception {
        ScriptedTransport once = new ScriptedTransport().fails(failure).answers(Answers.envelope("[]"));
        try {
            new RetryingTransport(once, policy, pause -> {}, clock).send(request, Map.of(), LIMIT, Response::status);
            return true;
        } catch (SecurityCenterException e) {
            assertThat(e).isSameAs(failure);
            assertThat(once.sent()).isOne();
            return false;
        }
    }

    @Test
    void givesUpBehindTheLastAttempt() {
        lost();
        lost();
        SecurityCenterException last = lost();

        assertThatThrownBy(this::send).isSameAs(last);
        assertThat(pauses)
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8)));
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        overloaded(Duration.ofSeconds(40));
        script.answers(Answers.envelope("[]"));

        assertThat(send()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void doesNotWaitBeyondTheLimit() {
        overloaded(LIMIT);

        assertThatThrownBy(this::send).isInstanceOf(UnexpectedResponseException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void leavesARepetitionTheRestOfTheTime() throws Exception {
        lost();
        script.meanwhile(() -> clock.advanceSeconds(100));
        overloaded(Duration.ofSeconds(50));
        script.answers(Answers.envelope("[]"));

        send();

        assertThat(script.limits.get(0)).isEqualTo(LIMIT);
        assertThat(script.limits.get(1)).isBetween(Duration.ofSeconds(192), Duration.ofSeconds(196));
        assertThat(script.limits.get(2)).isEqualTo(script.limits.get(1).minusSeconds(50));
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        RetryingTransport interrupted = new RetryingTransport(
                script,
                policy,
                pause -> {
                    throw new InterruptedException();
                },
                clock);
        lost();

        assertThatThrownBy(() -> interrupted.send(READ, Map.of(), LIMIT, Response::status))
                .isInstanceOf(InterruptedException.class);
        assertThat(script.sent()).isOne();
    }

    private SecurityCenterException lost() {
        SecurityCenterException e =
                UnreachableException.answerLost(ATTEMPT, "the answer was lost.", new IOException("reset"));
        script.fails(e);
        return e;
    }

    private void overloaded(Duration retryAfter) {
        script.fails(new UnexpectedResponseException(ATTEMPT, 503, "x", true, retryAfter));
    }

    private int send() throws SecurityCenterException, InterruptedException {
        return transport.send(READ, Map.of(), LIMIT, Response::status);
    }
}
