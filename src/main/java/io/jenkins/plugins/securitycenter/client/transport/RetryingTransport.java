package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;

/** Repeats a request after a temporary failure if that is safe, within a time limit. */
public final class RetryingTransport implements AutoCloseable {

    /** An operation that may fail and takes at most the given time. */
    @FunctionalInterface
    public interface Operation<T> {
        T take(Duration limit) throws SecurityCenterException, InterruptedException;
    }

    private final Transport transport;
    private final Retries usual;
    private final Sleeper sleeper;
    private final InstantSource clock;
    private final ServerClock serverClock = new ServerClock();

    /** @param usual the policy for requests without a policy of their own */
    public RetryingTransport(Transport transport, RetryPolicy usual, Sleeper sleeper, InstantSource clock) {
        this.transport = transport;
        this.usual = Retries.silent(usual);
        this.sleeper = sleeper;
        this.clock = clock;
    }

    public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException {
        return send(request, headers, limit, usual, reader);
    }

    /** Sends the request, and repeats it as far as {@code retries} and its effect allow. */
    public <T> T send(
            Request request, Map<String, String> headers, Duration limit, Retries retries, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException {
        return repeat(
                retries,
                limit,
                left -> transport.send(request, headers, left, dated(reader)),
                e -> e.isTemporary() && (request.repeatable() || e.notProcessed()));
    }

    /** Sends the request once. */
    public <T> T sendOnce(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException {
        return transport.send(request, headers, limit, dated(reader));
    }

    /**
     * Repeats the step until it succeeds.
     *
     * @param limit the time limit of one step, and of all steps together except during an outage
     * @param harmless whether the step can be repeated after the given failure
     */
    public <T> T repeat(Retries retries, Duration limit, Operation<T> step, Predicate<SecurityCenterException> harmless)
            throws SecurityCenterException, InterruptedException {
        Instant end = clock.instant().plus(limit);
        Instant outage = null;
        for (int attempt = 1; ; attempt++) {
            Instant begin = clock.instant();
            Duration left = shorter(limit, Duration.between(begin, end));
            try {
                T value = step.take(left);
                retries.succeeded();
                return value;
            } catch (SecurityCenterException e) {
                Instant now = clock.instant();
                RetryPolicy policy = retries.policy();
                if (outage == null) {
                    outage = now.plus(policy.outage());
                    end = later(end, outage);
                }
                Instant again = now.plus(wait(e, policy.pause(attempt)));
                boolean worthIt = attempt < policy.attempts() || isOutage(e) && again.isBefore(outage);
                boolean usedUp = !now.isBefore(begin.plus(left));
                if (e instanceof ErrorResponseException && !e.isTemporary()) {
                    retries.succeeded();
                }
                if (!harmless.test(e) || !worthIt || usedUp || !again.isBefore(end)) {
                    throw e;
                }
                if (isOutage(e)) {
                    retries.failed(e, now);
                }
                sleeper.of(Duration.between(now, again));
            }
        }
    }

    /**
     * Returns whether the server is unavailable; an HTML page with status 200 is more likely a login page of a proxy.
     */
    static boolean isOutage(SecurityCenterException e) {
        return e.httpStatus() / 100 != 2;
    }

    /** Returns the pause, which is at least as long as the server requests. */
    private static Duration wait(SecurityCenterException e, Duration own) {
        return e instanceof UnexpectedResponseException answer
                ? answer.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own)
                : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private <T> Response.Handler<T> dated(Response.Handler<T> reader) {
        return answer -> {
            serverClock.read(answer, clock.instant());
            return reader.read(answer);
        };
    }

    /** Returns how far the server's clock is ahead of the local one; negative if it is behind, zero if unknown. */
    public Duration clockOffset() {
        return serverClock.offset();
    }

    @Override
    public void close() {
        transport.close();
    }
}
