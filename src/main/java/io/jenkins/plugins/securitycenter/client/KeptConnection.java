package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Tells a connection that was kept from an earlier request, and that servers end when it is idle, from a new one. */
final class KeptConnection {

    private KeptConnection() {}

    /** Whether a connection that had brought answers before ended without one for the last request. */
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
