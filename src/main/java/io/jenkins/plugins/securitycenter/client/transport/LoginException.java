package io.jenkins.plugins.securitycenter.client.transport;

/**
 * Thrown if the server rejects a login. The login is not repeated, because repeated failures lock the account. If only
 * the session limit is reached, the login can be retried later.
 */
public final class LoginException extends SecurityCenterException {

    private static final long serialVersionUID = 2;

    private static final String LIMIT =
            "the account has reached the server's session limit; close one of its sessions, use API"
                    + " keys, or set Session limit to \"End the oldest session of the account\" (releaseOldest).";

    private static final String TOO_FEW =
            "the account has reached the server's session limit, and a block needs two sessions;"
                    + " use API keys, which need no session, close other sessions, or allow the account two sessions.";

    private final boolean temporary;

    private LoginException(Attempt attempt, String reason, boolean temporary) {
        super(attempt, ErrorDetails.NONE, reason, null);
        this.temporary = temporary;
    }

    public LoginException(Attempt attempt, String reason) {
        this(attempt, reason, false);
    }

    /** Returns an exception for an account that has reached its session limit. */
    public static LoginException sessionLimit(Attempt attempt) {
        return new LoginException(attempt, LIMIT, true);
    }

    /** Returns an exception for an account that needs two sessions, but has only one or none available. */
    public static LoginException tooFewSessions(Attempt attempt) {
        return new LoginException(attempt, TOO_FEW, true);
    }

    public LoginException(Attempt attempt, ErrorResponseException error, String advice) {
        super(
                attempt,
                new ErrorDetails(error.httpStatus(), error.errorCode(), error.errorMessage()),
                sentence(error) + advice,
                null);
        this.temporary = false;
    }

    @Override
    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public boolean notProcessed() {
        return true;
    }

    private static String sentence(ErrorResponseException error) {
        String status = "HTTP " + error.httpStatus() + ", error " + error.errorCode();
        String message = error.errorMessage();
        return ResponseCheck.sentence(message.isEmpty() ? status : status + ": " + message) + " ";
    }
}
