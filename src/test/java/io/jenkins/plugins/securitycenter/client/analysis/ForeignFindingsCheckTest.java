package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFindingsCheckTest {

    private final List<Finding> read = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"9, 'in repository \"'", "2, 'on host '"})
    void noticesTheFindingsOfOtherScans(String otherScan, String example) throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(20));
                SecurityCenter server = rig.open(Rig.KEYS)) {
            new Scans(server, ScanKind.ACTIVE).launch(new Scans(server, ScanKind.ACTIVE).find(otherScan));
            String result = new Scans(server, ScanKind.ACTIVE)
                    .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                    .id();
            AnalysisQuery query = AnalysisQuery.ofScanResult(result);
            assertThat(new Analysis(server).read(query, finding -> {})).isEqualTo(20);
            rig.simulator.controls().set(Quirk.FORGETS_SCAN, true);

            assertThatThrownBy(() -> new Analysis(server).read(query, read::add))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageStartingWith("SecurityCenter \"prod\": could not read the findings of scan result "
                            + result + ": the response contains findings of other scans (for example, one "
                            + example)
                    .hasMessageEndingWith("), so it was discarded; check for an update of SecurityCenter, or record the"
                            + " cumulative findings instead.");
        }
    }

    @Test
    void noticesThatTheOldFindingsAreAllThereAre() {
        try (ScriptedServer script = serverWithAnOldFinding(1);
                SecurityCenter server = script.connect()) {
            assertThatThrownBy(() -> new Analysis(server).read(AnalysisQuery.ofScanResult("8"), read::add))
                    .hasMessageContaining(
                            "findings of other scans (some of them were last seen before that scan started),");
            assertThat(script.asked("POST /analysis").json().path("query").path("filters"))
                    .hasToString("[{\"filterName\":\"repositoryIDs\",\"operator\":\"=\",\"value\":\"4\"}]");
        }
    }

    @Test
    void takesOldFindingsWhenOtherScansHaveMore() throws Exception {
        try (ScriptedServer script = serverWithAnOldFinding(2);
                SecurityCenter server = script.connect()) {
            assertThat(new Analysis(server).read(AnalysisQuery.ofScanResult("8"), read::add))
                    .isEqualTo(1);
            assertThat(read).hasSize(1);
        }
    }

    @Test
    void takesOldFindingsOfAgentsAlthoughTheyAreAllThereAre() throws Exception {
        try (ScriptedServer script = serverWithAnOldFinding(1, ",\"resultType\":\"agent\"");
                SecurityCenter server = script.connect()) {
            assertThat(new Analysis(server).read(AnalysisQuery.ofScanResult("8"), read::add))
                    .isEqualTo(1);
            assertThat(script.asked("GET /scanResult/8").path())
                    .contains("name", "dataFormat", "resultType", "agentScanUUID");
        }
    }

    @Test
    void noticesTheFindingsOfOtherRepositoriesAmongThoseOfAgents() {
        try (ScriptedServer script =
                        serverWithAnOldFinding(1, ",\"repository\":{\"id\":\"5\"},\"resultType\":\"agent\"");
                SecurityCenter server = script.connect()) {
            assertThatThrownBy(() -> new Analysis(server).read(AnalysisQuery.ofScanResult("8"), read::add))
                    .hasMessageContaining("findings of other scans (for example, one in repository ");
        }
    }

    @Test
    void takesTheFirstImportOfAgents() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(20));
                SecurityCenter server = rig.open(Rig.KEYS)) {
            Scans agents = new Scans(server, ScanKind.AGENT);
            String result = agents.launch(agents.find("Agents at night")).id();

            assertThat(new Analysis(server).read(AnalysisQuery.ofScanResult(result), read::add))
                    .isEqualTo(20);
            Instant began =
                    new ScanResults(server).get(result).times().started().orElseThrow();
            assertThat(read)
                    .anyMatch(finding -> finding.lastSeen().orElseThrow().isBefore(began.minus(Duration.ofDays(1))));
        }
    }

    private static ScriptedServer serverWithAnOldFinding(int cumulative) {
        return serverWithAnOldFinding(cumulative, "");
    }

    private static ScriptedServer serverWithAnOldFinding(int cumulative, String more) {
        return new ScriptedServer()
                .says(
                        "GET /scanResult/8",
                        "{\"id\":\"8\",\"status\":\"Completed\",\"importStatus\":\"Finished\",\"repository\":{\"id\":\"4\"},\"scan\":{\"id\":\"3\"},\"startTime\":\"1700000000\""
                                + more + "}")
                .says(
                        "POST /analysis",
                        "{\"totalRecords\":\"1\",\"results\":[{\"pluginID\":\"1\",\"severity\":{\"id\":\"1\"},\"ip\":\"10.0.0.1\",\"port\":\"0\","
                                + "\"repository\":{\"id\":\"4\"},\"lastSeen\":\"1600000000\"}]}",
                        "{\"results\":[{\"severity\":{\"id\":\"4\"},\"count\":\"" + cumulative + "\"}]}");
    }
}
