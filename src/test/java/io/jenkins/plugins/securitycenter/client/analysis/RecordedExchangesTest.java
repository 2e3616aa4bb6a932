package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.resource.Recordings;
import io.jenkins.plugins.securitycenter.client.resource.Recordings.Exchange;
import io.jenkins.plugins.securitycenter.client.resource.ReplayServer;
import io.jenkins.plugins.securitycenter.client.resource.RowReader;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Envelope;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The client reads what real servers answered; for the recordings' origin see their own notice. */
class RecordedExchangesTest {

    /** Written or rewritten by hand, as the notice says. */
    private static final Set<String> NOT_AUTHENTIC = Set.of(
            "test_current_user.json",
            "test_current_org.json",
            "sc_login_error.json",
            "test_users_list_success.json",
            "test_repositories_list_success.json",
            "test_credentials_list_success.json",
            "test_report_definition_launch_success.json");

    private SessionPool sessions = sessions();
    private ReplayServer replay;

    @AfterEach
    void stop() {
        sessions.close();
        if (replay != null) {
            replay.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> areReadAsTheyAre() throws IOException {
        return Recordings.all().stream()
                .filter(RecordedExchangesTest::authentic)
                .map(exchange -> DynamicTest.dynamicTest(exchange.toString(), () -> reads(exchange)));
    }

    private static boolean authentic(Exchange exchange) {
        return !NOT_AUTHENTIC.contains(exchange.file())
                && !exchange.toString().startsWith("test_files_upload_clear_success.json: POST /file/upload");
    }

    private void reads(Exchange exchange) throws Exception {
        try (ReplayServer one = new ReplayServer(List.of(exchange));
                SecurityCenter server = connect(one, Rig.KEYS)) {
            Request request = Request.of(Request.Method.valueOf(exchange.method()), exchange.path());
            if (exchange.body().has("kind")) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                server.download(request, () -> file);
                assertThat(file.toByteArray()).isNotEmpty().isEqualTo(ReplayServer.content(exchange.body()));
            } else if (exchange.status() == 403
                    && exchange.body().path("error_code").asInt() != 147) {
                assertThat(catchThrowableOfType(LoginException.class, () -> server.exchange(request))
                                .errorCode())
                        .isEqualTo(exchange.body().path("error_code").asInt());
            } else {
                assertSame(server.exchange(request), exchange);
            }
        }
    }

    private static void assertSame(Envelope read, Exchange exchange) {
        JsonNode body = exchange.body();
        assertThat(read.httpStatus()).isEqualTo(exchange.status());
        assertThat(read.errorCode()).isEqualTo(body.path("error_code").asInt());
        assertThat(read.errorMessage())
                .isEqualTo(body.path("error_msg").asText().trim());
        assertThat(read.warnings()).isEmpty();
        assertThat(read.response()).isEqualTo(body.path("response"));
    }

    @Test
    void openAndEndASession() throws Exception {
        replay = replay("sc_login", "test_status_status");
        try (SecurityCenter server = connect(replay, Rig.USER)) {
            assertThat(server.status().text("jobd")).isEqualTo("Running");
        }

        String proof = "0000000000 TNS_SESSIONID=SESSIONID";
        assertThat(replay.sessions).containsExactly("null null", proof, proof);
    }

    @Test
    void tellTheVersion() throws Exception {
        SecurityCenter server = server("test_system_details");

        assertThat(server.system().version()).contains("5.8.0");
    }

    @Test
    void listScans() throws Exception {
        assertThat(new Scans(server("test_scans_list"), ScanKind.ACTIVE).list())
                .extracting(scan -> scan.id() + " " + scan.name())
                .containsExactly("1 Daily Internal Scan", "2 Daily Internal Scan", "3 Daily Internal Scan");
    }

    @Test
    void haveScansOfOneName() throws Exception {
        Scans scans = new Scans(server("test_scans_list"), ScanKind.ACTIVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scans.find("Daily Internal Scan"))
                .withMessageEndingWith("use one of the IDs 1, 2, 3.");
    }

    @Test
    void launchAScan() throws Exception {
        Scan scan = new Scan("9", "Example Scan", Optional.empty(), Optional.empty());

        ScanResult result = new Scans(server("test_scans_launch"), ScanKind.ACTIVE).launch(scan);

        assertThat(result.id()).isEqualTo("8");
        assertThat(result.name()).isEqualTo("Example Scan");
        assertThat(result.state().status()).isEqualTo("Queued");
        assertThat(result.state().scanStarted()).isFalse();
    }

    @Test
    void describeAScanResult() throws Exception {
        ScanResult result = new ScanResults(server("test_scan_instances_details_success")).get("121");

        assertThat(result.id()).isEqualTo("121");
        assertThat(result.state().scanEnded()).isTrue();
        assertThat(result.state().imported()).isTrue();
        assertThat(result.progress().percent()).hasValue(100);
        assertThat(result.progress().totalIPs()).isEqualTo(2048);
        assertThat(result.times().started()).contains(Instant.ofEpochSecond(1550037606));
        assertThat(result.times().imported()).contains(Instant.ofEpochSecond(1550039582));
    }

    @Test
    void listScanResults() throws Exception {
        assertThat(new ScanResults(server("test_scan_instances_list")).createdSince(Instant.EPOCH))
                .extracting(result -> result.id() + " " + result.state().status())
                .containsExactly("121 Completed", "122 Completed", "123 Partial", "124 Completed", "125 Completed");
    }

    @Test
    void countFindings() throws Exception {
        assertThat(new Analysis(server("test_analysis_vulns_sumseverity_tool"))
                        .totals(AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE)))
                .isEqualTo(new Totals(19, 146, 176, 32, 1256));
    }

