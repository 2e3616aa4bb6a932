package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonLinesWriterTest {

    private static final RecordedBuild BUILD = new RecordedBuild(
            "https://ci.example.com/",
            "team-a/weekly",
            12,
            Optional.of(Instant.parse("2026-10-10T04:18:31Z")),
            "production");

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
                ExportFormat.JSONL,
                ExportOptions.DEFAULT.of("dmz").recordedBy(BUILD),
                Map.of(finding().build(), FindingState.NEW));

        assertThat(json(line)).isEqualTo(json("""
                {"schemaVersion": 1, "controller": "https://ci.example.com/", "job": "team-a/weekly", "build": 12,
                 "buildTime": "2026-10-10T04:18:31Z", "record": "dmz", "server": "production",
                 "fingerprint": "742cc2620722b13c", "change": "new", "severity": "High",
                 "plugin": {"id": "10107", "name": "HTTP Server Type", "family": "Web Servers",
                   "synopsis": "A web server runs.", "description": "It tells its type.", "solution": "Hide it.",
                   "cves": ["CVE-2020-0001"], "seeAlso": ["https://example.com/a"],
                   "xrefs": [], "checkType": "remote"},
                 "host": {"ip": "192.0.2.1", "uuid": "", "dnsName": "web.example.com", "netbiosName": "", "url": "",
                   "uniqueness": "repositoryID,ip,dnsName"},
                 "port": 443, "protocol": "TCP", "repository": {"id": "4", "name": "Outside"},
                 "exploitAvailable": false, "cvss": 7.5, "cvssVersion": 3, "vpr": 6.1, "epss": null,
                 "accepted": false, "recast": false, "acceptedComment": "", "knownExploited": false, "cisaDueDate": null,
                 "patchPublished": null, "dueDate": null, "overdue": false,
                 "firstSeen": "2018-12-17T19:16:22Z", "lastSeen": "2018-12-18T19:16:22Z", "output": "Apache",
                 "suppressed": false, "suppressedUntil": null, "suppressionRule": "", "suppressionReason": "",
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
        assertThat(json.get("cvssVersion").isNull()).isTrue();
        assertThat(json.get("accepted").asBoolean()).isTrue();
    }

    @Test
    void writesNullIfTheServerDoesNotSayWhatIsExploited() throws JsonProcessingException {
        Finding finding = finding().plugin(Plugin.ofId("10107")).risk(Risk.NONE).build();
        JsonNode json = json(Exports.text(ExportFormat.JSONL, finding));
        String csv = Exports.text(
                ExportFormat.CSV,
                ExportOptions.DEFAULT.with(CsvColumn.parse("exploitAvailable, knownExploited, port")),
                finding);

        assertThat(json.get("exploitAvailable").isNull()).isTrue();
        assertThat(json.get("knownExploited").isNull()).isTrue();
        assertThat(csv).endsWith("\r\n\"\",\"\",\"443\"\r\n");
    }

    @Test
    void writesWhatIsKnownAboutTheRisk() throws JsonProcessingException {
        Risk risk = new Risk(
                true, OptionalDouble.of(9.3), 4, OptionalDouble.empty(), OptionalDouble.of(97), false, "", false);
        Finding finding = finding()
                .plugin(new Plugin(
                        "1",
                        "Name",
                        "Family",
                        "",
                        "",
                        "",
                        List.of("CVE-2024-0001"),
                        List.of(),
                        Plugin.CheckType.REMOTE,
                        List.of("CISA-KNOWN-EXPLOITED:2024/06/03"),
                        Optional.of(Instant.parse("2024-05-01T00:00:00Z"))))
                .risk(risk)
                .build();
        JsonNode json = json(Exports.text(ExportFormat.JSONL, finding));

        assertThat(json.get("knownExploited").asBoolean()).isTrue();
        assertThat(json.get("cisaDueDate").asText()).isEqualTo("2024-06-03");
        assertThat(json.get("epss").asDouble()).isEqualTo(97);
        assertThat(json.get("cvssVersion").asInt()).isEqualTo(4);
        assertThat(json.get("patchPublished").asText()).isEqualTo("2024-05-01T00:00:00Z");
    }

    @Test
    void replacesHalvesOfSurrogatePairs() throws JsonProcessingException {
        JsonNode json = json(Exports.text(ExportFormat.JSONL, Exports.hostile()));

        assertThat(json.path("output").asText()).isEqualTo(HostileTexts.MIXED.replace('\uD800', '\uFFFD'));
        assertThat(json.path("plugin").path("cves").path(0).asText())
                .isEqualTo(json.path("output").asText());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        JsonNode line = new ObjectMapper().readTree(text);
        LineSchema.FINDINGS.validate(line);
        return line;
    }
}
