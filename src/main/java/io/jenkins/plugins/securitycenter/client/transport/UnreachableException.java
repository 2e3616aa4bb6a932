package io.jenkins.plugins.securitycenter.client.transport;

/**
 * Thrown if no complete response was received: no connection, an untrusted certificate, a connection reset, or a time
 * limit.
 */
public final class UnreachableException extends SecurityCenterException {

    private static final long serialVersionUID = 1;

    private final boolean temporary;
    private final boolean notProcessed;

    private UnreachableException(Attempt attempt, String reason, boolean temporary, boolean sent, Throwable cause) {
        super(attempt, ErrorDetails.NONE, reason, cause);
        this.temporary = temporary;
        this.notProcessed = !sent;
    }

    /** Returns an exception for a request that was not sent because the connection was refused or timed out. */
    public static UnreachableException notConnected(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, true, false, cause);
    }

    /**
     * Returns an exception for a request that was not sent, and cannot be without a change of the configuration:
     * unknown host, untrusted server.
     */
    public static UnreachableException misconfigured(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, false, false, cause);
    }

    /** Returns an exception for a request that may have been processed, but whose response was lost. */
    public static UnreachableException answerLost(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, true, true, cause);
    }

    /** Returns an exception for a request that may have been processed, but whose response is not valid HTTP. */
    static UnreachableException notUnderstood(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, false, true, cause);
    }

    /** Returns an exception for a request that may have been processed, but exceeded the given time limit. */
    public static UnreachableException outOfTime(Attempt attempt, String limit, Throwable cause) {
        return new UnreachableException(
                attempt, "there was no complete response within " + limit + ".", true, true, cause);
    }

    @Override
    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public boolean notProcessed() {
        return notProcessed;
    }
}
