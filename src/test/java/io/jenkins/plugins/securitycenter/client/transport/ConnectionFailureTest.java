package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFailureTest {

    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));
    private static final Endpoint DIRECT = endpoint(Optional.empty());
    private static final Endpoint BEHIND_PROXY = endpoint(Optional.of(new Endpoint.Proxy("proxy", 3128, "", "")));

    private enum Kind {
        /** Nothing was sent, and trying again may help. */
        NOT_CONNECTED,
        /** Nothing was sent, and somebody has to change a setting. */
        MISCONFIGURED,
        /** It may have arrived, and trying again may help. */
        LOST,
        /** It may have arrived, and trying again does not help. */
        NOT_UNDERSTOOD
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                row(new UnknownHostException("sc"), Kind.MISCONFIGURED, "the host sc cannot be resolved"),
                row(
                        new UnknownHostException("proxy: Name or service not known"),
                        Kind.MISCONFIGURED,
                        "the host proxy cannot"),
                row(
                        new UnknownHostException(),
                        Kind.MISCONFIGURED,
                        "the host sc.example.com cannot be resolved; check the URL"),
                row(
                        new ConnectException("Connection refused"),
                        Kind.NOT_CONNECTED,
                        "the connection was refused; check"),
                row(new NoRouteToHostException(), Kind.NOT_CONNECTED, "the connection was refused; check the URL"),
                row(
                        new ConnectTimeoutException("x"),
                        Kind.NOT_CONNECTED,
                        "the connection timed out after 10 seconds; check"),
                row(new ConnectionRequestTimeoutException("x"), Kind.NOT_CONNECTED, "are in use; try again later"),
                row(new SocketTimeoutException(), Kind.LOST, "the server did not respond for 60 seconds."),
                row(new SocketException("reset"), Kind.LOST, "the connection closed before the response was complete."),
                row(
                        new ConnectionClosedException(),
                        Kind.LOST,
                        "the connection closed before the response was complete."),
                row(new SSLPeerUnverifiedException("x"), Kind.MISCONFIGURED, "not issued for the host sc.example.com;"),
                row(
                        tls("x", new CertificateException()),
                        Kind.MISCONFIGURED,
                        "is not trusted; add it, or the certificate"),
                row(tls("x", new CertificateExpiredException()), Kind.MISCONFIGURED, "has expired or is not yet valid"),
                row(tls("x", new EOFException()), Kind.NOT_CONNECTED, "closed during the TLS handshake"),
                row(
                        tls("handshake_failure", null),
                        Kind.MISCONFIGURED,
                        "the TLS handshake failed (handshake_failure);"),
                row(
                        new SSLException("Unsupported or unrecognized SSL message"),
                        Kind.MISCONFIGURED,
                        "the server does not use TLS at this address; check"),
                row(
                        new SSLException("Connection reset"),
                        Kind.LOST,
                        "the TLS connection closed before the response was complete."),
                row(
                        protocol("CONNECT refused by proxy: HTTP/1.1 407 Proxy Authentication Required"),
                        Kind.MISCONFIGURED,
                        "the proxy rejected the connection (HTTP/1.1 407 Proxy Authentication Required); check the proxy"),
                row(
                        protocol("CONNECT refused by proxy: HTTP/1.1 503 Service Unavailable"),
                        Kind.NOT_CONNECTED,
                        "the proxy rejected the connection (HTTP/1.1 503 Service Unavailable); check the proxy"),
                row(
                        protocol("Unsupported Content-Encoding: br"),
                        Kind.NOT_UNDERSTOOD,
                        "the response has the content encoding \"br\", which was not requested; check the proxy"),
                row(protocol("Invalid status line"), Kind.NOT_UNDERSTOOD, "the response is not HTTP; check the URL."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void saysWhatIsWrong(IOException cause, Kind kind, String sentence) {
        UnreachableException e = new ConnectionFailure(DIRECT, Request.get("/scan")).of(cause);

        assertThat(e)
                .hasMessageStartingWith("SecurityCenter \"prod\": could not GET /scan: ")
                .hasMessageContaining(sentence);
        assertThat(e.getMessage()).endsWith(".");
        assertThat(kind(e)).isEqualTo(kind);
    }

    @Test
    void namesTheProxy() {
        ConnectionFailure diagnosis = new ConnectionFailure(BEHIND_PROXY, Request.get("/scan"));

        assertThat(diagnosis.of(new ConnectException())).hasMessageContaining("to the proxy proxy:3128 was refused");
        assertThat(diagnosis.of(new ConnectTimeoutException("x"))).hasMessageContaining("the connection to the proxy");
    }

    @Test
    void namesTheLimitOfTime() {
        IOException cancelled = new SocketException("Socket closed");

        assertThat(new ConnectionFailure(DIRECT, Request.get("/scan")).outOfTime(cancelled))
                .hasMessageEndingWith("there was no complete response within 300 seconds.");
        Request download = Request.get("/x").effect(Request.Effect.DOWNLOADS);
        assertThat(new ConnectionFailure(DIRECT, download).outOfTime(cancelled))
                .hasMessageEndingWith("within 43200 seconds.");
    }

    private static Kind kind(UnreachableException e) {
        if (e.notProcessed()) {
            return e.isTemporary() ? Kind.NOT_CONNECTED : Kind.MISCONFIGURED;
        }
        return e.isTemporary() ? Kind.LOST : Kind.NOT_UNDERSTOOD;
    }

    private static Arguments row(IOException cause, Kind kind, String sentence) {
        return Arguments.of(cause, kind, sentence);
    }

    private static IOException tls(String message, Throwable cause) {
        return (IOException) new SSLHandshakeException(message).initCause(cause);
    }

    private static IOException protocol(String message) {
        return new ClientProtocolException(new HttpException(message));
    }

    private static Endpoint endpoint(Optional<Endpoint.Proxy> proxy) {
        URI url = ServerUrl.parse("https://sc.example.com");
        return new Endpoint("prod", url, List.of(), TIMEOUTS, Endpoint.SessionLimit.FAIL, proxy);
    }
}
