package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the response is unusable or does not come from SecurityCenter: an error of a proxy, HTML, a redirect,
 * invalid JSON, or too much data.
 */
public final class UnexpectedResponseException extends SecurityCenterException {

    /** The request was rejected because of a rate limit, and can be repeated later. */
    static final int TOO_MANY = 429;

    /** The web server has no backend, or is overloaded. */
    static final int UNAVAILABLE = 503;

    /** The status of an answer that this plugin refuses, which does not explain the refusal. */
    private static final int OK = 200;

    private static final long serialVersionUID = 2;

    private final boolean temporary;
    private final @Nullable Duration retryAfter;
    private final Nature nature;

    private enum Nature {
        ORDINARY,
        FOREIGN,
        TOO_LARGE
    }

    private UnexpectedResponseException(
            Attempt attempt,
            int httpStatus,
            String reason,
            boolean temporary,
            @Nullable Duration retryAfter,
            Nature nature) {
        super(
                attempt,
                new ErrorDetails(httpStatus, 0, ""),
                (httpStatus == OK ? "" : "HTTP " + httpStatus + ": ") + reason,
                null);
        this.temporary = temporary;
        this.retryAfter = retryAfter;
        this.nature = nature;
    }

    public UnexpectedResponseException(
            Attempt attempt, int httpStatus, String reason, boolean temporary, @Nullable Duration retryAfter) {
        this(attempt, httpStatus, reason, temporary, retryAfter, Nature.ORDINARY);
    }

    /** Returns an exception for a response that comes from a proxy or firewall in front of SecurityCenter. */
    public static UnexpectedResponseException foreign(
            Attempt attempt, int httpStatus, String reason, boolean temporary, @Nullable Duration retryAfter) {
        return new UnexpectedResponseException(attempt, httpStatus, reason, temporary, retryAfter, Nature.FOREIGN);
    }

    /** Returns an exception for a response without the requested data. */
    public static UnexpectedResponseException lacks(String what, Attempt attempt) {
        return new UnexpectedResponseException(attempt, 200, "the response contains no " + what + ".", false, null);
    }

    /** Returns an exception for a response that needs too much memory. */
    static UnexpectedResponseException tooLarge(Attempt attempt, int httpStatus, String reason) {
        return new UnexpectedResponseException(attempt, httpStatus, reason, false, null, Nature.TOO_LARGE);
    }

    /** Returns whether the response needs too much memory; one with fewer rows may not. */
    public boolean tooLarge() {
        return nature == Nature.TOO_LARGE;
    }

    @Override
    public boolean isTemporary() {
        return temporary;
    }

    /**
     * Returns whether the server is limiting the request rate; for any other error, a proxy may have forwarded the
     * request.
     */
    @Override
    public boolean notProcessed() {
        return httpStatus() == TOO_MANY;
    }

    /** Returns whether SecurityCenter itself did not receive the request, so that it has not checked a password. */
    public boolean turnedAway() {
        return httpStatus() == TOO_MANY || nature == Nature.FOREIGN && httpStatus() == UNAVAILABLE;
    }

    /** Returns how long to wait according to the response ({@code Retry-After}). */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
