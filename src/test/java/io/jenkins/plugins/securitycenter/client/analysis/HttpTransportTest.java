package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.resource.Uploads;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Envelope;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Request.Body;
import io.jenkins.plugins.securitycenter.client.transport.Request.Method;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {

    private static final byte[] CONTENT = "<NessusClientData_v2/>".getBytes(StandardCharsets.US_ASCII);

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void sendsQueryAndBody() throws Exception {
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            server.call(Request.get("/scan").query("filter", "usable").query("fields", "id,name & \u00e4"));
            server.call(Request.post(
                    "/analysis",
                    AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE)
                            .filter("pluginName", "\u00e4\u20ac")
                            .body("sumseverity", 0, 10)));
        }

        LoggedRequest get = rig.simulator.requests().get(0);
        assertThat(get.query()).containsEntry("filter", "usable").containsEntry("fields", "id,name & \u00e4");
        assertThat(get.headers()).containsEntry("Content-Type", "application/json");
        LoggedRequest post = rig.simulator.requests().get(1);
        assertThat(post.headers()).containsEntry("Content-Type", "application/json");
        assertThat(post.body()).contains("\u00e4\u20ac");
    }

    @Test
    void doesNotFollowRedirects() {
        try (Rig elsewhere = new Rig();
                SecurityCenter server = rig.open(Rig.KEYS)) {
            rig.simulator
                    .faults()
                    .on("GET", "/status")
                    .header("Location", elsewhere.simulator.url() + "/rest/status")
                    .html(302);

            assertThatThrownBy(server::status)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessage("SecurityCenter \"prod\": could not read the status: HTTP 302: the server redirects to"
                            + " another address; check the URL.");
            assertThat(elsewhere.lines()).isEmpty();
            assertThat(rig.lines()).hasSize(1);
        }
    }

    /** More transfers than there are connections for them. */
    @Test
    @Timeout(60)
    void leavesConnectionsToCallsWhileFilesAreUnderWay() throws Exception {
        rig.simulator.faults().on("POST", "/scanResult/*/download").hang();
        rig.simulator.faults().on("POST", "/file/upload").hang();
        Timeouts patient = new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(10));
        try (SecurityCenter server = rig.sessions.open(rig.endpoint(patient, SessionLimit.FAIL), Rig.USER)) {
            server.status();
            List<Thread> transfers = transfers(server, 48);
            try {
                while (rig.lines().size() < 42) {
                    Thread.sleep(5);
                }
                assertThat(server.currentUser().username()).isEqualTo("ci");
                assertThat(new ScanResults(server).createdSince(Instant.EPOCH)).isEmpty();
            } finally {
                for (Thread transfer : transfers) {
                    transfer.interrupt();
                    transfer.join();
                }
            }
        }
    }

    private static List<Thread> transfers(SecurityCenter server, int number) {
        List<Thread> transfers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean up = i % 2 == 0;
            Thread transfer = new Thread(() -> transfer(server, up));
            transfers.add(transfer);
            transfer.start();
        }
        return transfers;
    }

    private static void transfer(SecurityCenter server, boolean up) {
        try {
            if (up) {
                new Uploads(server).send("a.nessus", () -> new ByteArrayInputStream(CONTENT));
            } else {
                new ScanResults(server).download("1", OutputStream::nullOutputStream);
            }
        } catch (SecurityCenterException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void endsInASentenceWhenTheServerHangs() {
        rig.simulator.faults().on("GET", "/status").hang();
        Timeouts shortSilence = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMinutes(1));
        try (SecurityCenter server = rig.sessions.open(rig.endpoint(shortSilence, SessionLimit.FAIL), Rig.KEYS)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageEndingWith("the server did not respond for 0.3 seconds.");
            assertThat(rig.lines()).hasSize(3);
        }
    }

    @Test
    void endsInASentenceWhenTheTimeIsUp() {
        rig.simulator.faults().on("GET", "/status").hang();
        Timeouts shortTotal = new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMillis(300));
        try (SecurityCenter server = rig.sessions.open(rig.endpoint(shortTotal, SessionLimit.FAIL), Rig.KEYS)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageEndingWith("there was no complete response within 0.3 seconds.");
            assertThat(rig.lines()).hasSize(1);
        }
    }

    @Test
    void uploadsAFile() throws Exception {
        try (SecurityCenter server = rig.open()) {
            assertThat(server.call(upload(() -> new ByteArrayInputStream(CONTENT)))
                            .path("filename")
                            .asText())
                    .isNotEmpty();
        }
        LoggedRequest sent = rig.simulator.requests().get(1);
        assertThat(sent.headers().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(sent.body()).contains("name=\"Filedata\"; filename=\"scan.nessus\"", "<NessusClientData_v2/>");
    }

    @Test
    void announcesTheLengthOfAFileWhenItIsKnown() throws Exception {
        try (SecurityCenter server = rig.open()) {
            server.call(upload(announced(CONTENT.length)));
        }
        assertThat(rig.simulator.requests().get(1).headers())
                .containsKey("Content-Length")
                .doesNotContainKey("Transfer-Encoding");
    }

    @Test
    void tellsAnUnreadableFileFromALostConnection() {
        try (SecurityCenter server = rig.open()) {
            assertThatThrownBy(() -> server.call(upload(() -> {
                        throw new IOException("no such file");
                    })))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("File \"scan.nessus\" cannot be read (IOException: no such file); check the file and"
                            + " the agent.");
        }
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void doesNotPassOffAPartOfAFileAsTheWhole(int difference) throws Exception {
        try (SecurityCenter server = rig.open()) {
            server.status();
            assertThatThrownBy(() -> server.call(upload(announced(CONTENT.length + difference))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "File \"scan.nessus\" has changed while it was uploaded; upload it when it is complete.");
        }
        assertThat(rig.lines()).doesNotContain("POST /file/upload");
    }

    @Test
    void endsAnUploadWhenTheThreadIsInterrupted() {
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(() -> server.call(upload(() -> {
                        Thread.currentThread().interrupt();
                        throw new InterruptedIOException();
                    })))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void doesNotOpenAFileForAServerThatIsNotThere() {
        AtomicInteger opened = new AtomicInteger();
        rig.simulator.close();
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(() -> server.call(upload(() -> {
                        opened.incrementAndGet();
                        return InputStream.nullInputStream();
                    })))
                    .isInstanceOf(UnreachableException.class);
        }
        assertThat(opened).hasValue(0);
    }

    @Test
    void givesTheConnectionBackWhateverHappens() throws Exception {
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            OutputStream full = new ByteArrayOutputStream() {
                @Override
                public void write(byte[] bytes, int offset, int length) {
                    throw new UncheckedIOException(new IOException("disk full"));
                }
            };
            String result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id();
            for (int i = 0; i < 15; i++) {
                assertThatThrownBy(() -> new ScanResults(server).download(result, () -> full))
                        .isInstanceOf(UncheckedIOException.class);
                assertThatThrownBy(() -> new ScanResults(server).get("999")).isInstanceOf(ErrorResponseException.class);
            }

            assertThat(server.currentUser().username()).isEqualTo("ci");
        }
    }

    @Test
    void endsADownloadWhenTheThreadIsInterrupted() throws Exception {
        try (SecurityCenter server = rig.open()) {
            String result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id();
            OutputStream aborting = new ByteArrayOutputStream() {
                @Override
                public void write(byte[] bytes, int offset, int length) {
                    Thread.currentThread().interrupt();
                }
            };

            assertThatThrownBy(() -> new ScanResults(server).download(result, () -> aborting))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(Thread.interrupted()).isFalse();
        assertThat(rig.count("POST /scanResult/1/download")).isOne();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givesUpAHangingServerWhenTheThreadIsInterrupted() {
        rig.simulator.faults().on("GET", "/status").hang();
        Timeouts patient = new Timeouts(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1));
        Thread caller = Thread.currentThread();
        try (SecurityCenter server = rig.sessions.open(rig.endpoint(patient, SessionLimit.FAIL), Rig.KEYS)) {
            CompletableFuture<Void> abort = CompletableFuture.runAsync(() -> {
                while (rig.lines().isEmpty()) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            });

            assertThatThrownBy(server::status).isInstanceOf(InterruptedException.class);
            abort.join();
        }
        assertThat(rig.lines()).hasSize(1);
    }

    @Test
    void sendsNothingWhenAllAreClosed() {
        SecurityCenter server = rig.open(Rig.KEYS);
        rig.sessions.close();

        assertThatIllegalStateException().isThrownBy(server::status).withMessage("The connection to prod is closed.");
    }

    @Test
    void givesTheWholeAnswerOfARefusal() throws Exception {
        rig.simulator
                .faults()
                .on("PATCH", "/scan/1")
                .answer(
                        403,
                        "application/json",
                        "{\"error_code\":9,\"error_msg\":\"No\",\"response\":{\"a\":1},\"warnings\":[\"w\"]}");
        try (SecurityCenter server = rig.open()) {
            Envelope envelope = server.exchange(
                    Request.of(Method.PATCH, "/scan/1", new Body.Json(JsonNodeFactory.instance.objectNode())));

            assertThat(envelope.httpStatus()).isEqualTo(403);
            assertThat(envelope.errorCode()).isEqualTo(9);
            assertThat(envelope.errorMessage()).isEqualTo("No");
            assertThat(envelope.warnings()).containsExactly("w");
            assertThat(envelope.response().path("a").asInt()).isOne();
        }
    }

    /** Returns a file of which this length is announced, whatever it is. */
    private static Request.ContentSupplier announced(long length) {
        return new Request.ContentSupplier() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(CONTENT);
            }

            @Override
            public long length() {
                return length;
            }
        };
    }

    private static Request upload(Request.ContentSupplier source) {
        return Request.of(Method.POST, "/file/upload", new Body.Upload("scan.nessus", source));
    }
}
