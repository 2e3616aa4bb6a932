package io.jenkins.plugins.securitycenter.client;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server and how to reach it.
 *
 * @param name what messages call the server
 * @param url as {@link ServerUrl#parse} returns it
 * @param trusted certificates to trust beside the JVM's own
 * @param proxy the proxy to go through, if any
 */
public record Endpoint(
        String name,
        URI url,
        List<X509Certificate> trusted,
        Timeouts timeouts,
        SessionLimit sessionLimit,
        Optional<Proxy> proxy) {

    public Endpoint {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        trusted = List.copyOf(trusted);
    }

    /** An endpoint with the defaults: JVM trust, default timeouts, no proxy, failing at the session limit. */
    public static Endpoint of(String name, URI url) {
        return new Endpoint(name, url, List.of(), Timeouts.DEFAULT, SessionLimit.FAIL, Optional.empty());
    }

    /** This endpoint, with other certificates to trust beside the JVM's own. */
    public Endpoint trusting(List<X509Certificate> certificates) {
        return new Endpoint(name, url, certificates, timeouts, sessionLimit, proxy);
    }

    /** This endpoint, with other limits of time. */
    public Endpoint within(Timeouts limits) {
        return new Endpoint(name, url, trusted, limits, sessionLimit, proxy);
    }

    /** This endpoint, where no session of somebody else is ended for a new one. */
    public Endpoint sparingSessions() {
        return new Endpoint(name, url, trusted, timeouts, SessionLimit.FAIL, proxy);
    }

    /** The page of a scan result in SecurityCenter's web interface. */
    public URI pageOfScanResult(String id) {
        return URI.create(url + "/#scan_results/view/" + id);
    }

    /** What to do when the account has as many sessions as the server allows. */
    public enum SessionLimit {
        /** Say so and do not log in. */
        FAIL,
        /** Let the server end the account's oldest session. */
        RELEASE_OLDEST
    }

    /** A proxy; the user is empty when it asks for none. */
    public record Proxy(String host, int port, String user, String password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
