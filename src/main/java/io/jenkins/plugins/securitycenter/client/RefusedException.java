package io.jenkins.plugins.securitycenter.client;

import java.util.Locale;

/** SecurityCenter itself said no: an envelope with an error code, whatever the HTTP status. */
public final class RefusedException extends SecurityCenterException {

    /** The session token is missing, wrong or expired. */
    static final int INVALID_TOKEN = 12;
    /** The query engine has no data for the query. */
    static final int NO_DATA = 143;

    private static final int INVALID_QUERY = 146;
    private static final int MISSING = 147;
    private static final long serialVersionUID = 1;

    RefusedException(Attempt attempt, int httpStatus, int errorCode, String errorMessage) {
        super(
                attempt,
                new Said(httpStatus, errorCode, errorMessage),
                sentence(httpStatus, errorCode, errorMessage),
                null);
    }

    /** Whether the refusal is only about the session, so that a new one may help. */
    boolean sessionInvalid() {
        return errorCode() == INVALID_TOKEN;
    }

    /** Whether there is no data to query: the import has not ended, or there is nothing to import. */
    public boolean noData() {
        return errorCode() == NO_DATA;
    }

    /** Whether the object that the call was about does not exist. */
    public boolean missing() {
        return errorCode() == MISSING;
    }

    /** Whether nothing at all was said: how servers since 5.20 refuse an API key. */
    boolean unexplained() {
        return httpStatus() == 403 && errorCode() == 0 && errorMessage().isEmpty();
    }

    @Override
    public boolean passing() {
        return errorMessage().toLowerCase(Locale.ROOT).contains("database is locked");
    }

    @Override
    public boolean notProcessed() {
        return sessionInvalid();
    }

    private static String sentence(int httpStatus, int errorCode, String message) {
        String said = AnswerCheck.sentence(message.isEmpty() ? "no reason given" : message);
        return "HTTP " + httpStatus + ", error " + errorCode + ": " + said + advice(errorCode, message);
    }

    private static String advice(int errorCode, String message) {
        return switch (errorCode) {
            case INVALID_TOKEN -> " The session was not accepted; check that nothing else ends the account's sessions.";
            case NO_DATA ->
                " There are no findings to read: the import has not ended, or the result is empty or expired.";
            case INVALID_QUERY ->
                message.contains("does not have access") ? " Give the account's group access to the repository." : "";
            default -> "";
        };
    }
}
