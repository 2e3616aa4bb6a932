package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Says in one sentence why no complete answer arrived. */
final class Diagnosis {

    private final Endpoint endpoint;
    private final Attempt attempt;

    Diagnosis(Endpoint endpoint, Request request) {
        this.endpoint = endpoint;
        this.attempt = new Attempt(endpoint.name(), request.operation());
    }

    UnreachableException outOfTime(Duration limit, IOException e) {
        return UnreachableException.outOfTime(attempt, limit.toSeconds(), e);
    }

    UnreachableException of(IOException e) {
        String host = endpoint.url().getHost();
        if (e instanceof UnknownHostException) {
            return UnreachableException.misconfigured(
                    attempt, "the host " + unknown(e, host) + " is unknown; check the URL and the proxy.", e);
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
            return UnreachableException.misconfigured(attempt, untrusted(host, e), e);
        }
        if (e instanceof ConnectTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return UnreachableException.notConnected(
                    attempt,
                    "no connection within " + endpoint.timeouts().connect().toSeconds()
                            + " seconds; check the URL, the network and the proxy.",
                    e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return UnreachableException.notConnected(
                    attempt, "the connection was refused; check the URL and whether the server runs.", e);
        }
        return UnreachableException.answerLost(attempt, lost(e), e);
    }

    private String lost(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "there was no answer for " + endpoint.timeouts().response().toSeconds() + " seconds.";
        }
        if (e instanceof SSLException) {
            return "the encrypted connection broke; check that the URL and the proxy are meant for https.";
        }
        return "the connection ended before the answer was complete.";
    }

    private static String unknown(IOException e, String host) {
        String message = e.getMessage();
        return message == null || message.isBlank() || message.contains(" ") ? host : message.replaceAll(":.*", "");
    }

    private static String untrusted(String host, IOException e) {
        return e instanceof SSLPeerUnverifiedException
                ? "the certificate was not made for the host " + host + "; use the name that is in it."
                : "the certificate of " + host + " is not trusted, or TLS was not agreed upon; add the certificate"
                        + " of the server or of its authority to the server's trusted certificates.";
    }
}
