package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole answer or none, whatever the pages look like. */
class CompleteReadingTest {

    private static final int FOUND = 2 * AnalysisQuery.ROWS + 17;

    private final Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(FOUND));
    private final SecurityCenter server = rig.open(Rig.KEYS);
    private final Kept kept = new Kept();
    private AnalysisQuery query;
    private Map<FindingKey, Finding> all;

    @BeforeEach
    void scan() throws Exception {
        query = AnalysisQuery.ofScanResult(new Scans(server, ScanKind.ACTIVE)
                .launch(new Scans(server, ScanKind.ACTIVE).find("1"))
                .id());
        new Analysis(server).read(query, kept);
        all = new LinkedHashMap<>(kept.findings);
        assertThat(all).hasSize(FOUND);
        assertThat(kept.completeness).isEqualTo(new Completeness(0, 0));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void goesOnWherePagesAreCut() throws Exception {
        read(Quirk.CAPPED_PAGES);

        assertThat(kept.findings).isEqualTo(all);
        assertThat(kept.restarts).isEmpty();
    }

    @Test
    void goesOnWherePagesAreCutAndTheTotalIsMissing() throws Exception {
        rig.simulator.controls().set(Quirk.NO_TOTALS, true);
        read(Quirk.CAPPED_PAGES);

        assertThat(kept.findings).isEqualTo(all);
        assertThat(kept.restarts).isEmpty();
    }

    @Test
    void looksBehindAShortPageWhenTheTotalIsMissing() throws Exception {
        long before = rig.count("POST /analysis");
        read(Quirk.NO_TOTALS);

        assertThat(kept.findings).isEqualTo(all);
        assertThat(rig.count("POST /analysis")).isEqualTo(before + 5);
    }

    @Test
    void goesOnBehindAnEmptyPageAndReadsItAgain() throws Exception {
        read(Quirk.EMPTY_PAGE);

        assertThat(kept.findings).isEqualTo(all);
        assertThat(kept.restarts).containsExactly("the server returned 517 of 1017 findings");
        assertThat(kept.mostBeforeRestart).isEqualTo(517);
    }

    @Test
    void asksForAnOrderWhenItReadsAgain() throws Exception {
        read(Quirk.EMPTY_PAGE);

        JsonNode first = body(3);
        assertThat(first.has("sortField")).isFalse();
        JsonNode last = body(10);
        assertThat(last.path("endOffset").asInt()).isEqualTo(1200);
        for (JsonNode place : List.of(last, last.path("query"))) {
            assertThat(place.path("sortField").asText()).isEqualTo("ip");
            assertThat(place.path("sortDir").asText()).isEqualTo("ASC");
        }
    }

    @Test
    void doesWithoutAnOrderThatIsRefused() throws Exception {
        rig.simulator.controls().set(Quirk.REFUSED_ORDER, true);
        read(Quirk.EMPTY_PAGE);

        assertThat(kept.findings).isEqualTo(all);
    }

    @Test
    void readsAgainWhatHadOthersSentInItsPlace() throws Exception {
        read(Quirk.REPEATED_ROWS);

        assertThat(kept.findings).isEqualTo(all);
        assertThat(kept.completeness).isEqualTo(new Completeness(0, 0));
        assertThat(kept.restarts).containsExactly("the server returned 997 of 1017 findings, and repeated 20 of them");
    }

    @Test
    void tellsWhatIsMissingWhenOthersComeInItsPlaceHoweverOftenItAsks() throws Exception {
        read(Quirk.DISPLACED_ROWS);

        assertThat(kept.findings).hasSize(FOUND - 3);
        assertThat(kept.completeness).isEqualTo(new Completeness(3, 3));
        assertThat(kept.missing).as("told before the reading that counts").containsExactly(0L, 3L);
    }

    @Test
    void takesTheWorseOfTwoRows() throws Exception {
        read(Quirk.DOUBLED_ROWS);

        assertThat(kept.findings).containsOnlyKeys(all.keySet());
        List<FindingKey> doubled = List.copyOf(all.keySet()).subList(0, 3);
        assertThat(doubled)
                .allSatisfy(key -> assertThat(kept.findings.get(key).severity()).isEqualTo(Severity.CRITICAL));
        assertThat(kept.completeness).isEqualTo(new Completeness(3, 0));
        assertThat(kept.restarts).containsExactly("3 rows repeat findings with different values");
    }

    @Test
    void takesTheWorseOfTwoRowsWithoutATotal() throws Exception {
        rig.simulator.controls().set(Quirk.NO_TOTALS, true);
        read(Quirk.DOUBLED_ROWS);

        assertThat(kept.findings).hasSize(FOUND);
        assertThat(kept.completeness).isEqualTo(new Completeness(3, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ROWS, the server returned 0 of 1017 findings",
        "IGNORED_OFFSET, the server sent earlier rows again instead of the next page (450 of 1017 findings)",
        "CHANGING_TOTAL, the number of findings changed from 1023 to 1024 while they were being read",
    })
    void refusesWhatIsNeverWhole(Quirk quirk, String reason) {
        assertThatThrownBy(() -> read(quirk))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("SecurityCenter \"prod\": could not read the findings of scan result 1: " + reason
                        + ", even after 3 more attempts, so the findings were discarded; try again when no import is"
                        + " running, and if that does not help, check any proxy between Jenkins and SecurityCenter.");
        assertThat(kept.completeness).isNull();
    }

    @Test
    void readsHostsInTheSameWay() throws Exception {
        kept.clear();
        long hosts = new Analysis(server).hosts(query, kept);
        kept.clear();
        rig.simulator.controls().set(Quirk.CAPPED_PAGES, true);
        assertThat(new Analysis(server).hosts(query, kept)).isEqualTo(hosts);
        kept.clear();
        rig.simulator.controls().set(Quirk.NO_ROWS, true);

        assertThatThrownBy(() -> new Analysis(server).hosts(query, kept))
                .hasMessageContaining(" of " + hosts + " hosts");
    }

    @Test
    void takesNoMissingNumbersForNone() {
        rig.simulator
                .faults()
                .on("POST", "/analysis")
                .answer(
                        200,
                        "application/json",
                        "{\"error_code\":0,\"response\":{\"totalRecords\":\"5\",\"results\":[]}}");

        assertThatThrownBy(() -> new Analysis(server).totals(query))
                .hasMessageEndingWith("the response lacks the counts of some severities.");
    }

    private void read(Quirk quirk) throws Exception {
        kept.clear();
        rig.simulator.controls().set(quirk, true);
        new Analysis(server).read(query, kept);
    }

    private JsonNode body(int number) throws Exception {
        List<LoggedRequest> analyses = rig.simulator.requests().stream()
                .filter(request -> request.line().equals("POST /analysis"))
                .toList();
        return EnvelopeReader.mapper().readTree(analyses.get(number).body());
    }

    /** Keeps what counts. */
    private static final class Kept implements Analysis.FindingsListener {

        private final Map<FindingKey, Finding> findings = new LinkedHashMap<>();
        private final List<String> restarts = new ArrayList<>();
        private final List<Long> missing = new ArrayList<>();
        private int mostBeforeRestart;
        private Completeness completeness;

        void clear() {
            findings.clear();
            restarts.clear();
            completeness = null;
        }

        @Override
        public void finding(Finding finding) {
            assertThat(findings.put(finding.key(), finding))
                    .as("handed over before")
                    .isNull();
        }

        @Override
        public void restart(String reason, long lacking) {
            restarts.add(reason);
            missing.add(lacking);
            mostBeforeRestart = Math.max(mostBeforeRestart, findings.size());
            findings.clear();
        }

        @Override
        public void end(Completeness read) {
            completeness = read;
        }
    }
}
