package io.jenkins.plugins.securitycenter.client;

/** The server did not let the account in. It is not tried again, since repeated attempts lock accounts. */
public final class LoginException extends SecurityCenterException {

    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final int errorCode;
    private final String errorMessage;

    LoginException(Attempt attempt, String reason) {
        super(attempt, reason, null);
        this.httpStatus = 0;
        this.errorCode = 0;
        this.errorMessage = "";
    }

    LoginException(Attempt attempt, RefusedException refusal, String advice) {
        super(attempt, said(refusal) + advice, null);
        this.httpStatus = refusal.httpStatus();
        this.errorCode = refusal.errorCode();
        this.errorMessage = refusal.errorMessage();
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }

    @Override
    public int errorCode() {
        return errorCode;
    }

    @Override
    public String errorMessage() {
        return errorMessage;
    }

    @Override
    public boolean passing() {
        return false;
    }

    @Override
    public boolean notProcessed() {
        return true;
    }

    private static String said(RefusedException refusal) {
        String status = "HTTP " + refusal.httpStatus() + ", error " + refusal.errorCode();
        String message = refusal.errorMessage();
        return AnswerCheck.sentence(message.isEmpty() ? status : status + ": " + message) + " ";
    }
}
