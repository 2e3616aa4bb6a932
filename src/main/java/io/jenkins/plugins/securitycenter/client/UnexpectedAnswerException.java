package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.util.Optional;

/** An answer that is not SecurityCenter's: an error of a proxy, HTML, a redirection, broken JSON, far too much. */
public final class UnexpectedAnswerException extends SecurityCenterException {

    /** The request was turned away, to be sent again later. */
    static final int TOO_MANY = 429;

    /** There is nobody behind the web server, or it has no time. */
    static final int UNAVAILABLE = 503;

    private static final long serialVersionUID = 2;

    private final boolean passing;
    private final Duration retryAfter;
    private final Nature nature;

    private enum Nature {
        ORDINARY,
        FOREIGN,
        TOO_LARGE
    }

    private UnexpectedAnswerException(
            Attempt attempt, int httpStatus, String reason, boolean passing, Duration retryAfter, Nature nature) {
        super(attempt, new Said(httpStatus, 0, ""), "HTTP " + httpStatus + ": " + reason, null);
        this.passing = passing;
        this.retryAfter = retryAfter;
        this.nature = nature;
    }

    UnexpectedAnswerException(Attempt attempt, int httpStatus, String reason, boolean passing, Duration retryAfter) {
        this(attempt, httpStatus, reason, passing, retryAfter, Nature.ORDINARY);
    }

    /** An answer that comes from something in front of SecurityCenter. */
    static UnexpectedAnswerException foreign(
            Attempt attempt, int httpStatus, String reason, boolean passing, Duration retryAfter) {
        return new UnexpectedAnswerException(attempt, httpStatus, reason, passing, retryAfter, Nature.FOREIGN);
    }

    /** An answer that does not hold what the call was made for. */
    static UnexpectedAnswerException lacks(String what, Attempt attempt) {
        return new UnexpectedAnswerException(attempt, 200, "the response contains no " + what + ".", false, null);
    }

    /** An answer that takes more memory than it may. */
    static UnexpectedAnswerException tooLarge(Attempt attempt, int httpStatus, String reason) {
        return new UnexpectedAnswerException(attempt, httpStatus, reason, false, null, Nature.TOO_LARGE);
    }

    /** Whether the answer takes more memory than it may; one with fewer rows would take less. */
    boolean tooLarge() {
        return nature == Nature.TOO_LARGE;
    }

    @Override
    public boolean passing() {
        return passing;
    }

    /** Only when the server asks to slow down: whatever else stands between may have passed the request on. */
    @Override
    public boolean notProcessed() {
        return httpStatus() == TOO_MANY;
    }

    /** Whether SecurityCenter itself has not seen the request, so that it has checked no password. */
    boolean turnedAway() {
        return httpStatus() == TOO_MANY || nature == Nature.FOREIGN && httpStatus() == UNAVAILABLE;
    }

    /** How long the answer asked to wait ({@code Retry-After}). */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
