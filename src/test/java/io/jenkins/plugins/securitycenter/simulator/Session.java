package io.jenkins.plugins.securitycenter.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An open session: it needs both its token and its cookie. */
final class Session {
    private final Account account;
    private final String token;
    private final String cookie;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile Instant lastUse;

    Session(Account account, String token, String cookie, Instant now) {
        this.account = account;
        this.token = token;
        this.cookie = cookie;
        this.lastUse = now;
    }

    Account account() {
        return account;
    }

    String token() {
        return token;
    }

    String cookie() {
        return cookie;
    }

    Instant lastUse() {
        return lastUse;
    }

    void use(Instant now) {
        lastUse = now;
    }

    /** Uploaded files live as long as their session. */
    Map<String, byte[]> files() {
        return files;
    }
}
