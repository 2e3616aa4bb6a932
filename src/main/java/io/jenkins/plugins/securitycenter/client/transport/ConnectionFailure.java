package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Explains in one sentence why no complete response was received. */
final class ConnectionFailure {

    private static final String ENCODING = "Unsupported Content-Encoding: ";
    private static final int LONGEST = 40;
    private static final String TUNNEL_REFUSED = "CONNECT refused by proxy: ";

    private static final String DOUBT = " The request is not repeated, because the server may have processed it.";

    private final Endpoint endpoint;
    private final Request request;
    private final Attempt attempt;

    ConnectionFailure(Endpoint endpoint, Request request) {
        this.endpoint = endpoint;
        this.request = request;
        this.attempt = new Attempt(endpoint.name(), request.operation());
    }

    UnreachableException outOfTime(IOException e) {
        return UnreachableException.outOfTime(
                attempt, Timeouts.inWords(endpoint.timeouts().limit(request)), e);
    }

    UnreachableException of(IOException e) {
        if (e instanceof ClientProtocolException) {
            return protocol(e);
        }
        if (e instanceof SSLException tls) {
            return new TlsFailure(attempt, endpoint.url().getHost()).of(tls);
        }
        if (e instanceof UnknownHostException) {
            return UnreachableException.misconfigured(
                    attempt, "the host " + unknown(e) + " cannot be resolved; check the URL and the proxy.", e);
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return UnreachableException.notConnected(
                    attempt, "all connections to the server are in use; try again later.", e);
        }
        if (e instanceof ConnectTimeoutException) {
            return UnreachableException.notConnected(
                    attempt,
                    "the connection" + toProxy() + " timed out after "
                            + Timeouts.inWords(endpoint.timeouts().connect())
                            + "; check the URL, the network and the proxy.",
                    e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return UnreachableException.notConnected(
                    attempt,
                    "the connection" + toProxy() + " was refused; check the URL, and whether the server is running.",
                    e);
        }
        return UnreachableException.answerLost(attempt, lost(e), e);
    }

    private String lost(IOException e) {
        String reason = e instanceof SocketTimeoutException
                ? "the server did not respond for "
                        + Timeouts.inWords(endpoint.timeouts().response()) + "."
                : "the connection closed before the response was complete.";
        return request.repeatable() ? reason : reason + DOUBT;
    }

    private UnreachableException protocol(IOException e) {
        String said = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
        if (said.startsWith(ENCODING)) {
            return unknownEncoding(said.substring(ENCODING.length()), e);
        }
        if (!said.startsWith(TUNNEL_REFUSED)) {
            return UnreachableException.notUnderstood(attempt, "the response is not HTTP; check the URL.", e);
        }
        String answer = said.substring(TUNNEL_REFUSED.length());
        String reason = "the proxy rejected the connection (" + answer + "); check the proxy settings of Jenkins.";
        return answer.matches("\\S+ 5\\d\\d.*")
                ? UnreachableException.notConnected(attempt, reason, e)
                : UnreachableException.misconfigured(attempt, reason, e);
    }

    private UnreachableException unknownEncoding(String name, IOException e) {
        String encoding = MessageText.shortened(MessageText.line(name), LONGEST);
        return UnreachableException.notUnderstood(
                attempt,
                "the response has the content encoding \"" + encoding
                        + "\", which was not requested; check the proxy in front of the server.",
                e);
    }

    private String toProxy() {
        return endpoint.proxy().map(proxy -> " to the proxy " + proxy).orElse("");
    }

    /**
     * Returns the host name that could not be resolved, which may be the proxy's; the exception message contains it
     * before a colon, or alone.
     */
    private String unknown(IOException e) {
        String host = String.valueOf(e.getMessage()).replaceAll(":.*", "").trim();
        return host.isEmpty() || host.contains(" ") || host.equals("null")
                ? endpoint.url().getHost()
                : host;
    }
}
