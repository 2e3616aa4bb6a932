package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.model.EpssScale;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server and its connection settings.
 *
 * @param name the name of the server in messages
 * @param url the URL as returned by {@link ServerUrl#parse}
 * @param trusted certificates to trust in addition to those of the JVM
 * @param proxy the proxy to use, if any
 * @param epss how the server writes EPSS scores
 */
public record Endpoint(
        String name,
        URI url,
        List<X509Certificate> trusted,
        Timeouts timeouts,
        SessionLimit sessionLimit,
        Optional<Proxy> proxy,
        EpssScale epss) {

    public Endpoint {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        trusted = List.copyOf(trusted);
    }

    /** Creates an endpoint whose scale of EPSS scores is not known. */
    public Endpoint(
            String name,
            URI url,
            List<X509Certificate> trusted,
            Timeouts timeouts,
            SessionLimit sessionLimit,
            Optional<Proxy> proxy) {
        this(name, url, trusted, timeouts, sessionLimit, proxy, EpssScale.AUTO);
    }

    /**
     * Returns an endpoint with defaults: the JVM's trusted certificates, default timeouts, no proxy, failure at the
     * session limit.
     */
    public static Endpoint of(String name, URI url) {
        return new Endpoint(name, url, List.of(), Timeouts.DEFAULT, SessionLimit.FAIL, Optional.empty());
    }

    /** Returns this endpoint with other timeouts. */
    public Endpoint within(Timeouts limits) {
        return new Endpoint(name, url, trusted, limits, sessionLimit, proxy, epss);
    }

    /** Returns this endpoint without permission to end other sessions of the account. */
    public Endpoint sparingSessions() {
        return new Endpoint(name, url, trusted, timeouts, SessionLimit.FAIL, proxy, epss);
    }

    /** Returns the URL of a scan result in SecurityCenter's web interface. */
    public URI pageOfScanResult(String id) {
        return URI.create(url + "/#scan_results/view/" + id);
    }

    /** What to do if the account has reached the server's session limit. */
    public enum SessionLimit {
        /** Fail with an error message. */
        FAIL,
        /** Let the server end the account's oldest session. */
        RELEASE_OLDEST
    }

    /** A proxy; the user is empty if it requires no login. */
    public record Proxy(String host, int port, String user, String password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
