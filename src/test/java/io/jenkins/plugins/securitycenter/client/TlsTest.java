package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParserTest;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final SimulatorOptions HTTPS = SimulatorOptions.defaults().withHttps(true);
    private static final String KEY_PASSWORD = "changeit";
    private static final KeyStore KEYS = Simulator.clientKeys("ci", KEY_PASSWORD);
    private static final Login CERTIFICATE = new Login.Certificate(KEYS, KEY_PASSWORD);

    @Test
    void trustsTheGivenCertificate() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (Rig rig = new Rig(HTTPS);
                SecurityCenter server = rig.open()) {
            assertThat(server.currentUser().username()).isEqualTo("ci");
        }
        assertThat(SSLContext.getDefault()).isSameAs(before);
    }

    @Test
    void doesNotTrustAnUnknownOne() {
        try (Rig rig = new Rig(HTTPS)) {
            refused(rig, Endpoint.of(Rig.NAME, ServerUrl.parse(rig.simulator.url())));
            refused(rig, trusting(rig, CertificateParserTest.PEM));
        }
    }

    private static void refused(Rig rig, Endpoint endpoint) {
        try (SecurityCenter server = rig.sessions.open(endpoint, Rig.USER)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(
                            "SecurityCenter \"prod\": could not log in with the user ci: the certificate of 127.0.0.1 is"
                                    + " not trusted; add it, or the certificate of its certificate authority, to Trusted certificates of the server.");
        }
        assertThat(rig.lines()).isEmpty();
        assertThat(rig.pauses).isEmpty();
    }

    @Test
    void verifiesTheHostName() {
        SimulatorOptions other = HTTPS.with(new SimulatorOptions.Listener(true, 0, "other.example", false));
        try (Rig rig = new Rig(other);
                SecurityCenter server = rig.open()) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("the certificate was not issued for the host 127.0.0.1; use the host name");
            assertThat(rig.lines()).isEmpty();
        }
    }

    @Test
    void saysWhenThereIsNoTls() {
        try (Rig rig = new Rig()) {
            String url = rig.simulator.url().replace("http:", "https:");
            try (SecurityCenter server = rig.sessions.open(Endpoint.of(Rig.NAME, ServerUrl.parse(url)), Rig.USER)) {
                assertThatThrownBy(server::status)
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining(
                                "the server does not use TLS at this address; check whether the URL should start with http://, and the proxy settings.");
            }
        }
    }

    @Test
    void saysWhenThereIsNoHttp() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system())) {
            Thread greeter = new Thread(() -> greet(socket));
            greeter.start();
            Endpoint endpoint = Endpoint.of(Rig.NAME, ServerUrl.parse("http://127.0.0.1:" + socket.getLocalPort()));
            try (SecurityCenter server = sessions.open(endpoint, Rig.KEYS)) {
                assertThatThrownBy(() -> server.call(Request.of(Request.Method.POST, "/scan")))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessage(
                                "SecurityCenter \"prod\": could not POST /scan: the response is not HTTP; check the URL.");
            }
            greeter.join();
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/9.9 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readNBytes(10);
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @Test
    void presentsAClientCertificate() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withClientCertificates())) {
            try (SecurityCenter server = rig.open(CERTIFICATE)) {
                assertThat(server.currentUser().username()).isEqualTo("ci");
                assertThat(rig.simulator.openSessions()).isOne();
            }
            assertThat(rig.lines()).containsExactly("GET /system", "GET /currentUser", "DELETE /token");
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void endsTheSessionOfACertificateAlthoughTheThreadIsInterruptedWhileItIsOpened() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withClientCertificates())) {
            SessionTest.interruptAtLogin(rig);
            try (SecurityCenter server = rig.open(CERTIFICATE)) {
                assertThatThrownBy(server::status).isInstanceOf(InterruptedException.class);
            }
            assertThat(rig.lines()).containsExactly("GET /system", "DELETE /token");
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void saysWhenACertificateGivesNoSession() {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withClientCertificates())) {
            rig.simulator.controls().set(Quirk.NO_CERTIFICATE_TOKEN, true);
            try (SecurityCenter server = rig.open(CERTIFICATE)) {
                assertThatThrownBy(server::currentUser)
                        .isInstanceOf(LoginException.class)
                        .hasMessageContaining(
                                "could not log in with the client certificate: the server did not open a session for");
            }
        }
    }

    /** Everybody can see a certificate, and store it in Jenkins with a key of their own. */
    @Test
    void aCertificateWithAnotherKeySharesNoSession() throws Exception {
        char[] password = KEY_PASSWORD.toCharArray();
        KeyStore others = Simulator.clientKeys("eve", KEY_PASSWORD);
        KeyStore forged = KeyStore.getInstance("PKCS12");
        forged.load(null, null);
        for (String alias : Collections.list(KEYS.aliases())) {
            forged.setKeyEntry(alias, others.getKey(alias, password), password, KEYS.getCertificateChain(alias));
        }
        try (Rig rig = new Rig(SimulatorOptions.defaults().withClientCertificates());
                SecurityCenter owner = rig.open(CERTIFICATE);
                SecurityCenter other = rig.open(new Login.Certificate(forged, KEY_PASSWORD))) {
            assertThat(owner.currentUser().username()).isEqualTo("ci");
            assertThatThrownBy(other::currentUser).isInstanceOf(SecurityCenterException.class);
        }
    }

    @Test
    void isTheSameLoginWhenCertificatesAndKeysAre() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        KeyStore copy = KeyStore.getInstance("PKCS12");
        copy.load(null, null);
        char[] password = KEY_PASSWORD.toCharArray();
        for (String alias : Collections.list(KEYS.aliases())) {
            copy.setKeyEntry(alias, KEYS.getKey(alias, password), password, KEYS.getCertificateChain(alias));
        }

        assertThat(new Login.Certificate(copy, KEY_PASSWORD))
                .isEqualTo(CERTIFICATE)
                .hasSameHashCodeAs(CERTIFICATE)
                .isNotEqualTo(new Login.Certificate(KEYS, "other"))
                .isNotEqualTo(new Login.Certificate(empty, KEY_PASSWORD));
    }

    private static Endpoint trusting(Rig rig, String pem) {
        return new Endpoint(
                Rig.NAME,
                ServerUrl.parse(rig.simulator.url()),
                CertificateParser.parse(pem),
                Rig.TIMEOUTS,
                Endpoint.SessionLimit.FAIL,
                Optional.empty());
    }

    @Test
    void aClientCertificateKnowsItsEnd() throws Exception {
        Instant end = ((X509Certificate) KEYS.getCertificate(KEYS.aliases().nextElement()))
                .getNotAfter()
                .toInstant();
        assertThat(CERTIFICATE.end()).contains(end);
        assertThat(Rig.USER.end()).isEmpty();
    }
}
