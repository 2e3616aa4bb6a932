package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisQueryTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void namesScanResultAndOffsetsInBothPlaces() throws IOException {
        assertThat(body(AnalysisQuery.ofScanResult("8"), "vulndetails", 500)).isEqualTo(json("""
                        {"type": "vuln",
                         "query": {"type": "vuln", "tool": "vulndetails", "filters": [], "sourceType": "individual",
                                   "startOffset": 500, "endOffset": 1000, "scanID": "8", "view": "all"},
                         "sourceType": "individual", "startOffset": 500, "endOffset": 1000, "scanID": "8", "view": "all"}
                        """));
    }

    @Test
    void namesNoScanResultForAllFindings() throws IOException {
        AnalysisQuery query = AnalysisQuery.of(SourceType.PATCHED).filter("repository", json("[{\"id\": \"1\"}]"));

        assertThat(body(query, "sumseverity", 0)).isEqualTo(json("""
                        {"type": "vuln",
                         "query": {"type": "vuln", "tool": "sumseverity", "sourceType": "patched",
                                   "filters": [{"filterName": "repository", "operator": "=", "value": [{"id": "1"}]}],
                                   "startOffset": 0, "endOffset": 500},
                         "sourceType": "patched", "startOffset": 0, "endOffset": 500}
                        """));
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 4", "HIGH, '3,4'", "MEDIUM, '2,3,4'", "LOW, '1,2,3,4'"})
    void filtersBySeverity(Severity minimum, String value) {
        assertThat(AnalysisQuery.of(SourceType.CUMULATIVE)
                        .minimumSeverity(minimum)
                        .filters()
                        .get("severity")
                        .asText()
                        .split(","))
                .containsExactlyInAnyOrder(value.split(","));
    }

    @Test
    void needsNoFilterForAllSeverities() {
        assertThat(AnalysisQuery.of(SourceType.CUMULATIVE)
                        .minimumSeverity(Severity.INFO)
                        .filters())
                .isEmpty();
    }

    @Test
    void hasOneFilterOfAName() {
        AnalysisQuery query =
                AnalysisQuery.of(SourceType.CUMULATIVE).filter("ip", "10.0.0.1").filter("ip", "10.0.0.2");

        assertThat(query.body("vulndetails", 0, 1).path("query").path("filters"))
                .hasSize(1);
        assertThat(query.filters().get("ip").asText()).isEqualTo("10.0.0.2");
    }

    @Test
    void needsAScanResultForItsFindings() {
        assertThatNullPointerException().isThrownBy(() -> new AnalysisQuery(SourceType.INDIVIDUAL, null, Map.of()));
    }

    /** As it is sent: numbers that are equal on the way may differ in their types before. */
    private JsonNode body(AnalysisQuery query, String tool, int start) throws IOException {
        return json(query.body(tool, start, start + 500L).toString());
    }

    private JsonNode json(String text) throws IOException {
        return json.readTree(text);
    }

    @Test
    void asksForAcceptedFindingsUnlessAFilterDecides() {
        AnalysisQuery query = AnalysisQuery.of(SourceType.CUMULATIVE);

        assertThat(query.asking().body("vulndetails", 0, 1).toString())
                .contains("{\"filterName\":\"acceptRiskStatus\",\"operator\":\"=\",\"value\":\"all\"}");
        assertThat(query.asking().filter("ip", "192.0.2.1").ofPlaces().withAccepted())
                .isTrue();
        assertThat(query.body("vulndetails", 0, 1).toString()).doesNotContain("accept");
        assertThat(query.filter("acceptRiskStatus", "accepted").asking().withAccepted())
                .isFalse();
        assertThat(AnalysisQuery.of(SourceType.PATCHED).asking().withAccepted()).isFalse();
    }

    @Test
    void knowsWhetherItsFiltersSelectHosts() {
        AnalysisQuery query = AnalysisQuery.of(SourceType.CUMULATIVE).filter("ip", "192.0.2.1");

        assertThat(query.wholeHosts()).isTrue();
        assertThat(query.filter("severity", "4").wholeHosts()).isFalse();
    }
}
