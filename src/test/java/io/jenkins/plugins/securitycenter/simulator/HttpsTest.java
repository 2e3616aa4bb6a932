package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class HttpsTest {
    private static SSLContext trusting(String pem) throws Exception {
        return trusting(pem, null);
    }

    private static SSLContext trusting(String pem, KeyManager[] keys) throws Exception {
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("simulator", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void servesWhoTrustsItsCertificate() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withHttps(true))) {
            assertThat(simulator.url()).startsWith("https://127.0.0.1:");
            Browser browser = Browser.at(simulator, trusting(simulator.certificatePem()));
            String cookie = browser.send("GET", "/system", null)
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElse("");
            assertThat(cookie).contains("; secure; HttpOnly");
            assertThat(browser.logIn("ci", "ci-password").launch("1")).isEqualTo("1");
        }
    }

    @Test
    void failsForWhoDoesNot() {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withHttps(true))) {
            assertThatThrownBy(() -> Browser.at(simulator).send("GET", "/system", null))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(SSLException.class);
            assertThat(simulator.requests()).isEmpty();
        }
    }

    @Test
    void canHaveTheWrongName() throws Exception {
        SimulatorOptions options =
                SimulatorOptions.defaults().with(new SimulatorOptions.Listener(true, 0, "other.example", false));
        try (Simulator simulator = Simulator.start(options)) {
            SSLContext trust = trusting(simulator.certificatePem());
            assertThatThrownBy(() -> Browser.at(simulator, trust).send("GET", "/system", null))
                    .hasCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void logsUsersInByCertificate() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withClientCertificates())) {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(Simulator.clientKeys("ci", "changeit"), "changeit".toCharArray());
            SSLContext context = trusting(simulator.certificatePem(), keys.getKeyManagers());
            Browser browser = Browser.at(simulator, context);
            HttpResponse<byte[]> answer = browser.send("GET", "/system", null);
            assertThat(Browser.json(answer).at("/response/version").asText()).isEqualTo("6.7.0");
            browser.header(
                    "Cookie",
                    answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0]);
            browser.header(
                    "X-SecurityCenter",
                    Browser.json(answer).at("/response/token").asText());
            assertThat(browser.get("/currentUser").path("username").asText()).isEqualTo("ci");
            assertThat(simulator.openSessions()).isEqualTo(1);
            simulator.controls().set(Quirk.NO_CERTIFICATE_TOKEN, true);
            assertThat(Browser.at(simulator, context).get("/system").has("token"))
                    .isFalse();
        }
    }

    @Test
    void resetsBelowTls() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withHttps(true))) {
            simulator.faults().on("POST", "/token").resetBefore().times(1);
            Browser browser = Browser.at(simulator, trusting(simulator.certificatePem()));
            assertThatThrownBy(() -> browser.logInAnswer("ci", "ci-password", false))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(browser.logInAnswer("ci", "ci-password", false).statusCode())
                    .isEqualTo(200);
        }
    }
}
