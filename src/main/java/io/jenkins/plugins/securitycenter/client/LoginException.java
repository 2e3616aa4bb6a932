package io.jenkins.plugins.securitycenter.client;

/**
 * The server did not let the account in. It is not tried again, since repeated attempts lock accounts; but for want of a
 * free session, which says nothing against the account, whoever waits may come back later.
 */
public final class LoginException extends SecurityCenterException {

    private static final long serialVersionUID = 2;

    private static final String LIMIT =
            "the account has reached the server's session limit; close one of its sessions, use API"
                    + " keys, or set Session limit to \"End the oldest session of the account\" (releaseOldest).";

    private static final String TOO_FEW =
            "the account has reached the server's session limit, and a block needs two sessions;"
                    + " use API keys, which need no session, close other sessions, or allow the account two sessions.";

    private final boolean passing;

    private LoginException(Attempt attempt, String reason, boolean passing) {
        super(attempt, Said.NOTHING, reason, null);
        this.passing = passing;
    }

    LoginException(Attempt attempt, String reason) {
        this(attempt, reason, false);
    }

    /** The account has no session left. */
    static LoginException sessionLimit(Attempt attempt) {
        return new LoginException(attempt, LIMIT, true);
    }

    /** The account has one session, or none left, where two are needed. */
    static LoginException tooFewSessions(Attempt attempt) {
        return new LoginException(attempt, TOO_FEW, true);
    }

    LoginException(Attempt attempt, RefusedException refusal, String advice) {
        super(
                attempt,
                new Said(refusal.httpStatus(), refusal.errorCode(), refusal.errorMessage()),
                sentence(refusal) + advice,
                null);
        this.passing = false;
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public boolean notProcessed() {
        return true;
    }

    private static String sentence(RefusedException refusal) {
        String status = "HTTP " + refusal.httpStatus() + ", error " + refusal.errorCode();
        String message = refusal.errorMessage();
        return AnswerCheck.sentence(message.isEmpty() ? status : status + ": " + message) + " ";
    }
}