    @Test
    void describeFindings() throws Exception {
        SecurityCenter server = server("test_analysis_vulns_vulndetails_tool");

        AnalysisPage page = page(server);
        assertThat(page.rows()).hasSize(5);
        assertThat(page.total()).hasValue(1629);
        Finding first = page.rows().get(0).finding();
        assertThat(first.plugin().id()).isEqualTo("10107");
        assertThat(first.plugin().name()).isEqualTo("HTTP Server Type and Version");
        assertThat(first.severity()).isEqualTo(Severity.INFO);
        assertThat(first.host().ip()).isEqualTo("192.168.100.1");
        assertThat(first.port()).hasToString("80");
        assertThat(first.protocol()).isEqualTo("TCP");
        assertThat(first.repository().name()).isEqualTo("Default");
        assertThat(first.output()).contains("nginx");
        assertThat(first.firstSeen()).contains(Instant.ofEpochSecond(1545074182));
        assertThat(page(server).rows()).hasSize(5).doesNotContainAnyElementsOf(page.rows());
    }

    @Test
    void haveNoFindingsInOtherShapes() throws Exception {
        assertThat(page(server("test_analysis_vulns_iplist_tool")).read()).isFalse();
        assertThat(page(server("test_analysis_vulns_trend_tool"), new FindingReader(EpssScale.AUTO)::readHost)
                        .total())
                .isEmpty();
    }

    @Test
    void refuse() throws Exception {
        SecurityCenter server = server("test_scans_delete");
        server.call(Request.delete("/scan/9"));

        assertThatThrownBy(() -> server.call(Request.delete("/scan/9").toDo("delete the scan")))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessage(
                        "SecurityCenter \"recorded\": could not delete the scan: HTTP 403, error 147: Unable to find"
                                + " existing Scan #31 to delete. Scan #31 does not exist.");
    }

    private static AnalysisPage page(SecurityCenter server) throws Exception {
        return page(server, new FindingReader(EpssScale.AUTO)::read);
    }

    private static AnalysisPage page(SecurityCenter server, Function<Attributes, Finding> reader) throws Exception {
        AnalysisPage page = new AnalysisPage(new RowReader(0, reader), new RowFields());
        server.stream(Request.of(Request.Method.POST, "/analysis"), page);
        return page;
    }

    private static SessionPool sessions() {
        return new SessionPool(Rig.RETRIES, pause -> {}, Instant::now);
    }

    private SecurityCenter server(String file) throws IOException {
        stop();
        sessions = sessions();
        replay = replay(file);
        return connect(replay, Rig.KEYS);
    }

    private static ReplayServer replay(String... files) throws IOException {
        List<String> names = Stream.of(files).map(file -> file + ".json").toList();
        return new ReplayServer(Recordings.all().stream()
                .filter(exchange -> names.contains(exchange.file()))
                .toList());
    }

    private SecurityCenter connect(ReplayServer server, Login login) {
        return sessions.open(Endpoint.of("recorded", server.url()), login);
    }
}
