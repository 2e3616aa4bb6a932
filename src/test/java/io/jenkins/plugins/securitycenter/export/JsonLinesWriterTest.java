package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonLinesWriterTest {

    @Test
    void writesALineForEachFinding() {
        assertThat(Exports.text(ExportFormat.JSONL, finding().build(), Exports.hostile())
                        .split("\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(json(line).path("port").asInt()).isEqualTo(443));
    }

    @Test
    void writesEverythingOfAFinding() throws JsonProcessingException {
        String line = Exports.text(
                ExportFormat.JSONL, ExportOptions.DEFAULT, Map.of(finding().build(), FindingState.NEW));

        assertThat(json(line))
                .isEqualTo(
                        json(
                                """
                {"fingerprint": "742cc2620722b13c", "change": "new", "severity": "High",
                 "plugin": {"id": "10107", "name": "HTTP Server Type", "family": "Web Servers",
                   "synopsis": "A web server runs.", "description": "It tells its type.", "solution": "Hide it.",
                   "cves": ["CVE-2020-0001"], "seeAlso": ["https://example.com/a"]},
                 "host": {"ip": "192.0.2.1", "uuid": "", "dnsName": "web.example.com", "netbiosName": "", "url": "",
                   "uniqueness": "repositoryID,ip,dnsName"},
                 "port": 443, "protocol": "TCP", "repository": {"id": "4", "name": "Outside"},
                 "exploitAvailable": false, "cvss": 7.5, "vpr": 6.1, "accepted": false, "recast": false,
                 "firstSeen": "2018-12-17T19:16:22Z", "lastSeen": "2018-12-18T19:16:22Z", "output": "Apache",
                 "suppressedUntil": "", "suppressionReason": "",
                 "partialScan": false}
                """));
    }

    @Test
    void writesNullForUnknownScores() throws JsonProcessingException {
        Risk unknown = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);
        JsonNode json =
                json(Exports.text(ExportFormat.JSONL, finding().risk(unknown).build()));

        assertThat(json.get("cvss").isNull()).isTrue();
        assertThat(json.get("accepted").asBoolean()).isTrue();
    }

    @Test
    void replacesHalvesOfSurrogatePairs() throws JsonProcessingException {
        JsonNode json = json(Exports.text(ExportFormat.JSONL, Exports.hostile()));

        assertThat(json.path("output").asText()).isEqualTo(Exports.HOSTILE.replace('\uD800', '\uFFFD'));
        assertThat(json.path("plugin").path("cves").path(0).asText())
                .isEqualTo(json.path("output").asText());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
