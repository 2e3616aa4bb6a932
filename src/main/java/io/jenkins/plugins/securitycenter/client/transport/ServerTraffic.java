package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the requests to one server have shown: how many there were in the last hour, whether the server responds, until
 * when its certificate is valid, and which logins it rejects. Takes the same memory for any number of requests.
 * Thread-safe.
 */
public final class ServerTraffic {

    private static final int MINUTES = 60;
    /** The maximum number of rejected logins to remember. */
    static final int LOGINS = 100;

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

    /** A rejected login: the first rejection, and the sentence of the last one. */
    public record Refusal(Instant since, String message) {}

    private final InstantSource clock;
    private final long[] minutes = new long[MINUTES];
    private final int[] requests = new int[MINUTES];
    private final int[] failures = new int[MINUTES];
    private final Map<Login, Refusal> refused = new LinkedHashMap<>();
    private Instant lastResponse;
    private Instant unreachableSince;
    private Instant certificateEnd;

    public ServerTraffic(InstantSource clock) {
        this.clock = clock;
    }

    /** Records that a request is sent. */
    synchronized void sent() {
        requests[slot()]++;
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
    synchronized void failed(SecurityCenterException e) {
        failures[slot()]++;
        if (e instanceof ErrorResponseException) {
            responded();
        } else if (RetryingTransport.isOutage(e) && unreachableSince == null) {
            unreachableSince = clock.instant();
        }
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
        refused.put(login, new Refusal(before == null ? clock.instant() : before.since(), e.getMessage()));
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
