package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What strict readers find in the exports is what was written, with U+FFFD for what the format forbids. */
class ExportLawTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    @Provide
    Arbitrary<Map<Finding, FindingState>> findings() {
        return Combinators.combine(
                        Arbitraries.oneOf(ArbitraryFindings.one(), ArbitraryFindings.hostile()),
                        Arbitraries.of(FindingState.class))
                .as(RecordedFinding::new)
                .list()
                .uniqueElements(entry -> FindingLocation.qualified(entry.finding())
                        + entry.finding().plugin().id())
                .ofMaxSize(5)
                .map(entries -> {
                    Map<Finding, FindingState> findings = new LinkedHashMap<>();
                    entries.forEach(entry -> findings.put(entry.finding(), entry.state()));
                    return findings;
                });
    }

    @Provide
    Arbitrary<ExportOptions> options() {
        return Combinators.combine(
                        Arbitraries.of(ExportOptions.Grouping.class),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(false, true))
                .as((grouping, failFrom, partial) -> new ExportOptions(
                        "weekly",
                        "1.0",
                        grouping,
                        failFrom,
                        partial,
                        new SarifSelection(SarifSelection.DEFAULT_LIMIT, true),
                        CsvColumn.DEFAULT,
                        false,
                        RecordedBuild.UNKNOWN));
    }

    @Law
    void csvHasTheValuesOfEveryFinding(@ForAll("findings") Map<Finding, FindingState> findings) {
        List<List<String>> lines = CsvFile.lines(Exports.text(ExportFormat.CSV, ExportOptions.DEFAULT, findings));
        List<List<String>> expected = new ArrayList<>();
        expected.add(Exports.HEADER);
        findings.forEach((finding, state) -> expected.add(CsvColumn.DEFAULT.stream()
                .map(column -> column.of(new RecordedFinding(finding, state), false))
                .map(ExportLawTest::printable)
                .map(value -> value.matches("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*") ? "'" + value : value)
                .toList()));

        assertThat(lines).isEqualTo(expected);
    }

    @Law
    void jsonLinesHaveTheValuesOfEveryFinding(@ForAll("findings") Map<Finding, FindingState> findings)
            throws IOException {
        String[] lines = Exports.text(ExportFormat.JSONL, ExportOptions.DEFAULT, findings)
                .split("(?<=\n)");
        int line = 0;
        for (Map.Entry<Finding, FindingState> entry : findings.entrySet()) {
            assertThat(lines[line]).endsWith("\n");
            assertSame(STRICT.readTree(lines[line++]), entry.getKey(), entry.getValue());
        }
        assertThat(line).isEqualTo(findings.isEmpty() ? 0 : lines.length);
    }

    @Law
    void sarifIsValidAndHasEveryFinding(
            @ForAll("findings") Map<Finding, FindingState> findings, @ForAll("options") ExportOptions options)
            throws IOException {
        JsonNode document = STRICT.readTree(Exports.text(ExportFormat.SARIF, options, findings));
        SarifSchema.validate(document);
        JsonNode results = document.at("/runs/0/results");
        JsonNode rules = document.at("/runs/0/tool/driver/rules");
        List<Finding> expected = scanned(findings).stream()
                .sorted(Comparator.comparing(WorstFindings::key))
                .toList();

        assertThat(results).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode result = results.get(i);
            Finding finding = expected.get(i);
            assertThat(result.at("/partialFingerprints/securityCenterFinding~1v1")
                            .textValue())
                    .isEqualTo(fingerprint(finding));
            assertThat(result.at("/properties/severity").textValue())
                    .isEqualTo(finding.severity().label());
            assertThat(result.at("/properties/output").textValue()).isEqualTo(finding.output());
            assertThat(rules.get(result.get("ruleIndex").intValue()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("ruleId").textValue())
                    .isEqualTo(finding.plugin().id());
        }
    }

    @Law
    void junitIsValidAndHasEveryFinding(
            @ForAll("findings") Map<Finding, FindingState> findings, @ForAll("options") ExportOptions options) {
        JUnitDocument document = new JUnitDocument(Exports.text(ExportFormat.JUNIT, options, findings));
        List<Finding> expected = scanned(findings);
        long failed = expected.stream()
                .filter(finding -> findings.get(finding) != FindingState.FIXED)
                .filter(finding -> !finding.risk().accepted())
                .filter(finding -> finding.severity().atLeast(options.failFrom()))
                .count();

        assertThat(document.number("count(//testcase)")).isEqualTo(expected.size());
        assertThat(document.number("/testsuites/@tests")).isEqualTo(expected.size());
        assertThat(document.number("sum(//testsuite/@tests)")).isEqualTo(expected.size());
        assertThat(document.number("count(//failure)")).isEqualTo((int) failed);
        assertThat(document.number("/testsuites/@failures")).isEqualTo((int) failed);
    }

    private static void assertSame(JsonNode line, Finding finding, FindingState state) {
        LineSchema.FINDINGS.validate(line);
        Plugin plugin = finding.plugin();
        Host host = finding.host();
        assertThat(line.get("fingerprint").textValue()).isEqualTo(fingerprint(finding));
        assertThat(line.get("change").textValue()).isEqualTo(state.word());
        assertThat(line.get("severity").textValue())
                .isEqualTo(finding.severity().label());
        assertThat(texts(line.get("plugin"), "id", "name", "family", "synopsis", "description", "solution"))
                .containsExactly(
                        plugin.id(),
                        plugin.name(),
                        plugin.family(),
                        plugin.synopsis(),
                        plugin.description(),
                        plugin.solution());
        assertThat(texts(line.at("/plugin/cves"))).isEqualTo(plugin.cves());
        assertThat(texts(line.at("/plugin/seeAlso"))).isEqualTo(plugin.seeAlso());
        assertThat(texts(line.get("host"), "ip", "uuid", "dnsName", "netbiosName", "url", "uniqueness"))
                .containsExactly(
                        host.ip(), host.uuid(), host.dnsName(), host.netbiosName(), host.url(), host.uniqueness());
        assertThat(line.get("port").intValue()).isEqualTo(finding.port());
        assertThat(texts(line, "protocol", "output")).containsExactly(finding.protocol(), finding.output());
        assertThat(line.get("cvss").asDouble(-1))
                .isEqualTo(finding.risk().cvss().orElse(-1));
        assertThat(line.get("vpr").asDouble(-1)).isEqualTo(finding.risk().vpr().orElse(-1));
        assertThat(line.get("accepted").booleanValue()).isEqualTo(finding.risk().accepted());
        assertThat(line.get("exploitAvailable").booleanValue())
                .isEqualTo(finding.risk().exploitAvailable());
    }

    private static List<String> texts(JsonNode object, String... names) {
        return Stream.of(names).map(name -> object.get(name).textValue()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<Finding> scanned(Map<Finding, FindingState> findings) {
        return findings.keySet().stream()
                .filter(finding -> findings.get(finding).exported())
                .toList();
    }

    private static String fingerprint(Finding finding) {
        return Fingerprint.text(Fingerprint.of(finding));
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\uFFFE\uFFFF&&[^\\t\\r\\n]]", "\uFFFD");
    }
}
