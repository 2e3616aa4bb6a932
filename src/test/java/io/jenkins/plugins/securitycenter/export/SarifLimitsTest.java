package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.ManyFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SARIF files keep to the limits of the services that read them. */
class SarifLimitsTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private List<String> omissions = List.of();

    @Test
    void writesTheWorstFirst() throws IOException {
        Finding critical =
                finding().severity(Severity.CRITICAL).port(1).risk(risk(0, 0)).build();
        Finding exploited =
                finding().port(2).plugin(exploited()).risk(risk(1, 0)).build();
        Finding cvss = finding().port(3).risk(risk(9.8, 1)).build();
        Finding vpr = finding().port(4).risk(risk(1, 9.7)).build();
        Finding unknown = finding()
                .port(5)
                .risk(new Risk(
                        false,
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        "",
                        false))
                .build();
        Finding low =
                finding().severity(Severity.LOW).port(6).risk(risk(10, 10)).build();
        List<Finding> findings = new ArrayList<>(List.of(critical, exploited, cvss, vpr, unknown, low));
        Collections.reverse(findings);

        assertThat(export(5_000, findings).findValuesAsText("port")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(omissions).isEmpty();
    }

    @Test
    void leavesOutTheLeastBadAndSaysSo() throws IOException {
        List<Finding> findings =
                IntStream.range(0, 3_000).mapToObj(ManyFindings::finding).toList();
        List<String> expected = findings.stream()
                .sorted(Comparator.comparing(WorstFindings::key))
                .limit(7)
                .map(finding -> finding.plugin().id())
                .toList();
        JsonNode run = export(7, findings);
        String sentence =
                "2,993 of 3,000 findings are left out: a SARIF file contains at most 7." + " The 7 worst are included.";

        assertThat(run.get("results").findValuesAsText("ruleId")).isEqualTo(expected);
        assertThat(omissions).containsExactly(sentence);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo(sentence);
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void selectsTheSameFindingsInAnyOrder() throws IOException {
        List<Finding> findings = new ArrayList<>(
                IntStream.range(0, 60).mapToObj(i -> finding().port(i).build()).toList());
        String first = export(10, findings).get("results").toString();
        bytes.reset();
        Collections.reverse(findings);

        assertThat(export(10, findings).get("results").toString()).isEqualTo(first);
    }

    @Test
    void staysBelow10MegabytesWhateverTheTextsAre() throws IOException {
        Random random = new Random(8834);
        List<Finding> findings = IntStream.range(0, 1_600)
                .mapToObj(i -> incompressible(i, random))
                .toList();
        JsonNode run = export(SarifSelection.DEFAULT_LIMIT, findings);

        assertThat(compressed()).isBetween(9_000_000, GitHubSarif.compressedBytes());
        assertThat(run.get("results").size()).isBetween(300, 1_599);
        assertThat(omissions)
                .singleElement()
                .asString()
                .startsWith(String.format(
                        "%,d of 1,600 findings", 1_600 - run.get("results").size()))
                .contains("services reject files of more than 10 MB when compressed");
    }

    @Test
    void cutsTextsThatAHostMayChoose() throws IOException {
        String text = "{[x](y)}\uD83D\uDE00".repeat(100_000);
        JsonNode run = export(
                1,
                List.of(finding()
                        .plugin(plugin("1", text))
                        .host(new Host("", "", "", "", "https://a/" + text, ""))
                        .protocol(text)
                        .repository("1", text)
                        .output(text)
                        .build()));

        assertThat(strings(run)).allSatisfy(string -> assertThat(string).hasSizeLessThanOrEqualTo(20_000));
        assertThat(run.at("/results/0/message/text").asText()).hasSizeBetween(1_000, 1_024);
        assertThat(run.at("/tool/driver/rules/0/fullDescription/text").asText())
                .hasSizeBetween(1_000, 1_024)
                .endsWith("\u2026");
        assertThat(bytes.size()).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25_001})
    void refusesOtherLimits(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SarifSelection(limit, false))
                .withMessage(
                        "exports.sarifLimit \"" + limit + "\" is not allowed; use a whole number from 1 to 25,000.");
    }

    private JsonNode export(int limit, List<Finding> findings) throws IOException {
        ExportOptions options = ExportOptions.DEFAULT.with(new SarifSelection(limit, false));
        try (FindingWriter writer = ExportFormat.SARIF.writer(bytes, options)) {
            writer.begin();
            for (Finding finding : findings) {
                writer.write(new RecordedFinding(finding, FindingState.NEW));
            }
            writer.end();
            omissions = writer.omissions();
        }
        JsonNode document = new ObjectMapper().readTree(bytes.toByteArray());
        SarifSchema.validate(document);
        GitHubSarif.validate(document);
        return document.at("/runs/0");
    }

    private int compressed() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            bytes.writeTo(gzip);
        }
        return compressed.size();
    }

    private static List<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> strings(child).stream())
                .toList();
    }

    /** A finding of a plugin of its own, with texts of random Chinese characters. */
    private static Finding incompressible(int number, Random random) {
        return finding()
                .plugin(plugin("1" + number, random(random)))
                .output(random(random))
                .build();
    }

    private static String random(Random random) {
        return random.ints(1_100, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Plugin plugin(String id, String text) {
        return new Plugin(
                id,
                text,
                text,
                text,
                text,
                text,
                List.of(text),
                List.of(text),
                Plugin.CheckType.LOCAL,
                List.of(),
                Optional.empty());
    }

    private static Plugin exploited() {
        return new Plugin(
                "7",
                "Name",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.LOCAL,
                List.of("CISA-KNOWN-EXPLOITED:2024/06/03"),
                Optional.empty());
    }

    private static Risk risk(double cvss, double vpr) {
        return new Risk(
                false, OptionalDouble.of(cvss), 3, OptionalDouble.of(vpr), OptionalDouble.empty(), false, "", false);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "False, false", "'', false", ", false"})
    void readsTheFlagOfARequest(@Nullable String text, boolean all) {
        assertThat(SarifSelection.parse("", text)).isEqualTo(new SarifSelection(SarifSelection.DEFAULT_LIMIT, all));
    }

    @Test
    void refusesAnotherWordForTheFlag() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SarifSelection.parse("7", "yes"))
                .withMessage("Unknown sarifAll \"yes\". Use true or false.");
    }
}
