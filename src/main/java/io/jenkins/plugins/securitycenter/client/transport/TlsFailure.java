package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Explains in one sentence why a TLS connection failed. */
final class TlsFailure {

    private final Attempt attempt;
    private final String host;

    TlsFailure(Attempt attempt, String host) {
        this.attempt = attempt;
        this.host = host;
    }

    UnreachableException of(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return UnreachableException.misconfigured(
                    attempt,
                    "the certificate was not issued for the host " + host + "; use the host name in the certificate.",
                    e);
        }
        if (has(e, CertificateExpiredException.class) || has(e, CertificateNotYetValidException.class)) {
            return UnreachableException.misconfigured(
                    attempt,
                    "the certificate of " + host + " has expired or is not yet valid; renew it, or check the clock.",
                    e);
        }
        if (has(e, CertificateException.class) || has(e, CertPathValidatorException.class)) {
            return UnreachableException.misconfigured(
                    attempt,
                    "the certificate of " + host
                            + " is not trusted; add it, or the certificate of its certificate authority,"
                            + " to Trusted certificates of the server.",
                    e);
        }
        return unencrypted(e) ? plain(e) : broken(e);
    }

    private UnreachableException plain(SSLException e) {
        return UnreachableException.misconfigured(
                attempt,
                "the server does not use TLS at this address; check whether the URL should start with http://, and the proxy settings.",
                e);
    }

    private UnreachableException broken(SSLException e) {
        if (!(e instanceof SSLHandshakeException)) {
            return UnreachableException.answerLost(
                    attempt, "the TLS connection closed before the response was complete.", e);
        }
        if (has(e, EOFException.class) || has(e, SocketException.class)) {
            return UnreachableException.notConnected(
                    attempt, "the connection closed during the TLS handshake; check the URL and the proxy.", e);
        }
        return UnreachableException.misconfigured(
                attempt,
                "the TLS handshake failed (" + e.getMessage()
                        + "); check the TLS settings of the server, and whether it requires a client certificate.",
                e);
    }

    private static boolean unencrypted(SSLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("plaintext connection") || message.contains("unrecognized SSL message");
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
