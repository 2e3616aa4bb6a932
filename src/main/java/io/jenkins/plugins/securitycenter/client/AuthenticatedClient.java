package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.util.Optional;

/** Sends requests with the credentials of one account, and handles their rejection. */
interface AuthenticatedClient extends AutoCloseable {

    /** Reads a response; reports problems with the help of the check. */
    @FunctionalInterface
    interface CheckedHandler<T> {
        T read(Response response, ResponseCheck check) throws java.io.IOException;
    }

    <T> T call(Request request, Retries retries, CheckedHandler<T> reader)
            throws SecurityCenterException, InterruptedException;

    /** Returns the session for the requests and opens it if necessary; empty for a login that needs no session. */
    Optional<Session> session(Retries retries) throws SecurityCenterException, InterruptedException;

    /** Returns whether every further request must fail, because the server rejected the login. */
    boolean refused();

    /** Returns whether a session is open. */
    boolean hasSession();

    /** Returns how far the server's clock is ahead of the local one; negative if it is behind, zero if unknown. */
    Duration clockOffset();

    /** Returns the listener for what is done with the server. */
    default ActivityListener activity() {
        return ActivityCounter.NONE;
    }

    /** Closes the session, if there is one; failures are only logged. */
    @Override
    void close();
}
