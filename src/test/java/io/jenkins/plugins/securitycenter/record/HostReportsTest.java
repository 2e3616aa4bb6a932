package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login to the only host failed, and somebody has accepted the risk of the plugin that reports it. */
class HostReportsTest {

    private static final String HOST =
            "'ip':'192.0.2.1','uniqueness':'repositoryID,ip,dnsName','repository':{'id':'1'}";

    @TempDir
    private Path directory;

    private final ScriptedServer script = new ScriptedServer()
            .says(
                    "GET /scanResult/8",
                    json("{'id':'8','status':'Completed','importStatus':'Finished','progress':{'scannedSize':1}}"))
            .says("GET /acceptRiskRule", "[]");

    @ParameterizedTest
    @ValueSource(strings = {"", "nonAcceptedRisk"})
    void areReadEvenIfTheyWereAccepted(String accepted) throws Exception {
        AnalysisQuery query = AnalysisQuery.ofScanResult("8");
        JsonNode filters = reportFilters(accepted.isEmpty() ? query : query.filter("acceptRiskStatus", accepted));

        assertThat(StreamSupport.stream(filters.spliterator(), false))
                .extracting(filter -> filter.path("filterName").asText() + "="
                        + filter.path("value").asText().replaceFirst(",.*", ""))
                .containsExactlyInAnyOrder("pluginID=19506", "acceptRiskStatus=all");
    }

    @Test
    void areReadWithoutTheFilterThatTheServerDoesNotKnow() throws Exception {
        script.refuses("POST /analysis", 146, "The filter 'acceptRiskStatus' is invalid.");

        assertThat(reportFilters(AnalysisQuery.ofScanResult("8")))
                .extracting(filter -> filter.path("filterName").asText())
                .containsExactly("pluginID");
    }

    /** Returns the filters of the last query. */
    private JsonNode reportFilters(AnalysisQuery query) throws Exception {
        script.says(
                "POST /analysis",
                list("{" + HOST + "}"),
                list(row("7", "4", "")),
                list(
                        row("19506", "0", "Credentialed checks : yes\\nPort range : all"),
                        row("21745", "0", "Local checks failed")));
        try (script;
                SecurityCenter server = script.connect()) {
            BuildReading.Made made = new BuildReading(
                            Optional.empty(),
                            List.of(),
                            incomplete -> new FindingWriters(
                                    new FindingFileWriter(directory.resolve("now.findings")), List.of()),
                            InstantSource.system())
                    .read(server, query, Severity.HIGH);
            assertThat(made.summary().checked().notAuthenticatedTotal()).isEqualTo(1);
            return script.asked("POST /analysis").json().path("query").path("filters");
        }
    }

    private static String row(String plugin, String severity, String output) {
        return "{'pluginID':'" + plugin + "','severity':{'id':'" + severity + "'},'port':'0','pluginText':'" + output
                + "'," + HOST + "}";
    }

    private static String list(String... rows) {
        return json("{'totalRecords':'" + rows.length + "','results':[" + String.join(",", rows) + "]}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
