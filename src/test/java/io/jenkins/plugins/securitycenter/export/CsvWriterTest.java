package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"]|\"\")*+)\"(,|\r\n)");

    @Test
    void writesALineForEachFinding() {
        List<List<String>> lines = lines(finding().build(), Exports.web());

        assertThat(lines.get(0)).isEqualTo(Exports.HEADER);
        assertThat(lines.get(1))
                .startsWith("unknown", "High", "10107", "HTTP Server Type", "Web Servers", "192.0.2.1")
                .containsSequence("443", "TCP", "Outside", "false", "7.5", "6.1")
                .contains("2018-12-17T19:16:22Z");
        assertThat(lines.get(2)).containsSequence("https://shop.example.com/cart/a b?id=1#top", "0", "");
        assertThat(lines).hasSize(3);
    }

    @Test
    void leavesUnknownScoresEmpty() {
        Risk unknown = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);

        assertThat(lines(finding().risk(unknown).build()).get(1))
                .containsSequence("true", "", "", "true", "true")
                .hasSameSizeAs(Exports.HEADER);
    }

    @Test
    void tellsThatTheScanIsPartial() {
        ExportOptions partial = ExportOptions.DEFAULT.ofScan(true);

        assertThat(Exports.text(ExportFormat.CSV, partial, finding().build())).endsWith(",\"true\"\r\n");
        assertThat(Exports.text(ExportFormat.CSV, finding().build())).endsWith(",\"false\"\r\n");
        assertThat(Exports.text(ExportFormat.JSONL, partial, finding().build())).contains("\"partialScan\":true}");
        assertThat(Exports.text(ExportFormat.JSONL, finding().build())).contains("\"partialScan\":false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void keepsSpreadsheetsFromRunningFormulas(String output) {
        assertThat(lines(finding().output(output).build()).get(1)).contains("'" + output);
    }

    @Test
    void quotesWhatAHostMayChoose() {
        List<List<String>> lines = lines(Exports.hostile());

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .hasSameSizeAs(Exports.HEADER)
                .contains("'" + HostileTexts.MIXED.replaceAll("[\u0000\b\uFFFE]|\uD800(?!\uDE00)", "\uFFFD"));
    }

    /** The values of each line, read by RFC 4180 for files in which all values are quoted. */
    private static List<List<String>> lines(Finding... findings) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher matcher = VALUE.matcher(Exports.text(ExportFormat.CSV, findings));
        while (matcher.lookingAt()) {
            lines.get(lines.size() - 1).add(matcher.group(1).replace("\"\"", "\""));
            if (!matcher.group(2).equals(",")) {
                lines.add(new ArrayList<>());
            }
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        assertThat(matcher.hitEnd()).isTrue();
        assertThat(lines.remove(lines.size() - 1)).isEmpty();
        return lines;
    }
}
