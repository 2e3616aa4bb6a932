package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The account of a run and its connection, which stays open as long as the run: an uploaded file exists only within its
 * session, and a refused login must not be repeated. Switches to other credentials once they are configured.
 */
final class RunAccount implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(RunAccount.class.getName());

    private final SessionPool sessions;
    private final AccountLookup lookup;
    private ServerAccount target;
    private @Nullable SecurityCenter connection;
    private boolean closed;

    /** @throws IllegalArgumentException if the server or the account cannot be used; the message is shown to users */
    RunAccount(SessionPool sessions, AccountLookup lookup) {
        this.sessions = sessions;
        this.lookup = lookup;
        this.target = lookup.current();
    }

    synchronized ServerAccount target() {
        return target;
    }

    synchronized SecurityCenter connection() {
        if (closed) {
            throw new IllegalStateException(
                    "The connection to " + target.endpoint().name() + " is closed.");
        }
        if (connection == null) {
            connection = sessions.open(target.endpoint(), target.login());
        }
        return connection;
    }

    /**
     * Switches to the currently configured account and returns whether it differs. Stays with the account if the server
     * has another URL, because the IDs that the run knows may belong to other objects there. May send a request that
     * closes a session.
     */
    boolean renew() {
        ServerAccount now;
        try {
            now = lookup.current();
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.FINE, "Could not look up the credentials of a run", e);
            return false;
        }
        SecurityCenter before;
        synchronized (this) {
            boolean moved = !now.endpoint().url().equals(target.endpoint().url());
            if (moved || now.login().equals(target.login()) && now.endpoint().equals(target.endpoint())) {
                return false;
            }
            before = connection;
            target = now;
            // opened before the polls close the session, so that one login is enough
            connection = sessions.open(now.endpoint(), now.login());
        }
        if (before != null) {
            before.close();
        }
        return true;
    }

    @Override
    public void close() {
        SecurityCenter last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = null;
        }
        if (last != null) {
            last.close();
        }
    }
}
