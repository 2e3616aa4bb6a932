package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.Sessions;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The account of a run, with a connection that is kept as long as the run: an uploaded file lives as long as the
 * session, and a login that was refused is not tried again. Other credentials replace it once they are configured.
 */
final class RunAccount implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(RunAccount.class.getName());

    private final Sessions sessions;
    private final AccountLookup lookup;
    private Target target;
    private SecurityCenter connection;
    private boolean closed;

    /** @throws IllegalArgumentException with a sentence when the server or the account cannot be used */
    RunAccount(Sessions sessions, AccountLookup lookup) {
        this.sessions = sessions;
        this.lookup = lookup;
        this.target = lookup.current();
    }

    synchronized Target target() {
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

    /** Takes over what is configured now; returns whether the account is another one. May end a session. */
    boolean renew() {
        Target now;
        try {
            now = lookup.current();
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.FINE, "Could not look up the credentials of a run", e);
            return false;
        }
        SecurityCenter before;
        synchronized (this) {
            if (now.login().equals(target.login()) && now.endpoint().equals(target.endpoint())) {
                return false;
            }
            before = connection;
            target = now;
            // before the session of the polls ends, so that one login is enough
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
