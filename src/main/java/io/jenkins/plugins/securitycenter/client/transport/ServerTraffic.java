package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the requests to one server have shown: how many there were in the last hour, whether the server responds, until
 * when its certificate is valid, which logins it rejects, and which requests failed last. Takes the same memory for any
 * number of requests. Thread-safe.
 */
public final class ServerTraffic {

    private static final int MINUTES = 60;
    /** The maximum number of rejected logins to remember. */
    static final int LOGINS = 100;
    /** The number of failures to remember. */
    static final int FAILURES = 10;

    /**
     * The state at one time.
     *
     * @param requests the number of requests in the last hour, repetitions included
     * @param failures how many of them failed or were rejected
     * @param lastResponse the time of the last response of SecurityCenter; empty if there was none
     * @param unreachableSince the first failure since the last response; empty if the server responds
     * @param certificateEnd the end of the validity of the certificate that the server presented last
     */
    public record Snapshot(
            int requests,
            int failures,
            Optional<Instant> lastResponse,
            Optional<Instant> unreachableSince,
            Optional<Instant> certificateEnd) {

        /** The state of a server that has not received a request. */
        public static final Snapshot NONE = new Snapshot(0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A request that failed.
     *
     * @param operation a verb phrase without the account, for example {@code launch scan 3}
     * @param cause what the response was, without text from the server
     */
    public record Failure(Instant time, String operation, String cause) {

        static Failure of(SecurityCenterException e, Instant time) {
            String status = e.httpStatus() == 0 ? "" : ", HTTP status " + e.httpStatus();
            String code = e.errorCode() == 0 ? "" : ", error code " + e.errorCode();
            boolean login = e.operation().startsWith(Login.OPERATION + " ");
            return new Failure(time, login ? Login.OPERATION : e.operation(), kind(e) + status + code);
        }

        private static String kind(SecurityCenterException e) {
            if (e instanceof UnreachableException) {
                Throwable cause = e.getCause();
                return "no complete response"
                        + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")");
            }
            if (e instanceof LoginException) {
                return "login rejected";
            }
            return e instanceof ErrorResponseException ? "request rejected" : "unusable response";
        }
    }

    /** A rejected login: the first rejection, and the sentence of the last one. */
    public record Refusal(Instant since, String message) {}

    private final InstantSource clock;
    private final ActivityListener activity;
    private final long[] minutes = new long[MINUTES];
    private final int[] requests = new int[MINUTES];
    private final int[] failures = new int[MINUTES];
    private final Map<Login, Refusal> refused = new LinkedHashMap<>();
    private final Deque<Failure> last = new ArrayDeque<>();
    private @Nullable Instant lastResponse;
    private @Nullable Instant unreachableSince;
    private @Nullable Instant certificateEnd;

    /** @param activity is told about the requests too */
    public ServerTraffic(InstantSource clock, ActivityListener activity) {
        this.clock = clock;
        this.activity = activity;
    }

    /** Returns the listener for what else is done with the server. */
    public ActivityListener activity() {
        return activity;
    }

    /** Records that a request is sent. */
    void sent() {
        activity.requested();
        count(requests);
    }

    private synchronized void count(int[] minute) {
        minute[slot()]++;
    }

    /** Records that a response arrived, from the server or from a proxy. */
    synchronized void presented(Optional<Instant> end) {
        certificateEnd = end.orElse(certificateEnd);
    }

    /** Records that SecurityCenter responded as expected. */
    synchronized void responded() {
        lastResponse = clock.instant();
        unreachableSince = null;
    }

    /** Records that a request failed or was rejected. */
    void failed(SecurityCenterException e) {
        activity.failed();
        count(failures);
        record(e);
    }

    private synchronized void record(SecurityCenterException e) {
        last.addFirst(Failure.of(e, clock.instant()));
        if (last.size() > FAILURES) {
            last.removeLast();
        }
        if (e instanceof ErrorResponseException) {
            responded();
        } else if (RetryingTransport.isOutage(e) && unreachableSince == null) {
            unreachableSince = clock.instant();
        }
    }

    /** Returns the last failures, the newest one first. */
    public synchronized List<Failure> lastFailures() {
        return List.copyOf(last);
    }

    /** Records that the server accepts the login. */
    public synchronized void accepted(Login login) {
        refused.remove(login);
    }

    /** Records that the server rejects the login; does nothing if it only rejects it at the moment. */
    public synchronized void refused(Login login, LoginException e) {
        if (e.isTemporary()) {
            return;
        }
        Refusal before = refused.remove(login);
        refused.put(login, new Refusal(before == null ? clock.instant() : before.since(), MessageText.of(e)));
        Iterator<Login> oldest = refused.keySet().iterator();
        if (refused.size() > LOGINS) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Returns the rejection of the login; empty if the server has accepted it since, or has never rejected it. */
    public synchronized Optional<Refusal> refusal(Login login) {
        return Optional.ofNullable(refused.get(login));
    }

    /** Returns the current state. */
    public synchronized Snapshot snapshot() {
        long now = minute();
        int sent = 0;
        int failed = 0;
        for (int slot = 0; slot < MINUTES; slot++) {
            boolean recent = minutes[slot] > now - MINUTES && minutes[slot] <= now;
            sent += recent ? requests[slot] : 0;
            failed += recent ? failures[slot] : 0;
        }
        return new Snapshot(
                sent,
                failed,
                Optional.ofNullable(lastResponse),
                Optional.ofNullable(unreachableSince),
                Optional.ofNullable(certificateEnd));
    }

    private long minute() {
        return clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds();
    }

    /** Returns the slot of the current minute, which is cleared if it contains the counts of an earlier hour. */
    private int slot() {
        long now = minute();
        int slot = Math.floorMod(now, MINUTES);
        if (minutes[slot] != now) {
            minutes[slot] = now;
            requests[slot] = 0;
            failures[slot] = 0;
        }
        return slot;
    }
}
