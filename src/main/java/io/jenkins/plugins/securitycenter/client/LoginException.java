package io.jenkins.plugins.securitycenter.client;

/** The server did not let the account in. It is not tried again, since repeated attempts lock accounts. */
public final class LoginException extends SecurityCenterException {

    private static final long serialVersionUID = 1;

    LoginException(Attempt attempt, String reason) {
        super(attempt, Said.NOTHING, reason, null);
    }

    LoginException(Attempt attempt, RefusedException refusal, String advice) {
        super(
                attempt,
                new Said(refusal.httpStatus(), refusal.errorCode(), refusal.errorMessage()),
                sentence(refusal) + advice,
                null);
    }

    @Override
    public boolean passing() {
        return false;
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
