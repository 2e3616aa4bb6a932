package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Repeats a call after a passing failure when that does no harm, within a limit of time. */
final class RetryingTransport implements Transport {

    private final Transport transport;
    private final RetryPolicy policy;
    private final Pause pause;
    private final InstantSource clock;
    private final ServerClock serverClock = new ServerClock();

    RetryingTransport(Transport transport, RetryPolicy policy, Pause pause, InstantSource clock) {
        this.transport = transport;
        this.policy = policy;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Duration limit, Answer.Reader<T> reader)
            throws SecurityCenterException, InterruptedException {
        Instant end = clock.instant().plus(limit);
        for (int attempt = 1; ; attempt++) {
            try {
                return transport.send(request, headers, Duration.between(clock.instant(), end), dated(reader));
            } catch (SecurityCenterException e) {
                Duration wait = wait(e, attempt);
                if (!mayRepeat(request, e)
                        || attempt >= policy.attempts()
                        || !clock.instant().plus(wait).isBefore(end)) {
                    throw e;
                }
                pause.of(wait);
            }
        }
    }

    private <T> Answer.Reader<T> dated(Answer.Reader<T> reader) {
        return answer -> {
            serverClock.read(answer, clock.instant());
            return reader.read(answer);
        };
    }

    @Override
    public Duration clockOffset() {
        return serverClock.offset();
    }

    private static boolean mayRepeat(Request request, SecurityCenterException e) {
        return e.passing() && (request.repeatable() || e.notProcessed());
    }

    private Duration wait(SecurityCenterException e, int attempt) {
        Duration own = policy.pause(attempt);
        return e instanceof UnexpectedAnswerException answer
                ? answer.retryAfter().orElse(own)
                : own;
    }

    @Override
    public void close() {
        transport.close();
    }
}
