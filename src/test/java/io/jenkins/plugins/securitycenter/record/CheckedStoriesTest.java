package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds of which each takes the one before as its reference, while the scan sees more or less. */
class CheckedStoriesTest {

    private static final Gate NO_NEW =
            new Gate(1, Severity.INFO, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE);

    @TempDir
    Path builds;

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).with(new SimulatorOptions.Data(1, 100, 0)));
    private final SessionPool sessions = new SessionPool(RetryPolicy.NONE, pause -> {}, InstantSource.system());
    private final SecurityCenter server = sessions.open(
            Endpoint.of("prod", URI.create(simulator.url())),
            new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY));
    private Optional<RecordSummary> last = Optional.empty();
    private int number;
    private String log = "";

    @AfterEach
    void close() {
        server.close();
        sessions.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"INFO", "MEDIUM"})
    void thePasswordExpiresBetweenTwoBuilds(Severity minimum) throws Exception {
        long all = build(ScanReports.COMPLETE, minimum).total().total();
        String[] hosts = hosts();
        StateCounts expired = build(ScanReports.COMPLETE.refusedBy(hosts), minimum);

        assertThat(expired.fixed().total()).isZero();
        assertThat(expired.notChecked().total()).isPositive();
        assertThat(expired.notChecked().total() + expired.outstanding().total()).isEqualTo(all);
        assertThat(last.orElseThrow().verdict().outcome()).isNotEqualTo(Outcome.UNSTABLE);
        assertThat(last.orElseThrow().checked().notAuthenticatedTotal()).isEqualTo(hosts.length);
        assertThat(last.orElseThrow().checked().sentences())
                .singleElement()
                .asString()
                .startsWith("The scanner did not log in to 4 of 4 hosts")
                .contains("Failure for Provided Credentials");

        StateCounts again = build(ScanReports.COMPLETE.refusedBy(hosts), minimum);
        assertThat(again.notChecked()).isEqualTo(expired.notChecked());

        StateCounts renewed = build(ScanReports.COMPLETE, minimum);
        assertThat(renewed.added().total()).isZero();
        assertThat(renewed.outstanding().total()).isEqualTo(all);
        assertThat(last.orElseThrow().checked().authenticated()).isEqualTo(hosts.length);
    }

    @Test
    void aHostDropsOutHalfWay() throws Exception {
        long all = build(ScanReports.COMPLETE, Severity.INFO).total().total();
        StateCounts cut = build(ScanReports.COMPLETE.cutOffAt(hosts()[0]), Severity.INFO);

        assertThat(cut.fixed().total()).isZero();
        assertThat(cut.notChecked().total()).isEqualTo(16);
        assertThat(build(ScanReports.COMPLETE, Severity.INFO).outstanding().total())
                .isEqualTo(all);
    }

    @Test
    void thePortRangeIsNarrowed() throws Exception {
        long all = build(ScanReports.COMPLETE, Severity.INFO).total().total();
        StateCounts narrow = build(ScanReports.COMPLETE.ofPorts(1, 100), Severity.INFO);

        assertThat(narrow.fixed().total()).isZero();
        assertThat(narrow.notChecked().total()).isPositive();
        assertThat(build(ScanReports.COMPLETE, Severity.INFO).outstanding().total())
                .isEqualTo(all);
    }

    @Test
    void theScannerStopsReporting() throws Exception {
        build(ScanReports.COMPLETE, Severity.MEDIUM);
        String[] hosts = hosts();
        ScanReports silent = ScanReports.SILENT.refusedBy(hosts);

        assertThat(build(silent, Severity.MEDIUM).fixed().total()).isZero();
        assertThat(log).contains("unlike earlier ones, so missing findings count as not checked");
        assertThat(build(silent, Severity.MEDIUM).fixed().total()).isZero();
        assertThat(build(ScanReports.COMPLETE, Severity.MEDIUM).added().total()).isZero();
    }

    @Test
    void noScanReportsAnything() throws Exception {
        build(ScanReports.SILENT, Severity.MEDIUM);
        String[] hosts = hosts();

        assertThat(build(ScanReports.SILENT.refusedBy(hosts), Severity.MEDIUM)
                        .fixed()
                        .total())
                .isPositive();
        assertThat(log).containsOnlyOnce("The scan does not report which hosts it logged in to, so");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServerRefusesTheSecondQuery(boolean error) throws Exception {
        build(ScanReports.COMPLETE, Severity.MEDIUM);
        String[] hosts = hosts();
        var fault = simulator.faults().on("POST", "/analysis");
        // The first two read the hosts and the findings.
        (error
                        ? fault.error(403, 146, "The filter 'pluginID' is invalid.")
                        : fault.answer(200, "application/json", "{}"))
                .after(2)
                .times(100);

        assertThat(build(ScanReports.COMPLETE.refusedBy(hosts), Severity.MEDIUM)
                        .fixed()
                        .total())
                .isZero();
        assertThat(log).contains("Could not read which hosts the scanner logged in to");
        assertThat(last.orElseThrow().changes().notChecked().total()).isPositive();
        simulator.faults().clear();
        assertThat(build(ScanReports.COMPLETE, Severity.MEDIUM).added().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SENDS", "HIDES_ACCEPTED", "NEVER_SENDS_ACCEPTED", "NO_ACCEPT_FILTER", "NEITHER"})
    void aFindingIsAcceptedInBetween(String kind) throws Exception {
        if (kind.equals("NEITHER")) {
            simulator.controls().set(Quirk.NO_ACCEPT_FILTER, true);
            simulator.controls().set(Quirk.NEVER_SENDS_ACCEPTED, true);
        } else if (!kind.equals("SENDS")) {
            simulator.controls().set(Quirk.valueOf(kind), true);
        }
        long all = build(ScanReports.COMPLETE, Severity.MEDIUM).total().total();
        String plugin = findings().get(0).plugin().id();
        simulator
                .controls()
                .put(
                        "acceptRiskRule",
                        "{\"plugin\":{\"id\":\"" + plugin + "\"},\"hostType\":\"all\",\"comments\":\"agreed\"}");
        StateCounts accepted = build(ScanReports.COMPLETE, Severity.MEDIUM);

        assertThat(accepted.fixed().total()).isZero();
        assertThat(accepted.notChecked().total()).isZero();
        assertThat(accepted.outstanding().total()).isEqualTo(all);
        assertThat(findings())
                .filteredOn(finding -> finding.plugin().id().equals(plugin))
                .isNotEmpty()
                .allMatch(finding -> finding.risk().accepted()
                        && finding.risk().acceptedComment().equals("agreed"));
        assertThat(build(ScanReports.COMPLETE, Severity.MEDIUM).outstanding().total())
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fixesNothingWhereAcceptedFindingsMayBeHidden(boolean filterKnown) throws Exception {
        simulator.controls().set(Quirk.NO_ACCEPT_FILTER, !filterKnown);
        build(ScanReports.COMPLETE, Severity.MEDIUM);
        simulator.faults().on("GET", "/acceptRiskRule").error(403, 74, "Not allowed.");
        StateCounts gone =
                build(ScanReports.COMPLETE.lacking(findings().get(0).plugin().id()), Severity.MEDIUM);

        assertThat(gone.fixed().total() > 0).isEqualTo(filterKnown);
        assertThat(gone.notChecked().total() > 0).isEqualTo(!filterKnown);
        assertThat(log.contains("Could not read the accept risk rules")).isEqualTo(!filterKnown);
    }

    private List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (OpenFindingFile file = OpenFindingFile.open(file())) {
            file.read(findings::add);
        }
        return findings;
    }

    private StateCounts build(ScanReports reports, Severity minimum) throws IOException, InterruptedException {
        simulator.controls().setScanReports(reports);
        Scans scans = new Scans(server, ScanKind.ACTIVE);
        AnalysisQuery query =
                AnalysisQuery.ofScanResult(scans.launch(scans.find("DMZ")).id());
        Optional<ReferenceFindings> before = last.isEmpty() ? Optional.empty() : Optional.of(reference());
        number++;
        BuildReading reading = new BuildReading(
                before,
                List.of(NO_NEW),
                incomplete -> new FindingWriters(new FindingFileWriter(file()), List.of()),
                InstantSource.system());
        BuildReading.Made made = reading.read(server, query, minimum);
        last = Optional.of(made.summary());
        log = made.log();
        return made.summary().changes();
    }

    private ReferenceFindings reference() throws IOException {
        OpenFindingFile file = OpenFindingFile.open(file());
        RecordSummary summary = last.orElseThrow();
        return new ReferenceFindings() {
            @Override
            public void read(Consumer<Finding> consumer) throws IOException {
                file.read(consumer);
            }

            @Override
            public void readKeys(Consumer<Finding> consumer) throws IOException {
                file.readKeys(consumer);
            }

            @Override
            public boolean reported() {
                return ReferenceBuild.reported(summary);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private String[] hosts() throws IOException {
        TreeSet<String> hosts = new TreeSet<>();
        try (OpenFindingFile file = OpenFindingFile.open(file())) {
            file.readKeys(finding -> hosts.add(finding.host().ip()));
        }
        return hosts.toArray(String[]::new);
    }

    private Path file() {
        return builds.resolve(number + ".findings");
    }
}
