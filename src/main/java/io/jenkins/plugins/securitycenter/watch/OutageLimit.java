package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.LoginException;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Duration;
import java.time.Instant;

/** Decides how long a run tolerates that its polls fail. */
final class OutageLimit {

    /** How long the server may be out of reach. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    /** How long an account may be refused; nothing is sent meanwhile, until other credentials are configured. */
    static final Duration LOGIN = Duration.ofHours(1);

    private Instant failingSince;

    /** A poll succeeded. */
    void restored() {
        failingSince = null;
    }

    /** Whether a failure is the last one that is tolerated. */
    boolean isFinal(SecurityCenterException e, Instant now) {
        if (e instanceof RefusedException && !e.notProcessed() && !e.passing()) {
            return true;
        }
        if (failingSince == null) {
            failingSince = now;
        }
        return now.isAfter(failingSince.plus(isRefusedLogin(e) ? LOGIN : LIMIT));
    }

    /** Whether the account itself is refused. */
    static boolean isRefusedLogin(Exception e) {
        return e instanceof LoginException login && !login.passing();
    }

    /** A failure that is tolerated, for the build log. */
    static String retrying(SecurityCenterException e) {
        return e.getMessage()
                + (isRefusedLogin(e)
                        ? " Waiting up to " + LOGIN.toMinutes()
                                + " minutes for the credentials in Jenkins to be updated."
                        : " Retrying for up to " + LIMIT.toMinutes() + " minutes.");
    }
}
