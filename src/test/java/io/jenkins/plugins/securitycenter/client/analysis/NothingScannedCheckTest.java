package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NothingScannedCheckTest {

    private static final String NONE = "{\"results\":[{\"severity\":{\"id\":\"4\"},\"count\":\"0\"}]}";
    private static final String SOME = "{\"results\":[{\"severity\":{\"id\":\"0\"},\"count\":\"7\"}]}";
    private static final AnalysisQuery RESULT = AnalysisQuery.ofScanResult("8");
    private static final AnalysisQuery OPEN = AnalysisQuery.of(SourceType.CUMULATIVE);
    private static final AnalysisQuery PATCHED = AnalysisQuery.of(SourceType.PATCHED);

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @Test
    void isSoForAScanWhoseHostsWereAllDead() throws Exception {
        reaches("Completed", 0);

        assertThat(nothing(RESULT)).isTrue();
        assertThat(script.asked()).as("no question").hasSize(1);
    }

    @Test
    void isNotSoForAScanThatReachedHosts() throws Exception {
        reaches("Completed", 3);

        assertThat(nothing(RESULT)).isFalse();
        assertThat(nothing(RESULT.filter("severity", "3,4"))).isFalse();
    }

    @Test
    void isSoForAPartialScanWithoutAnyFinding() throws Exception {
        reaches("Partial", 3);

        assertThat(nothing(RESULT)).isTrue();
    }

    @Test
    void isSoForOtherPlacesThanThoseThatWereReached() throws Exception {
        reaches("Completed", 3);
        script.says("POST /analysis", NONE);

        assertThat(nothing(RESULT.filter("ip", "192.0.2.0/24").filter("severity", "3,4")))
                .isTrue();
        assertThat(script.asked("POST /analysis").json().path("query").path("filters"))
                .hasToString("[{\"filterName\":\"ip\",\"operator\":\"=\",\"value\":\"192.0.2.0/24\"}]");
    }

    @Test
    void isSoWhenNobodyKnows() throws Exception {
        script.says(
                "GET /scanResult/8",
                "{\"id\":\"8\",\"status\":\"Completed\",\"importStatus\":\"Finished\",\"progress\":[]}");

        assertThat(nothing(RESULT)).isTrue();
        assertThat(nothing(OPEN)).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void isNotSoForWebApplicationsWhichAreNoHosts() throws Exception {
        script.says(
                        "GET /scanResult/8",
                        "{\"id\":\"8\",\"status\":\"Completed\",\"importStatus\":\"Finished\",\"progress\":[]}")
                .says("POST /analysis", SOME);

        assertThat(nothing(RESULT.filter("severity", "3,4"))).isFalse();
    }

    @Test
    void asksWhetherTheRepositoriesAndAssetsHaveAnything() throws Exception {
        script.says("POST /analysis", SOME, NONE);
        AnalysisQuery query = OPEN.filter(
                        "asset", JsonNodeFactory.instance.objectNode().put("id", "12"))
                .filter("severity", "4");

        assertThat(nothing(query)).isFalse();
        assertThat(nothing(query)).isTrue();
        assertThat(script.asked("POST /analysis").json().path("query").path("filters"))
                .hasToString("[{\"filterName\":\"asset\",\"operator\":\"=\",\"value\":{\"id\":\"12\"}}]");
    }

    @Test
    void asksWhetherAnythingWasSeenInThatTime() throws Exception {
        script.says("POST /analysis", SOME, NONE);
        AnalysisQuery query = OPEN.filter("lastSeen", "0:30").filter("severity", "4");

        assertThat(nothing(query)).isFalse();
        assertThat(nothing(query)).isTrue();
        assertThat(script.asked("POST /analysis").json().path("query").path("filters"))
                .hasToString("[{\"filterName\":\"lastSeen\",\"operator\":\"=\",\"value\":\"0:30\"}]");
    }

    @Test
    void looksForTheHostsOfMitigatedFindingsAmongTheOpenOnes() throws Exception {
        script.says("POST /analysis", SOME, NONE);

        assertThat(nothing(PATCHED)).isFalse();
        assertThat(nothing(PATCHED)).isTrue();
        assertThat(script.asked("POST /analysis").json().path("sourceType").asText())
                .isEqualTo("cumulative");
    }

    @Test
    void countsARefusalAsNoHost() throws Exception {
        script.refuses("POST /analysis", 146, "No such tool.");

        assertThat(nothing(OPEN.filter("severity", "4"))).isTrue();
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith(
                        "Could not determine whether any host was scanned, so the plugin assumes that none was: SecurityCenter ")
                .endsWith("No such tool.");
    }

    @Test
    void explainsMissingDataOfAScanThatReachedNoHost() throws Exception {
        ErrorResponseException missing = refusal("Error opening file 8.namedb.db (msg: No such file or directory).");
        ErrorResponseException other = refusal("The filter is unknown.");
        reaches("Completed", 0);
        assertThat(check(RESULT).explains(missing)).isTrue();
        assertThat(check(RESULT).explains(other)).isFalse();
        assertThat(check(OPEN).explains(missing)).isFalse();
    }

    @Test
    void doesNotExplainMissingDataOfAScanThatReachedHosts() throws Exception {
        ErrorResponseException missing = refusal("Error opening file 8.namedb.db (msg: No such file or directory).");
        reaches("Completed", 1);
        assertThat(check(RESULT).explains(missing)).isFalse();
    }

    private static ErrorResponseException refusal(String message) {
        return new ErrorResponseException(new SecurityCenterException.Attempt("prod", "read"), 403, 143, message);
    }

    private void reaches(String status, int hosts) {
        script.says(
                "GET /scanResult/8",
                "{\"id\":\"8\",\"status\":\"" + status
                        + "\",\"importStatus\":\"Finished\",\"progress\":{\"scannedSize\":" + hosts
                        + ",\"deadHostSize\":5}}");
    }

    private boolean nothing(AnalysisQuery query) throws Exception {
        return check(query).nothingScanned();
    }

    private NothingScannedCheck check(AnalysisQuery query) throws Exception {
        Optional<ScanCoverage> coverage = new Analysis(server).coverage(query, waiting -> {});
        return new NothingScannedCheck(server, query, coverage, log::add);
    }
}
