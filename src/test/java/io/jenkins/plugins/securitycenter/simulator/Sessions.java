package io.jenkins.plugins.securitycenter.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The open sessions, oldest first. */
final class Sessions {
    private final List<Session> open = new ArrayList<>();
    private final Clock clock;
    private final SimulatorOptions.Access access;
    private final Random random;

    Sessions(SimulatorOptions options) {
        clock = options.clock();
        access = options.access();
        random = new Random(options.data().seed());
    }

    /** A session for the account; empty when the limit is reached and nothing may be released. */
    synchronized Optional<Session> open(Account account, boolean release) {
        forgetIdle();
        List<Session> own =
                open.stream().filter(session -> session.account() == account).toList();
        if (access.sessionLimit() > 0 && own.size() >= access.sessionLimit()) {
            if (!release) {
                return Optional.empty();
            }
            open.remove(own.get(0));
        }
        Session session = new Session(account, newToken(), newCookie(), clock.instant());
        open.add(session);
        return Optional.of(session);
    }

    /** The session with this token and cookie; using it keeps it alive. */
    synchronized Optional<Session> find(String token, String cookie) {
        forgetIdle();
        Optional<Session> found = open.stream()
                .filter(session ->
                        session.token().equals(token) && session.cookie().equals(cookie))
                .findFirst();
        found.ifPresent(session -> session.use(clock.instant()));
        return found;
    }

    synchronized void close(Session session) {
        open.remove(session);
    }

    synchronized void closeAll() {
        open.clear();
    }

    synchronized int count() {
        forgetIdle();
        return open.size();
    }

    /** 32 hex digits. */
    synchronized String newCookie() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String newToken() {
        return String.valueOf(1_000_000_000L + random.nextInt(1_147_483_647));
    }

    private void forgetIdle() {
        Instant limit = clock.instant().minusSeconds(access.idleTimeoutSeconds());
        open.removeIf(session -> session.lastUse().isBefore(limit));
    }
}
