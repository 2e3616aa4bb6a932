package io.jenkins.plugins.securitycenter.client;

/** No complete answer arrived: no connection, no trust in the certificate, a reset, a time limit. */
public final class UnreachableException extends SecurityCenterException {

    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final boolean notProcessed;

    private UnreachableException(Attempt attempt, String reason, boolean passing, boolean sent, Throwable cause) {
        super(attempt, Said.NOTHING, reason, cause);
        this.passing = passing;
        this.notProcessed = !sent;
    }

    /** The request never left: refused or timed out connection. */
    static UnreachableException notConnected(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, true, false, cause);
    }

    /** The request never left and never will without a change of the configuration: unknown host, untrusted server. */
    static UnreachableException misconfigured(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, false, false, cause);
    }

    /** The request may have been carried out, but its answer was lost. */
    static UnreachableException answerLost(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, true, true, cause);
    }

    /** The request may have been carried out, and what came back is not for this client. */
    static UnreachableException notUnderstood(Attempt attempt, String reason, Throwable cause) {
        return new UnreachableException(attempt, reason, false, true, cause);
    }

    /** The request may have been carried out; the given limit of time is used up. */
    static UnreachableException outOfTime(Attempt attempt, String limit, Throwable cause) {
        return new UnreachableException(
                attempt, "there was no complete response within " + limit + ".", true, true, cause);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public boolean notProcessed() {
        return notProcessed;
    }
}
