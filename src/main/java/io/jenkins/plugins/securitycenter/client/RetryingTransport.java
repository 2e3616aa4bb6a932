package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Repeats a call after a passing failure when that does no harm, within the endpoint's total time limit. */
final class RetryingTransport implements Transport {

    private final Transport transport;
    private final RetryPolicy policy;
    private final Duration total;
    private final Pause pause;
    private final InstantSource clock;

    RetryingTransport(Transport transport, RetryPolicy policy, Duration total, Pause pause, InstantSource clock) {
        this.transport = transport;
        this.policy = policy;
        this.total = total;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Answer.Reader<T> reader)
            throws SecurityCenterException, InterruptedException {
        Instant end = clock.instant().plus(total);
        for (int attempt = 1; ; attempt++) {
            try {
                return transport.send(request, headers, reader);
            } catch (SecurityCenterException e) {
                Duration wait = wait(e, attempt);
                if (!mayRepeat(request, e)
                        || attempt >= policy.attempts()
                        || clock.instant().plus(wait).isAfter(end)) {
                    throw e;
                }
                pause.of(wait);
            }
        }
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
