package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsReaderTest {

    private static final Finding BEFORE = finding().build();

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(0));
    private final SessionPool sessions = new SessionPool(RetryPolicy.NONE, pause -> {}, InstantSource.system());
    private final SecurityCenter server = sessions.open(
            Endpoint.of("prod", URI.create(simulator.url())),
            new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY));
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> stored = new ArrayList<>();
    private RecordSummary summary;

    @AfterEach
    void close() {
        server.close();
        sessions.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noticesThatAllTargetsAreDead(boolean emptyData) throws Exception {
        simulator.controls().set(Quirk.EMPTY_DATA, emptyData);
        AnalysisQuery query = launch(ScanKind.ACTIVE);

        assertThat(nothing(query, Severity.INFO)).isTrue();
        assertThat(nothing(query, Severity.HIGH)).isTrue();
        assertThat(stored).containsOnly("NOT_SCANNED");
        assertThat(summary.changes().fixed().total()).isZero();
    }

    @Test
    void noticesThatRepositoriesAreEmpty() throws Exception {
        assertThat(nothing(AnalysisQuery.of(SourceType.CUMULATIVE), Severity.INFO))
                .isTrue();
        assertThat(nothing(AnalysisQuery.of(SourceType.CUMULATIVE), Severity.HIGH))
                .isTrue();
        assertThat(nothing(AnalysisQuery.of(SourceType.PATCHED), Severity.INFO)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ScanKind.class)
    void takesFindingsForScannedHosts(ScanKind kind) throws Exception {
        simulator.controls().setFindings(5);
        AnalysisQuery query = launch(kind);

        assertThat(nothing(query, Severity.INFO)).isFalse();
        assertThat(nothing(query, Severity.CRITICAL)).isFalse();
        assertThat(nothing(query.filter("pluginID", "1"), Severity.INFO)).isFalse();
        assertThat(nothing(AnalysisQuery.of(SourceType.CUMULATIVE).filter("pluginID", "1"), Severity.INFO))
                .isFalse();
        assertThat(nothing(AnalysisQuery.of(SourceType.PATCHED), Severity.INFO)).isFalse();
        assertThat(nothing(query.filter("ip", "203.0.113.1"), Severity.INFO)).isTrue();
    }

    /** The scanner may have stopped days ago. */
    @Test
    void noticesThatNoHostWasSeenInThatTime() throws Exception {
        simulator.controls().setFindings(5);
        AnalysisQuery result = launch(ScanKind.ACTIVE);

        for (AnalysisQuery query : List.of(AnalysisQuery.of(SourceType.CUMULATIVE), result)) {
            AnalysisQuery before = query.filter("lastSeen", "2:9");
            assertThat(nothing(before, Severity.INFO)).isTrue();
            assertThat(nothing(before, Severity.HIGH)).isTrue();
            assertThat(summary.changes().fixed().total()).isZero();
            assertThat(nothing(query.filter("lastSeen", "0:1").filter("pluginID", "1"), Severity.INFO))
                    .isFalse();
        }
    }

    @Test
    void doesNotTakeDataThatIsGoneForAnEmptyResult() throws Exception {
        simulator.controls().setFindings(5);
        AnalysisQuery query = launch(ScanKind.ACTIVE);
        simulator
                .faults()
                .on("POST", "/analysis")
                .error(403, 143, "Error opening file " + query.scanResultId() + ".namedb.db (msg: No such file).");

        assertThatThrownBy(() -> nothing(query, Severity.INFO)).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void refusesAGateForAFamilyThatDoesNotExist() throws Exception {
        simulator.controls().setFindings(5);
        AnalysisQuery query = launch(ScanKind.ACTIVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing(query, Severity.INFO, "Web Server"))
                .withMessage("gate pluginFamily \"Web Server\" does not exist on SecurityCenter \"prod\"; use the"
                        + " complete name of a plugin family, such as \"Web Servers\".");
    }

    @Test
    void takesAFamilyWithoutFindingsIfItExists() throws Exception {
        simulator.controls().setFindings(1);
        AnalysisQuery query = launch(ScanKind.ACTIVE);

        for (String family : List.of("web servers", "Databases", "settings")) {
            assertThat(nothing(query, Severity.CRITICAL, family)).isFalse();
        }
    }

    /** The server may not list families of web application scans. */
    @Test
    void onlyReportsAnUnknownFamilyForWebApplications() throws Exception {
        simulator.controls().setFindings(5);
        AnalysisQuery query = launch(ScanKind.WEB);
        simulator
                .faults()
                .on("POST", "/analysis")
                .changed(body -> new String(body, StandardCharsets.UTF_8)
                        .replace("\"port\":", "\"url\":\"https://shop.example.com/\",\"port\":")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(nothing(query, Severity.INFO, "Code Execution")).isFalse();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("gate pluginFamily \"Code Execution\" does not exist on SecurityCenter \"prod\"");
    }

    /** Also if the findings are filtered, so that only the list of scanned hosts has it. */
    @ParameterizedTest
    @CsvSource({"INFO, 203.0.113.0/24, true", "CRITICAL, 203.0.113.0/24, true", "CRITICAL, 0.0.0.0/0, false"})
    void violatesAGateWhoseHostsWereNotScanned(Severity minimum, String host, boolean violated) throws Exception {
        simulator.controls().setFindings(1);

        assertThat(nothing(launch(ScanKind.ACTIVE), minimum, List.of(on(host)))).isFalse();
        assertThat(summary.verdict().passed()).isEqualTo(!violated);
    }

    private static Gate on(String host) {
        ScopeCondition scope = new ScopeCondition(List.of(), List.of(host), List.of());
        GateCondition condition = new GateCondition(false, 0, 0, "", RiskCondition.NONE, scope);
        return new Gate(9, Severity.INFO, Gate.Type.TOTAL, condition, Gate.Result.UNSTABLE);
    }

    /** Mitigated findings are only on hosts that have some. */
    @Test
    void needsNoScannedHostForMitigatedFindings() throws Exception {
        simulator.controls().setFindings(1);
        launch(ScanKind.ACTIVE);

        assertThat(nothing(AnalysisQuery.of(SourceType.PATCHED), Severity.INFO, List.of(on("203.0.113.0/24"))))
                .isFalse();
        assertThat(summary.verdict().passed()).isTrue();
    }

    /** A record that accepts scans without hosts decides, not the gate. */
    @Test
    void leavesAScanWithoutHostsToTheRecord() throws Exception {
        assertThat(nothing(launch(ScanKind.ACTIVE), Severity.INFO, List.of(on("203.0.113.0/24"))))
                .isTrue();
        assertThat(summary.verdict().passed()).isTrue();
    }

    @Test
    void needsNoFamilyIfThereIsNothingToCount() throws Exception {
        assertThat(nothing(launch(ScanKind.ACTIVE), Severity.INFO, "Web Server"))
                .isTrue();
    }

    private AnalysisQuery launch(ScanKind kind) throws Exception {
        String scan =
                switch (kind) {
                    case ACTIVE -> "DMZ";
                    case AGENT -> "Agents at night";
                    case WEB -> "Shop";
                };
        var scans = new Scans(server, kind);
        return AnalysisQuery.ofScanResult(scans.launch(scans.find(scan)).id());
    }

    private boolean nothing(AnalysisQuery query, Severity minimum) throws Exception {
        return nothing(query, minimum, List.of());
    }

    private boolean nothing(AnalysisQuery query, Severity minimum, String family) throws Exception {
        GateCondition condition = new GateCondition(false, 0, 0, family);
        return nothing(
                query, minimum, List.of(new Gate(1, Severity.INFO, Gate.Type.TOTAL, condition, Gate.Result.UNSTABLE)));
    }

    private boolean nothing(AnalysisQuery query, Severity minimum, List<Gate> gates) throws Exception {
        FindingSelection selection = new FindingSelection(
                query.source(), query.scanResultId() == null ? "" : query.scanResultId(), Map.of(), minimum);
        AnalysisQuery narrowed = query.minimumSeverity(minimum);
        ReferenceFindings before = consumer -> consumer.accept(BEFORE);
        try (Recording recording = Recordings.plain(
                Optional.of(before),
                gates,
                incomplete -> new FindingWriters(new Changes(), List.of()),
                Instant.EPOCH)) {
            FindingsReader reading = new FindingsReader(
                    selection, recording, new PrintStream(log, true, StandardCharsets.UTF_8), InstantSource.system());
            summary = reading.from(server, narrowed, new Analysis(server).coverage(narrowed, waiting -> {}));
            return reading.nothingScanned();
        }
    }

    /** Keeps what became of the findings. */
    private final class Changes implements FindingWriter {

        @Override
        public void begin() {
            stored.clear();
        }

        @Override
        public void write(RecordedFinding recorded) {
            stored.add(recorded.state().name());
        }

        @Override
        public void end() {
            // nothing to complete
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
