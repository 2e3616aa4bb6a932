package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefectDojoWriterTest {

    @Test
    void writesEverythingOfAFinding() throws IOException {
        Plugin plugin = new Plugin(
                "10107",
                "HTTP Server Type",
                "Web Servers",
                "A web server runs.",
                "It tells *its* type.",
                "Hide it.",
                List.of("CVE-2020-0001", "CVE-2020-0002", "CVE-2020-0001", "none"),
                List.of("https://example.com/a", "[x](y)"),
                Plugin.CheckType.REMOTE,
                List.of("CISA-KNOWN-EXPLOITED:2024/06/03"),
                Optional.empty());
        Risk risk = new Risk(
                true, OptionalDouble.of(9.3), 4, OptionalDouble.of(6.1), OptionalDouble.of(97), false, "", false);
        RecordedFinding recorded = new RecordedFinding(
                finding().plugin(plugin).risk(risk).output("a *b*\n\n  c").build(),
                FindingState.NEW,
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 31)),
                false);

        assertThat(export(recorded).get("findings").get(0)).isEqualTo(new ObjectMapper().readTree("""
                {"title": "HTTP Server Type", "severity": "High",
                 "description": "It tells \\\\*its\\\\* type\\\\.\\n\\n- **Host:** web\\\\.example\\\\.com \\\\(192\\\\.0\\\\.2\\\\.1\\\\)\\n- **Port:** 443/TCP\\n- **Plugin:** HTTP Server Type \\\\(10107\\\\)\\n- **Family:** Web Servers\\n- **Repository:** Outside",
                 "mitigation": "Hide it\\\\.", "references": "- <https://example.com/a>\\n- \\\\[x\\\\]\\\\(y\\\\)",
                 "severity_justification": "CISA lists the vulnerability as known to be exploited and requires a fix by 2024\\\\-06\\\\-03\\\\.",
                 "steps_to_reproduce": "    a *b*\\n    \\n      c",
                 "unique_id_from_tool": "742cc2620722b13c", "vuln_id_from_tool": "10107",
                 "active": true, "risk_accepted": false, "date": "2018-12-17",
                 "planned_remediation_date": "2027-01-31", "cvssv4_score": 9.3, "epss_score": 0.97,
                 "vulnerability_ids": ["CVE-2020-0001", "CVE-2020-0002"], "known_exploited": true,
                 "endpoints": [{"host": "web.example.com", "port": 443}]}
                """));
    }

    @Test
    void leavesOutWhatIsUnknown() throws IOException {
        Plugin plugin = new Plugin(
                "7", "", "", "", "", "", List.of(), List.of(), Plugin.CheckType.REMOTE, List.of(), Optional.empty());
        Risk risk = new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), false, "", false);
        JsonNode finding = export(new RecordedFinding(
                        finding()
                                .plugin(plugin)
                                .risk(risk)
                                .host(new Host("", "", "", "", "", ""))
                                .firstSeen(null)
                                .output("")
                                .port(0)
                                .build(),
                        FindingState.NEW))
                .get("findings")
                .get(0);

        assertThat(finding.fieldNames())
                .toIterable()
                .containsExactly(
                        "title",
                        "severity",
                        "description",
                        "unique_id_from_tool",
                        "vuln_id_from_tool",
                        "active",
                        "risk_accepted");
        assertThat(finding.get("title").asText()).isEqualTo("Plugin 7");
    }

    @Test
    void namesTheReasonOfAnAcceptedRisk() throws IOException {
        Risk accepted = new Risk(
                false, OptionalDouble.of(7.5), 3, OptionalDouble.empty(), OptionalDouble.of(97), true, "SEC-7", false);
        JsonNode finding = export(new RecordedFinding(finding().risk(accepted).build(), FindingState.OUTSTANDING))
                .get("findings")
                .get(0);

        assertThat(finding.get("active").booleanValue()).isFalse();
        assertThat(finding.get("risk_accepted").booleanValue()).isTrue();
        assertThat(finding.get("severity_justification").asText())
                .isEqualTo("The risk was accepted in SecurityCenter\\: SEC\\-7");
        assertThat(finding.get("cvssv3_score").doubleValue()).isEqualTo(7.5);
        assertThat(finding.get("epss_score").doubleValue()).isEqualTo(0.97);
    }

    @Test
    void namesTheReasonOfASuppression() throws IOException {
        Suppression suppression = new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "SEC-1234");
        JsonNode finding = export(new RecordedFinding(
                        finding().build(), FindingState.NEW, Optional.of(suppression), Optional.empty(), false))
                .get("findings")
                .get(0);

        assertThat(finding.get("active").booleanValue()).isFalse();
        assertThat(finding.get("risk_accepted").booleanValue()).isTrue();
        assertThat(finding.get("severity_justification").asText())
                .isEqualTo("Suppressed until 2027\\-03\\-31\\: SEC\\-1234");
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 1, true",
        "OUTSTANDING, 1, true",
        "UNKNOWN, 1, true",
        "FIXED, 1, false",
        "NOT_SCANNED, 0,",
        "NOT_CHECKED, 0,"
    })
    void tellsWhatIsFixed(FindingState state, int count, Boolean active) throws IOException {
        JsonNode findings =
                export(new RecordedFinding(finding().build(), state)).get("findings");

        assertThat(findings).hasSize(count).allSatisfy(finding -> {
            assertThat(finding.get("active").booleanValue()).isEqualTo(active);
            assertThat(finding.path("is_mitigated").booleanValue()).isEqualTo(!active);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@shop.example.com:8443/a/b?c=d#e, shop.example.com, https, 8443, a/b, c=d, e",
        "http://shop.example.com/, shop.example.com, http,,,,"
    })
    void writesTheAddressOfAWebFinding(
            String url, String host, String protocol, Integer port, String path, String query, String fragment)
            throws IOException {
        JsonNode endpoint = export(web(url)).at("/findings/0/endpoints/0");

        assertThat(endpoint.path("host").asText()).isEqualTo(host);
        assertThat(endpoint.path("protocol").asText()).isEqualTo(protocol);
        assertThat(endpoint.path("port").asInt(-1)).isEqualTo(port == null ? -1 : port);
        assertThat(endpoint.path("path").textValue()).isEqualTo(path);
        assertThat(endpoint.path("query").textValue()).isEqualTo(query);
        assertThat(endpoint.path("fragment").textValue()).isEqualTo(fragment);
        assertThat(endpoint.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://a b/", "https://", "http://x y", "ftp://a.example.com/"})
    void leavesOutInvalidAddresses(String url) throws IOException {
        assertThat(export(web(url)).at("/findings/0").has("endpoints")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, '', 192.0.2.1",
        "2001:DB8::1, '', 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, '',",
        ":::::, '',",
        "192.0.2.1, a b, 192.0.2.1",
        "192.0.2.1, <b>.example.com, 192.0.2.1",
        "'', web_1.example.com, web_1.example.com"
    })
    void writesOnlyValidHosts(String ip, String name, String host) throws IOException {
        Finding finding = finding().host(new Host(ip, "", name, "", "", "")).build();
        JsonNode endpoint =
                export(new RecordedFinding(finding, FindingState.NEW)).at("/findings/0/endpoints/0");

        assertThat(endpoint.path("host").textValue()).isEqualTo(host);
    }

    @Test
    void tellsWhatTheScanLacks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.DEFECTDOJO.writer(bytes, ExportOptions.DEFAULT.ofScan(true))) {
            writer.begin();
            writer.nothingScanned();
            writer.end();
        }
        JsonNode document = new ObjectMapper().readTree(bytes.toByteArray());
        DefectDojoSchema.validate(document);

        assertThat(document.get("description").asText())
                .isEqualTo("The scan is partial: it did not reach all of its targets."
                        + " No host was scanned, so it is unknown whether there are vulnerabilities.");
        assertThat(document.get("name").asText()).isEqualTo("SecurityCenter");
        assertThat(document.get("findings")).isEmpty();
    }

    private static RecordedFinding web(String url) {
        return new RecordedFinding(
                finding().host(new Host("", "", "", "", url, "")).port(0).build(), FindingState.NEW);
    }

    private static JsonNode export(RecordedFinding recorded) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.DEFECTDOJO.writer(bytes, ExportOptions.DEFAULT)) {
            writer.begin();
            writer.write(recorded);
            writer.end();
        }
        JsonNode document = new ObjectMapper().readTree(bytes.toByteArray());
        DefectDojoSchema.validate(document);
        return document;
    }
}
