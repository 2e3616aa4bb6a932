package io.jenkins.plugins.securitycenter.client.transport;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thrown if SecurityCenter rejects a request with an error code in the envelope, whatever the HTTP status. */
public final class ErrorResponseException extends SecurityCenterException {

    /** The session token is missing, invalid or expired. */
    static final int INVALID_TOKEN = 12;
    /** A query failed because its data is missing, the query is invalid, or the query engine died. */
    private static final int QUERY_FAILED = 143;

    private static final int INVALID_QUERY = 146;
    private static final int MISSING = 147;
    private static final Pattern MISSING_FILE =
            Pattern.compile("no such file|error opening file", Pattern.CASE_INSENSITIVE);
    /** Matches the file name of the data of a scan result, which contains the id of the result. */
    private static final Pattern DATABASE = Pattern.compile("(\\d{1,19})>?\\.namedb");

    private static final long serialVersionUID = 1;

    public ErrorResponseException(Attempt attempt, int httpStatus, int errorCode, String errorMessage) {
        this(attempt, new ErrorDetails(httpStatus, errorCode, errorMessage), advice(errorCode, errorMessage));
    }

    private ErrorResponseException(Attempt attempt, ErrorDetails said, String advice) {
        super(attempt, said, sentence(said) + advice, null);
    }

    /**
     * Returns the same exception with other advice.
     *
     * @param advice sentences to append to that of the server, without a leading space; empty for none
     */
    public ErrorResponseException advising(String advice) {
        return new ErrorResponseException(
                new Attempt(server(), operation()),
                new ErrorDetails(httpStatus(), errorCode(), errorMessage()),
                advice.isEmpty() ? "" : " " + advice);
    }

    /** Returns whether only the session was rejected, so that a new one may help. */
    public boolean sessionInvalid() {
        return errorCode() == INVALID_TOKEN;
    }

    /** Returns whether a query failed, for one of several reasons that only the error message distinguishes. */
    public boolean queryFailed() {
        return errorCode() == QUERY_FAILED;
    }

    /** Returns whether the data of the scan result is missing: not yet imported, empty, or deleted. */
    public boolean dataMissing(String scanResultId) {
        if (!queryFailed() || !MISSING_FILE.matcher(errorMessage()).find()) {
            return false;
        }
        Matcher database = DATABASE.matcher(errorMessage());
        return !database.find() || database.group(1).equals(scanResultId);
    }

    /** Returns whether the query engine did not respond, so that the same query may succeed later. */
    public boolean engineSilent() {
        return queryFailed() && errorMessage().toLowerCase(Locale.ROOT).contains("no response from");
    }

    /** Returns whether the server refused a parameter, for example because it does not know a filter. */
    public boolean parameterRefused() {
        return errorCode() == INVALID_QUERY;
    }

    /** Returns whether the requested object does not exist. */
    public boolean missing() {
        return errorCode() == MISSING;
    }

    /** Returns whether the error has no code and no message, which is how servers since 5.20 reject an API key. */
    public boolean unexplained() {
        return httpStatus() == 403 && errorCode() == 0 && errorMessage().isEmpty();
    }

    @Override
    public boolean isTemporary() {
        return errorMessage().toLowerCase(Locale.ROOT).contains("database is locked");
    }

    @Override
    public boolean notProcessed() {
        return sessionInvalid();
    }

    private static String sentence(ErrorDetails said) {
        String reason = said.errorMessage().isEmpty() ? "no reason given" : said.errorMessage();
        return "HTTP " + said.httpStatus() + ", error " + said.errorCode() + ": " + ResponseCheck.sentence(reason);
    }

    private static String advice(int errorCode, String message) {
        return switch (errorCode) {
            case INVALID_TOKEN -> " The session was rejected; check that nothing else ends the account's sessions.";
            case INVALID_QUERY ->
                message.contains("does not have access") ? " Give the account's group access to the repository." : "";
            default -> "";
        };
    }
}
