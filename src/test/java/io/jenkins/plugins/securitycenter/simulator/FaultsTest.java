package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String LAUNCH = "/scan/1/launch";
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void resetAfterProcessingLeavesItsTrace() {
        simulator.faults().on("POST", "/scan/*/launch").resetAfter().times(1);
        assertThatThrownBy(() -> browser.send("POST", LAUNCH, "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(browser.send("POST", LAUNCH, "{}").statusCode()).isEqualTo(200);
        assertThat(simulator.launches("1")).isEqualTo(2);
    }

    @Test
    void resetBeforeProcessingLeavesNone() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        assertThatThrownBy(() -> browser.send("POST", LAUNCH, "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.launches("1")).isZero();
        assertThat(simulator.faults().pending()).isZero();
    }

    @Test
    void answersWithStatusBodyAndHeaders() {
        simulator
                .faults()
                .on("GET", "/scan")
                .header("Retry-After", "7")
                .html(429)
                .times(1);
        HttpResponse<byte[]> answer = browser.send("GET", "/scan", null);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<h1>429</h1>");
        assertThat(browser.send("GET", "/scan", null).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWithAnyCode() {
        simulator
                .faults()
                .on("*", "/**")
                .error(200, 999, "database is locked\n")
                .times(1);
        assertThat(browser.envelope("GET", "/status", null).path("error_code").asInt())
                .isEqualTo(999);
        simulator.faults().on("GET", "/status").invalidToken().times(1);
        HttpResponse<byte[]> expired = browser.send("GET", "/status", null);
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(Browser.json(expired).path("error_code").asInt()).isEqualTo(12);
        assertThat(browser.send("GET", "/status", null).statusCode()).isEqualTo(200);
    }

    @Test
    void skipsAndCounts() {
        simulator.faults().on("GET", "/status").html(500).times(2).after(1);
        assertThat(status()).isEqualTo(200);
        assertThat(status()).isEqualTo(500);
        assertThat(status()).isEqualTo(500);
        assertThat(status()).isEqualTo(200);
    }

    private int status() {
        return browser.send("GET", "/status", null).statusCode();
    }

    @Test
    void patternsMatchSegments() {
        simulator.faults().on("GET", "/scan/*").html(503);
        assertThat(browser.send("GET", "/scan/1", null).statusCode()).isEqualTo(503);
        assertThat(browser.send("GET", "/scan", null).statusCode()).isEqualTo(200);
        assertThat(browser.send("POST", LAUNCH, "{}").statusCode()).isEqualTo(200);
        simulator.faults().clear();
        assertThat(browser.send("GET", "/scan/1", null).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsBodiesInBothWays() {
        simulator.faults().on("GET", "/system").cutBody().times(1);
        assertThatThrownBy(() -> browser.send("GET", "/system", null)).isInstanceOf(UncheckedIOException.class);
        simulator.faults().on("GET", "/system").cutChunkedBody().times(1);
        assertThatThrownBy(() -> browser.send("GET", "/system", null)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void sendsNonsense() {
        simulator.faults().on("GET", "/status").garbage().times(1);
        String garbage = new String(browser.send("GET", "/status", null).body(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.MAPPER.readTree(garbage)).isInstanceOf(java.io.IOException.class);
        simulator.faults().on("GET", "/status").emptyBody().times(1);
        assertThat(browser.send("GET", "/status", null).body()).isEmpty();
    }

    @Test
    void truncatesZips() {
        String result = browser.launch("1");
        simulator.faults().on("POST", "/scanResult/*/download").truncated().times(1);
        byte[] half = browser.send("POST", "/scanResult/" + result + "/download", "{}")
                .body();
        assertThat(half).startsWith('P', 'K');
        assertThatThrownBy(() -> {
                    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(half))) {
                        zip.getNextEntry();
                        zip.readAllBytes();
                    }
                })
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void hangsUntilItIsClosed() throws Exception {
        simulator.faults().on("GET", "/status").hang();
        CompletableFuture<HttpResponse<byte[]>> hanging =
                CompletableFuture.supplyAsync(() -> browser.send("GET", "/status", null));
        while (simulator.requests().stream().noneMatch(request -> request.path().equals("/status"))) {
            Thread.onSpinWait();
        }
        assertThat(hanging).isNotDone();
        simulator.close();
        assertThat(hanging).failsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void answersLate() {
        simulator.faults().on("GET", "/status").slow(Duration.ofMillis(50)).times(1);
        long before = System.nanoTime();
        assertThat(status()).isEqualTo(200);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000);
    }
}
