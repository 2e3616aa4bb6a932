package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifWriterTest {

    private static final Risk ACCEPTED =
            new Risk(true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);

    @Test
    void isValidWithoutFindings() {
        assertThat(run().path("results")).isEmpty();
        assertThat(run().path("tool").path("driver").path("name").asText()).isEqualTo("SecurityCenter");
    }

    @Test
    void isValidForAllKindsOfFindings() {
        Finding unnamed = finding()
                .plugin(new Plugin(
                        "7",
                        "",
                        "",
                        "",
                        " ",
                        "",
                        List.of(),
                        List.of(),
                        Plugin.CheckType.UNKNOWN,
                        List.of(),
                        Optional.empty()))
                .port(0)
                .build();

        assertThat(run(finding().build(), Exports.web(), Exports.hostile(), unnamed)
                        .path("results"))
                .hasSize(4);
        assertThat(run(unnamed).at("/tool/driver/rules/0").findValuesAsText("text"))
                .containsExactly("Plugin 7", "Plugin 7", "Plugin 7");
    }

    @Test
    void writesOneRuleForEachPlugin() {
        JsonNode run = run(
                finding().build(),
                finding().plugin("20811").build(),
                finding().port(80).build());

        assertThat(run.path("tool").path("driver").path("rules").findValuesAsText("id"))
                .containsExactlyInAnyOrder("10107", "20811");
        assertThat(run.path("results"))
                .hasSize(3)
                .allSatisfy(result -> assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex") + "/id"))
                        .isEqualTo(result.get("ruleId")));
    }

    @Test
    void describesThePlugin() {
        JsonNode rule = run(finding().build()).at("/tool/driver/rules/0");

        assertThat(rule.at("/name").asText()).isEqualTo("HTTP Server Type");
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("HTTP Server Type");
        assertThat(rule.at("/fullDescription/text").asText()).isEqualTo("It tells its type.");
        assertThat(rule.at("/help/text").asText()).isEqualTo("Hide it.\n\nhttps://example.com/a");
        assertThat(rule.at("/helpUri").asText()).isEqualTo("https://www.tenable.com/plugins/nessus/10107");
        assertThat(rule.at("/properties/security-severity").asText()).isEqualTo("7.5");
        assertThat(rule.at("/help/markdown").asText())
                .isEqualTo("It tells its type\\.\n\n**Solution:** Hide it\\.\n\n**CVEs:** CVE\\-2020\\-0001\n\n"
                        + "- <https://example.com/a>");
        assertThat(texts(rule.at("/properties/tags")))
                .containsExactly("security", "Web Servers", "external/cve/cve-2020-0001");
        assertThat(texts(rule.at("/properties/cves"))).containsExactly("CVE-2020-0001");
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, high", "REMOTE, medium", "SUMMARY, medium", "UNKNOWN, medium"})
    void tellsHowPreciseAPluginIs(Plugin.CheckType type, String precision) {
        assertThat(run(finding().plugin("1", type).build())
                        .at("/tool/driver/rules/0/properties/precision")
                        .asText())
                .isEqualTo(precision);
    }

    @Test
    void writesAtMost20Tags() {
        List<String> cves =
                IntStream.range(1000, 1030).mapToObj(i -> "CVE-2024-" + i).toList();
        JsonNode properties = run(finding().plugin(plugin(cves)).build()).at("/tool/driver/rules/0/properties");

        assertThat(texts(properties.get("tags")))
                .hasSize(20)
                .startsWith("security", "Web Servers", "external/cve/cve-2024-1000");
        assertThat(texts(properties.get("cves"))).isEqualTo(cves);
    }

    @Test
    void writesOnlyValidCvesOnce() {
        JsonNode properties = run(finding()
                        .plugin(plugin(List.of("CVE-2024-1000", "CVE-2024-1000", "CVE-2024-1", "x/../CVE-2024-1000")))
                        .build())
                .at("/tool/driver/rules/0/properties");

        assertThat(texts(properties.get("cves"))).containsExactly("CVE-2024-1000");
        assertThat(texts(properties.get("tags"))).hasSize(3);
    }

    private static Plugin plugin(List<String> cves) {
        return new Plugin(
                "1",
                "Name",
                "Web Servers",
                "",
                "",
                "",
                cves,
                List.of(),
                Plugin.CheckType.LOCAL,
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, error, 9.5", "HIGH, error, 8.0", "MEDIUM, warning, 5.5", "LOW, note, 2.0", "INFO, note, ''"})
    void mapsSeverities(Severity severity, String level, String score) {
        JsonNode run = run(finding()
                .severity(severity)
                .risk(scored(OptionalDouble.empty()))
                .build());

        assertThat(run.at("/results/0/level").asText()).isEqualTo(level);
        assertThat(run.at("/tool/driver/rules/0/properties/security-severity").asText())
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, 0, 8.0",
        "HIGH, 7, 7.0",
        "HIGH, 10, 10.0",
        "HIGH, 11, 8.0",
        "HIGH, -1, 8.0",
        // recast to a higher severity, or rated by another version of CVSS
        "HIGH, 6.9, 8.0",
        "CRITICAL, 8.9, 9.5",
        "CRITICAL, 9, 9.0",
        "MEDIUM, 3.9, 5.5",
        "LOW, 0.1, 0.1"
    })
    void writesScoresThatAreNotBelowTheSeverity(Severity severity, double cvss, String score) {
        assertThat(run(finding()
                                .severity(severity)
                                .risk(scored(OptionalDouble.of(cvss)))
                                .build())
                        .at("/tool/driver/rules/0/properties/security-severity")
                        .asText())
                .isEqualTo(score);
    }

    @Test
    void treatsInfoAsNoSecurityProblem() {
        JsonNode properties = run(finding().severity(Severity.INFO).build()).at("/tool/driver/rules/0/properties");

        assertThat(properties.has("security-severity")).isFalse();
        assertThat(properties.get("problem.severity").asText()).isEqualTo("recommendation");
        assertThat(texts(properties.get("tags"))).doesNotContain("security");
    }

    @Test
    void keepsFingerprints() {
        JsonNode fingerprints = run(finding().build()).at("/results/0/partialFingerprints");

        assertThat(fingerprints.get("securityCenterFinding/v1").asText()).isEqualTo("742cc2620722b13c");
        assertThat(fingerprints.get("primaryLocationLineHash").asText()).isEqualTo("742cc2620722b13c:1");
    }

    @Test
    void tellsWhereTheFindingIs() {
        JsonNode result = run(finding().build()).at("/results/0");

        assertThat(result.at("/message/text").asText())
                .isEqualTo("HTTP Server Type on web.example.com (192.0.2.1), port 443/TCP: A web server runs.");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("hosts/web.example.com");
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("192.0.2.1:443/TCP");
    }

    @Test
    void tellsWhereAWebFindingIs() {
        JsonNode result = run(Exports.web()).at("/results/0");

        assertThat(result.at("/webRequest/target").asText())
                .isEqualTo(Exports.web().host().url());
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("web/shop.example.com/cart/a%20b");
    }

    @ParameterizedTest
    @CsvSource({"NEW, new", "OUTSTANDING, unchanged", "FIXED, absent", "UNKNOWN, ''"})
    void tellsTheChange(FindingState change, String state) {
        assertThat(everything(Map.of(finding().build(), change))
                        .at("/results/0/baselineState")
                        .asText())
                .isEqualTo(state);
    }

    @Test
    void tellsThatTheScanIsPartial() {
        String text = Exports.text(
                ExportFormat.SARIF,
                ExportOptions.DEFAULT.ofScan(true),
                finding().build());
        JsonNode invocation = validated(text).at("/invocations/0");

        assertThat(invocation.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
                .isEqualTo("The scan is partial: it did not reach all of its targets.");
        assertThat(run().has("invocations")).isFalse();
    }

    @Test
    void tellsThatNothingWasScanned() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.SARIF.writer(bytes, ExportOptions.DEFAULT.ofScan(true))) {
            writer.begin();
            writer.nothingScanned();
            writer.end();
        }
        JsonNode invocation = validated(bytes.toString(StandardCharsets.UTF_8)).at("/invocations/0");

        assertThat(invocation.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.findValuesAsText("text"))
                .containsExactly(
                        "The scan is partial: it did not reach all of its targets.",
                        "No host was scanned, so it is unknown whether there are vulnerabilities.");
    }

    @Test
    void leavesOutWhatWasNotScanned() {
        assertThat(run(Map.of(finding().build(), FindingState.NOT_SCANNED)).path("results"))
                .isEmpty();
    }

    @Test
    void suppressesAcceptedRisks() {
        JsonNode results = everything(Map.of(
                        finding().risk(ACCEPTED).build(),
                        FindingState.NEW,
                        finding().port(80).build(),
                        FindingState.NEW))
                .path("results");

        assertThat(results.findValues("kind").stream().map(JsonNode::asText)).containsOnlyOnce("external");
    }

    @Test
    void leavesOutAcceptedSuppressedAndFixedFindings() throws IOException {
        Suppression suppression = new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "SEC-1234");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.SARIF.writer(bytes, ExportOptions.DEFAULT)) {
            writer.begin();
            writer.write(new RecordedFinding(finding().risk(ACCEPTED).build(), FindingState.NEW));
            writer.write(new RecordedFinding(finding().port(1).build(), FindingState.FIXED));
            writer.write(new RecordedFinding(finding().port(2).build(), FindingState.NOT_SCANNED));
            writer.write(new RecordedFinding(
                    finding().port(3).build(), FindingState.NEW, Optional.of(suppression), Optional.empty(), false));
            writer.write(new RecordedFinding(finding().port(4).build(), FindingState.NEW));
            writer.end();
            assertThat(writer.omissions())
                    .containsExactly("3 accepted, suppressed or fixed findings are left out;"
                            + " set sarifAll: true to include them.");
        }
        JsonNode run = validated(bytes.toString(StandardCharsets.UTF_8));

        assertThat(run.path("results").findValuesAsText("port")).containsExactly("4");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/level").asText())
                .isEqualTo("note");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .startsWith("3 accepted");
    }

    @Test
    void escapesWhatWouldBeAPlaceholderOrALink() {
        assertThat(run(Exports.hostile())
                        .at("/tool/driver/rules/0/shortDescription/text")
                        .asText())
                .contains("{{0}}", "\\[x](javascript:alert(1))")
                .doesNotContain(" [x]");
    }

    @Test
    void escapesOnlyLinks() {
        assertThat(SarifMessage.escaped("[a] [b](c) [[d](e) ](f [g")).isEqualTo("[a] \\[b](c) \\[\\[d](e) ](f [g");
        assertThat(SarifMessage.escaped("]")).isEqualTo("]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "[]", "[](", "](", "{", "[x"})
    void escapesInFewSteps(String part) {
        String text = part.repeat(80_000);
        AtomicLong steps = new AtomicLong();
        CharSequence counted = new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(int index) {
                steps.incrementAndGet();
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return text.subSequence(start, end);
            }
        };

        assertThat(SarifMessage.escaped(counted)).hasSizeGreaterThanOrEqualTo(text.length());

        assertThat(steps.get()).isLessThan(4L * text.length());
    }

    private static Risk scored(OptionalDouble cvss) {
        return new Risk(false, cvss, 3, OptionalDouble.empty(), OptionalDouble.empty(), false, "", false);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode everything(Map<Finding, FindingState> findings) {
        return validated(Exports.text(ExportFormat.SARIF, Exports.everything(), findings));
    }

    private static JsonNode run(Finding... findings) {
        return validated(Exports.text(ExportFormat.SARIF, findings));
    }

    private static JsonNode run(Map<Finding, FindingState> findings) {
        return validated(Exports.text(ExportFormat.SARIF, ExportOptions.DEFAULT, findings));
    }

    private static JsonNode validated(String text) {
        try {
            JsonNode document = new ObjectMapper().readTree(text);
            SarifSchema.validate(document);
            GitHubSarif.validate(document);
            return document.at("/runs/0");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
