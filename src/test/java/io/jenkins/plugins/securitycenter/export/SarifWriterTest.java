package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
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
        Finding accepted = finding().plugin("").risk(ACCEPTED).port(0).build();

        assertThat(run(finding().build(), Exports.web(), Exports.hostile(), accepted)
                        .path("results"))
                .hasSize(4);
    }

    @Test
    void writesOneRuleForEachPlugin() {
        JsonNode run = run(
                finding().build(),
                finding().plugin("20811").build(),
                finding().port(80).build());

        assertThat(run.path("tool").path("driver").path("rules").findValuesAsText("id"))
                .containsExactly("10107", "20811");
        assertThat(run.path("results").findValuesAsText("ruleIndex")).containsExactly("0", "1", "0");
    }

    @Test
    void describesThePlugin() {
        JsonNode rule = run(finding().build()).at("/tool/driver/rules/0");

        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("HTTP Server Type");
        assertThat(rule.at("/help/text").asText()).isEqualTo("Hide it.\n\nhttps://example.com/a");
        assertThat(rule.at("/helpUri").asText()).isEqualTo("https://www.tenable.com/plugins/nessus/10107");
        assertThat(rule.at("/properties/security-severity").asText()).isEqualTo("7.5");
        assertThat(rule.at("/properties/tags/0").asText()).isEqualTo("security");
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, error, 9.5", "HIGH, error, 8.0", "MEDIUM, warning, 5.5", "LOW, note, 2.0", "INFO, note, 0.0"
    })
    void mapsSeverities(Severity severity, String level, String score) {
        JsonNode run = run(finding().severity(severity).risk(ACCEPTED).build());

        assertThat(run.at("/results/0/level").asText()).isEqualTo(level);
        assertThat(run.at("/tool/driver/rules/0/properties/security-severity").asText())
                .isEqualTo(score);
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
        assertThat(run(Map.of(finding().build(), change))
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
        assertThat(run(finding().risk(ACCEPTED).build())
                        .at("/results/0/suppressions/0/kind")
                        .asText())
                .isEqualTo("external");
        assertThat(run(finding().build()).at("/results/0").has("suppressions")).isFalse();
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
        assertThat(SarifRules.escaped("[a] [b](c) [[d](e) ](f [g")).isEqualTo("[a] \\[b](c) \\[\\[d](e) ](f [g");
        assertThat(SarifRules.escaped("]")).isEqualTo("]");
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

        assertThat(SarifRules.escaped(counted)).hasSizeGreaterThanOrEqualTo(text.length());

        assertThat(steps.get()).isLessThan(4L * text.length());
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
            return document.at("/runs/0");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
