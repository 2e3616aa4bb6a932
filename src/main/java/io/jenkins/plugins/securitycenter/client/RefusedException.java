package io.jenkins.plugins.securitycenter.client;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SecurityCenter itself said no: an envelope with an error code, whatever the HTTP status. */
public final class RefusedException extends SecurityCenterException {

    /** The session token is missing, wrong or expired. */
    static final int INVALID_TOKEN = 12;
    /** The query engine did not answer a query: for want of data, because of the query, or because it died. */
    private static final int QUERY_FAILED = 143;

    private static final int INVALID_QUERY = 146;
    private static final int MISSING = 147;
    private static final Pattern MISSING_FILE =
            Pattern.compile("no such file|error opening file", Pattern.CASE_INSENSITIVE);
    /** The file with the data of a scan result, by the id of the result. */
    private static final Pattern DATABASE = Pattern.compile("(\\d{1,19})>?\\.namedb");

    private static final long serialVersionUID = 1;

    RefusedException(Attempt attempt, int httpStatus, int errorCode, String errorMessage) {
        this(attempt, new Said(httpStatus, errorCode, errorMessage), advice(errorCode, errorMessage));
    }

    private RefusedException(Attempt attempt, Said said, String advice) {
        super(attempt, said, sentence(said) + advice, null);
    }

    /**
     * The same refusal with other advice.
     *
     * @param advice sentences behind that of the server, without a blank in front; empty for none
     */
    RefusedException advising(String advice) {
        return new RefusedException(
                new Attempt(server(), operation()),
                new Said(httpStatus(), errorCode(), errorMessage()),
                advice.isEmpty() ? "" : " " + advice);
    }

    /** Whether the refusal is only about the session, so that a new one may help. */
    boolean sessionInvalid() {
        return errorCode() == INVALID_TOKEN;
    }

    /** Whether a query failed, for one of several reasons that only the server's sentence tells. */
    boolean queryFailed() {
        return errorCode() == QUERY_FAILED;
    }

    /** Whether the data of that scan result is not there: it is not imported yet, was empty, or is gone again. */
    public boolean dataMissing(String scanResultId) {
        if (!queryFailed() || !MISSING_FILE.matcher(errorMessage()).find()) {
            return false;
        }
        Matcher database = DATABASE.matcher(errorMessage());
        return !database.find() || database.group(1).equals(scanResultId);
    }

    /** Whether the query engine ended without an answer, so that the same query may succeed. */
    boolean engineSilent() {
        return queryFailed() && errorMessage().toLowerCase(Locale.ROOT).contains("no response from");
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

    private static String sentence(Said said) {
        String reason = said.errorMessage().isEmpty() ? "no reason given" : said.errorMessage();
        return "HTTP " + said.httpStatus() + ", error " + said.errorCode() + ": " + AnswerCheck.sentence(reason);
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
