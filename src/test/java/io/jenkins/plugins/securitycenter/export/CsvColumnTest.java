package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvColumnTest {

    /** The columns that are not named by a field of a line, but by that of the object around it as well. */
    private static final Map<CsvColumn, String> OTHERS = Map.of(
            CsvColumn.PLUGIN_ID, "/plugin/id",
            CsvColumn.PLUGIN_NAME, "/plugin/name",
            CsvColumn.REPOSITORY, "/repository/name",
            CsvColumn.REPOSITORY_ID, "/repository/id");

    @ParameterizedTest
    @EnumSource
    void hasTheValueOfTheFieldInJsonLines(CsvColumn column) throws IOException {
        String name = EnumWords.of(column);
        JsonNode line = line();
        JsonNode value = OTHERS.containsKey(column) ? line.at(OTHERS.get(column)) : field(line, name);
        String expected = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : value.asText();

        assertThat(expected).isNotEmpty();
        assertThat(column.of(full(), true)).isEqualTo(expected);
    }

    @Test
    void writesTheChosenColumns() {
        ExportOptions options = ExportOptions.DEFAULT.with(CsvColumn.parse("severity, pluginId\nREPOSITORYID"));

        assertThat(Exports.text(ExportFormat.CSV, options, finding().build()))
                .isEqualTo("\"severity\",\"pluginId\",\"repositoryId\"\r\n\"High\",\"10107\",\"4\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "','", "'\n'"})
    void hasDefaults(String names) {
        assertThat(CsvColumn.parse(names)).isEqualTo(CsvColumn.DEFAULT);
        assertThat(CsvColumn.DEFAULT.stream().map(EnumWords::of)).isEqualTo(Exports.HEADER);
    }

    @Test
    void refusesUnknownColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.parse("severity, plugin"))
                .withMessageStartingWith("Unknown exports.csvColumns \"plugin\". Use change, severity, pluginId, ")
                .withMessageEndingWith(", repositoryId or uniqueness.");
    }

    @Test
    void refusesAColumnTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumn.parse("severity,ip,Severity"))
                .withMessage("exports.csvColumns contains \"severity\" twice; name it once.");
    }

    private static JsonNode field(JsonNode line, String name) {
        return List.of(line, line.get("plugin"), line.get("host")).stream()
                .filter(object -> object.has(name))
                .findFirst()
                .orElseThrow()
                .get(name);
    }

    private static JsonNode line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.JSONL.writer(bytes, ExportOptions.DEFAULT.ofScan(true))) {
            writer.begin();
            writer.write(full());
            writer.end();
        }
        JsonNode line = new ObjectMapper().readTree(bytes.toString(StandardCharsets.UTF_8));
        LineSchema.FINDINGS.validate(line);
        return line;
    }

    /** A finding of which everything is known. */
    private static RecordedFinding full() {
        Plugin plugin = new Plugin(
                "10107",
                "Name",
                "Family",
                "synopsis",
                "description",
                "solution",
                List.of("CVE-2020-0001", "CVE-2020-0002"),
                List.of("https://example.com/a", "https://example.com/b"),
                Plugin.CheckType.LOCAL,
                List.of("CWE:200", "CISA-KNOWN-EXPLOITED:2024/06/03"),
                Optional.of(Instant.parse("2024-05-01T00:00:00Z")));
        Risk risk = new Risk(
                true, OptionalDouble.of(9.3), 4, OptionalDouble.of(6.1), OptionalDouble.of(0.97), true, "SEC-7", true);
        Finding finding = finding()
                .plugin(plugin)
                .risk(risk)
                .host(new Host("192.0.2.1", "uuid", "a.example.com", "A", "https://a.example.com/", "repositoryID,ip"))
                .build();
        return new RecordedFinding(
                new Finding(
                        plugin,
                        finding.severity(),
                        finding.host(),
                        443,
                        "TCP",
                        finding.repository(),
                        risk,
                        finding.firstSeen(),
                        finding.lastSeen(),
                        "output"),
                FindingState.NEW,
                Optional.of(new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "SEC-1234")),
                Optional.of(LocalDate.of(2027, 1, 31)),
                true);
    }
}
