package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides how long a run tolerates failing polls. */
final class OutageLimit {

    /** Maximum time that the server may be unreachable. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Maximum time that the login may be refused. Nothing is sent during this time unless the credentials are changed.
     */
    static final Duration LOGIN = Duration.ofHours(1);

    private @Nullable Instant failingSince;

    /** Records that a poll succeeded. */
    void restored() {
        failingSince = null;
    }

    /** Returns whether a failure ends the run. */
    boolean isFinal(SecurityCenterException e, Instant now) {
        if (e instanceof ErrorResponseException && !e.notProcessed() && !e.isTemporary()) {
            return true;
        }
        if (failingSince == null) {
            failingSince = now;
        }
        return now.isAfter(failingSince.plus(isRefusedLogin(e) ? LOGIN : LIMIT));
    }

    /** Returns whether the server refused the account itself. */
    static boolean isRefusedLogin(Exception e) {
        return e instanceof LoginException login && !login.isTemporary();
    }

    /** Returns the build log line for a failure that is tolerated. */
    static String retrying(SecurityCenterException e) {
        return e.getMessage()
                + (isRefusedLogin(e)
                        ? " Waiting up to " + LOGIN.toMinutes()
                                + " minutes for the credentials in Jenkins to be updated."
                        : " Retrying for up to " + LIMIT.toMinutes() + " minutes.");
    }
}
