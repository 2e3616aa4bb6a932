package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.LoginException;
import io.jenkins.plugins.securitycenter.client.RefusedException;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Duration;
import java.time.Instant;

/** Decides how long a wait bears that its polls fail. */
final class Patience {

    /** How long the server may be out of reach before the wait is given up. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private Instant failingSince;

    /** A poll went well; returns whether the one before had not. */
    boolean restored() {
        boolean failed = failingSince != null;
        failingSince = null;
        return failed;
    }

    /**
     * A poll failed.
     *
     * @return whether the one before had not
     * @throws SecurityCenterException the given one, when it is final or has lasted too long
     */
    boolean strained(SecurityCenterException e, Instant now) throws SecurityCenterException {
        boolean refused = e instanceof RefusedException && !e.notProcessed();
        if ((refused || e instanceof LoginException) && !e.passing()) {
            throw e;
        }
        boolean first = failingSince == null;
        if (first) {
            failingSince = now;
        }
        if (now.isAfter(failingSince.plus(LIMIT))) {
            throw e;
        }
        return first;
    }

    /** What to tell the user of a failure that is borne. */
    static String tryingOn(SecurityCenterException e) {
        return e.getMessage() + " Trying on for up to " + LIMIT.toMinutes() + " minutes.";
    }
}
