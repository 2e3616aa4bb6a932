package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Identifies failures of a connection that was kept from an earlier request; servers close such connections when they
 * are idle.
 */
final class ReusedConnection {

    private ReusedConnection() {}

    /** Returns whether a connection that had been used before was closed without a response to the last request. */
    static boolean ended(IOException e, HttpCoreContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        boolean ended = e instanceof NoHttpResponseException
                || e instanceof ConnectionClosedException
                || e instanceof SocketException
                || e instanceof SSLException;
        return ended
                && connection != null
                && connection.getResponseCount() > 0
                && connection.getResponseCount() < connection.getRequestCount();
    }
}
