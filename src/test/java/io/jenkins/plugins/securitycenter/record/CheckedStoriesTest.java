package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.gate.DefaultPorts;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    Path directory;

    private StoryBuilds builds;

    private Simulator simulator;

    @BeforeEach
    void open() {
        builds = new StoryBuilds(directory, List.of(NO_NEW));
        simulator = builds.simulator();
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"INFO", "MEDIUM"})
    void thePasswordExpiresBetweenTwoBuilds(Severity minimum) throws Exception {
        long all = builds.build(ScanReports.COMPLETE, minimum).total().total();
        String[] hosts = builds.hosts();
        StateCounts expired = builds.build(ScanReports.COMPLETE.refusedBy(hosts), minimum);

        assertThat(expired.fixed().total()).isZero();
        assertThat(expired.notChecked().total()).isPositive();
        assertThat(expired.notChecked().total() + expired.outstanding().total()).isEqualTo(all);
        assertThat(builds.last().verdict().outcome()).isNotEqualTo(Outcome.UNSTABLE);
        assertThat(builds.last().checked().notAuthenticatedTotal()).isEqualTo(hosts.length);
        assertThat(builds.last().checked().sentences())
                .singleElement()
                .asString()
                .startsWith("The scanner did not log in to 4 of 4 hosts")
                .contains("Failure for Provided Credentials");

        StateCounts again = builds.build(ScanReports.COMPLETE.refusedBy(hosts), minimum);
        assertThat(again.notChecked()).isEqualTo(expired.notChecked());

        StateCounts renewed = builds.build(ScanReports.COMPLETE, minimum);
        assertThat(renewed.added().total()).isZero();
        assertThat(renewed.outstanding().total()).isEqualTo(all);
        assertThat(builds.last().checked().authenticated()).isEqualTo(hosts.length);
    }

    @Test
    void aHostDropsOutHalfWay() throws Exception {
        long all = builds.build(ScanReports.COMPLETE, Severity.INFO).total().total();
        StateCounts cut = builds.build(ScanReports.COMPLETE.cutOffAt(builds.hosts()[0]), Severity.INFO);

        assertThat(cut.fixed().total()).isZero();
        assertThat(cut.notChecked().total()).isEqualTo(16);
        assertThat(builds.build(ScanReports.COMPLETE, Severity.INFO)
                        .outstanding()
                        .total())
                .isEqualTo(all);
    }

    @Test
    void thePortRangeIsNarrowed() throws Exception {
        long all = builds.build(ScanReports.COMPLETE, Severity.INFO).total().total();
        StateCounts narrow = builds.build(ScanReports.COMPLETE.ofPorts(1, 100), Severity.INFO);

        assertThat(narrow.fixed().total()).isZero();
        assertThat(narrow.notChecked().total()).isPositive();
        assertThat(builds.build(ScanReports.COMPLETE, Severity.INFO)
                        .outstanding()
                        .total())
                .isEqualTo(all);
    }

    @Test
    void theDefaultPortsReplaceAllPorts() throws Exception {
        ScanReports allPorts = ScanReports.COMPLETE.ofPorts(0, 65_535);
        builds.build(allPorts, Severity.INFO);
        Finding gone = builds.findings().stream()
                .filter(finding -> finding.port() > 0)
                .findFirst()
                .orElseThrow();
        ScanReports without = ScanReports.COMPLETE.lacking(gone.plugin().id());
        StateCounts byDefault = builds.build(without, Severity.INFO);
        long lacking = byDefault.notChecked().total();
        assertThat(lacking).isPositive();
        assertThat(byDefault.fixed().total()).isZero();
        assertThat(builds.last().checked().ports()).isEqualTo(DefaultPorts.CURRENT);

        // What this scan of the default ports found is on one of them; what it did not find may not be.
        Finding other = builds.findings().stream()
                .filter(finding -> finding.port() > 0
                        && !finding.plugin().id().equals(gone.plugin().id()))
                .findFirst()
                .orElseThrow();
        StateCounts both = builds.build(
                ScanReports.COMPLETE.lacking(gone.plugin().id(), other.plugin().id()), Severity.INFO);
        assertThat(both.notChecked().total()).isEqualTo(lacking);
        assertThat(both.fixed().total()).isPositive();

        assertThat(builds.build(allPorts, Severity.INFO).added().total())
                .isEqualTo(both.fixed().total());
        assertThat(builds.build(
                                allPorts.lacking(
                                        gone.plugin().id(), other.plugin().id()),
                                Severity.INFO)
                        .notChecked()
                        .total())
                .isZero();
    }

    @Test
    void theScannerStopsReporting() throws Exception {
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        String[] hosts = builds.hosts();
        ScanReports silent = ScanReports.SILENT.refusedBy(hosts);

        assertThat(builds.build(silent, Severity.MEDIUM).fixed().total()).isZero();
        assertThat(builds.log()).contains("as it should, so missing findings count as not checked");
        assertThat(builds.build(silent, Severity.MEDIUM).fixed().total()).isZero();
        assertThat(builds.build(ScanReports.COMPLETE, Severity.MEDIUM).added().total())
                .isZero();
    }

    /** The scan in between reached only the other hosts, and did not report on them. */
    @Test
    void theScannerStopsReportingWhileAHostIsDown() throws Exception {
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        String host = builds.hosts()[0];
        StateCounts without = builds.build(ScanReports.SILENT.silentAt(host), Severity.MEDIUM);
        assertThat(without.notScanned().total()).isPositive();
        assertThat(without.notChecked().total()).isZero();

        StateCounts back = builds.build(ScanReports.SILENT.refusedBy(host), Severity.MEDIUM);
        assertThat(back.fixed().total()).isZero();
        assertThat(back.notChecked().total()).isPositive();
    }

    @Test
    void noScanReportsAnything() throws Exception {
        builds.build(ScanReports.SILENT, Severity.MEDIUM);
        String[] hosts = builds.hosts();

        assertThat(builds.build(ScanReports.SILENT.refusedBy(hosts), Severity.MEDIUM)
                        .fixed()
                        .total())
                .isPositive();
        assertThat(builds.log()).containsOnlyOnce("The scan does not report which hosts it logged in to, so");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServerRefusesTheSecondQuery(boolean error) throws Exception {
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        String[] hosts = builds.hosts();
        var fault = simulator.faults().on("POST", "/analysis");
        // The first two read the hosts and the findings.
        (error
                        ? fault.error(403, 146, "The filter 'pluginID' is invalid.")
                        : fault.answer(200, "application/json", "{}"))
                .after(2)
                .times(100);

        assertThat(builds.build(ScanReports.COMPLETE.refusedBy(hosts), Severity.MEDIUM)
                        .fixed()
                        .total())
                .isZero();
        assertThat(builds.log()).contains("Could not read which hosts the scanner logged in to");
        assertThat(builds.last().changes().notChecked().total()).isPositive();
        simulator.faults().clear();
        assertThat(builds.build(ScanReports.COMPLETE, Severity.MEDIUM).added().total())
                .isZero();
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
        long all = builds.build(ScanReports.COMPLETE, Severity.MEDIUM).total().total();
        String plugin = builds.findings().get(0).plugin().id();
        simulator
                .controls()
                .put(
                        "acceptRiskRule",
                        "{\"plugin\":{\"id\":\"" + plugin + "\"},\"hostType\":\"all\",\"comments\":\"agreed\"}");
        StateCounts accepted = builds.build(ScanReports.COMPLETE, Severity.MEDIUM);

        assertThat(accepted.fixed().total()).isZero();
        assertThat(accepted.notChecked().total()).isZero();
        assertThat(accepted.outstanding().total()).isEqualTo(all);
        assertThat(builds.findings())
                .filteredOn(finding -> finding.plugin().id().equals(plugin))
                .isNotEmpty()
                .allMatch(finding -> finding.risk().accepted()
                        && finding.risk().acceptedComment().equals("agreed"));
        assertThat(builds.build(ScanReports.COMPLETE, Severity.MEDIUM)
                        .outstanding()
                        .total())
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fixesNothingWhereAcceptedFindingsMayBeHidden(boolean filterKnown) throws Exception {
        simulator.controls().set(Quirk.NO_ACCEPT_FILTER, !filterKnown);
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        simulator.faults().on("GET", "/acceptRiskRule").error(403, 74, "Not allowed.");
        StateCounts gone = builds.build(
                ScanReports.COMPLETE.lacking(builds.findings().get(0).plugin().id()), Severity.MEDIUM);

        assertThat(gone.fixed().total() > 0).isEqualTo(filterKnown);
        assertThat(gone.notChecked().total() > 0).isEqualTo(!filterKnown);
        assertThat(builds.log().contains("Could not read the accept risk rules"))
                .isEqualTo(!filterKnown);
    }

    @Test
    void aPluginLeavesThePolicy() throws Exception {
        policy("enabled", "");
        long all = builds.build(ScanReports.COMPLETE, Severity.INFO).total().total();
        Finding gone = builds.findings().get(0);
        String plugin = gone.plugin().id();
        policy("mixed", gone.plugin().family());
        StateCounts without = builds.build(ScanReports.COMPLETE.lacking(plugin), Severity.INFO);

        assertThat(without.fixed().total()).isZero();
        assertThat(without.notChecked().total()).isPositive();
        assertThat(builds.log()).contains("Not checked because the scan policy does not contain the plugin: ");

        policy("enabled", "");
        StateCounts again = builds.build(ScanReports.COMPLETE, Severity.INFO);
        assertThat(again.outstanding().total()).isEqualTo(all);
        assertThat(again.added().total()).isZero();

        assertThat(builds.build(ScanReports.COMPLETE.lacking(plugin), Severity.INFO)
                        .fixed()
                        .total())
                .isPositive();
        assertThat(builds.log()).doesNotContain("policy");
    }

    @Test
    void thePolicyOfAScanThatWasDeletedIsFoundByItsName() throws Exception {
        policy("enabled", "");
        builds.build(ScanReports.COMPLETE, Severity.INFO);
        Finding gone = builds.findings().get(0);
        policy("mixed", gone.plugin().family());
        builds.deleteScanAfterLaunch();

        StateCounts without =
                builds.build(ScanReports.COMPLETE.lacking(gone.plugin().id()), Severity.INFO);
        assertThat(without.fixed().total()).isZero();
        assertThat(without.notChecked().total()).isPositive();
    }

    @Test
    void thePolicyMayNotBeRead() throws Exception {
        policy("enabled", "");
        builds.build(ScanReports.COMPLETE, Severity.INFO);
        Finding gone = builds.findings().get(0);
        policy("mixed", gone.plugin().family());
        simulator.faults().on("GET", "/policy/1000001").error(403, 74, "Not allowed.");

        assertThat(builds.build(ScanReports.COMPLETE.lacking(gone.plugin().id()), Severity.INFO)
                        .fixed()
                        .total())
                .isPositive();
        assertThat(builds.log())
                .containsOnlyOnce("Could not read which plugins the scan policy contains")
                .contains("Not allowed.");
    }

    /** The policy of the scan has all families; one of them in that state, without any plugin. */
    private void policy(String state, String family) throws IOException {
        ArrayNode families = JsonNodeFactory.instance.arrayNode();
        for (String name : simulator.families()) {
            ObjectNode entry = families.addObject().put("name", name).put("state", "enabled");
            entry.put("id", Integer.toString(families.size())).putArray("plugins");
            if (name.equals(family)) {
                entry.put("state", state);
            }
        }
        simulator.controls().put("policy", "{\"id\":\"1000001\",\"families\":" + families + "}");
    }
}
