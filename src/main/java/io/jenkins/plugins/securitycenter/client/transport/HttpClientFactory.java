package io.jenkins.plugins.securitycenter.client.transport;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Creates the HTTP clients of an endpoint. Host names and certificates are always verified. */
public final class HttpClientFactory {

    private static final int CONNECTIONS = 10;
    private static final int TRANSFERS = 20;
    /**
     * Always checks idle connections before use, because a proxy may close those that have been idle for less than a
     * second.
     */
    private static final TimeValue CHECK_IDLE_AFTER = TimeValue.ZERO_MILLISECONDS;

    private HttpClientFactory() {}

    public static HttpClients create(Endpoint endpoint, Login login) {
        SSLContext tls = tls(endpoint.trusted(), login);
        return new HttpClients(
                pair(endpoint, tls, CONNECTIONS, endpoint.timeouts().total()),
                () -> pair(endpoint, tls, TRANSFERS, Timeouts.TRANSFER));
    }

    private static HttpClients.Pair pair(Endpoint endpoint, SSLContext tls, int connections, Duration patience) {
        return new HttpClients.Pair(
                client(endpoint, tls, connections, patience).build(),
                client(endpoint, tls, connections, patience)
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .build());
    }

    /** @param patience the maximum time for which a request waits for a free connection */
    private static HttpClientBuilder client(Endpoint endpoint, SSLContext tls, int connections, Duration patience) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections(endpoint, tls, connections))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(endpoint.timeouts().response()))
                        .setConnectionRequestTimeout(Timeout.of(patience))
                        .build())
                .setUserAgent("Jenkins SecurityCenter plugin")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        endpoint.proxy().ifPresent(proxy -> use(builder, proxy));
        return builder;
    }

    private static void use(HttpClientBuilder builder, Endpoint.Proxy proxy) {
        builder.setProxy(new HttpHost(proxy.host(), proxy.port()));
        if (!proxy.user().isEmpty()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(
                            proxy.user(), proxy.password().toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    private static HttpClientConnectionManager connections(Endpoint endpoint, SSLContext tls, int connections) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls, HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(endpoint.timeouts().connect()))
                        .setSocketTimeout(Timeout.of(endpoint.timeouts().response()))
                        .setValidateAfterInactivity(CHECK_IDLE_AFTER)
                        .build())
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .build();
    }

    private static SSLContext tls(List<X509Certificate> trusted, Login login) {
        try {
            SSLContextBuilder builder = SSLContextBuilder.create();
            if (!trusted.isEmpty()) {
                builder.loadTrustMaterial(anchors(trusted), null);
            }
            if (login instanceof Login.Certificate certificate) {
                builder.loadKeyMaterial(
                        certificate.keyStore(), certificate.keyPassword().toCharArray());
            }
            return builder.build();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalArgumentException("The certificates cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the JVM's certificate authorities and the given certificates in one key store, because a TLS context uses
     * a single trust manager.
     */
    private static KeyStore anchors(List<X509Certificate> trusted)
            throws GeneralSecurityException, java.io.IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        TrustManagerFactory jvm = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        jvm.init((KeyStore) null);
        int number = 0;
        for (TrustManager manager : jvm.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate certificate : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("jvm-" + number++, certificate);
                }
            }
        }
        for (X509Certificate certificate : trusted) {
            store.setCertificateEntry("own-" + number++, certificate);
        }
        return store;
    }
}
