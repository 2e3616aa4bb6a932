package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TableJsonTest {

    private static final Finding FINDING = finding().build();

    @Test
    void saysWhichPageItIs() throws IOException {
        JsonNode json = json(new TableJson("findings", 3, 50, new TablePage<>(900, 101, List.of(row(FINDING)))));

        assertThat(json.path("view").asText()).isEqualTo("findings");
        assertThat(json.path("page").asInt()).isEqualTo(3);
        assertThat(json.path("size").asInt()).isEqualTo(50);
        assertThat(json.path("total").asInt()).isEqualTo(900);
        assertThat(json.path("matching").asInt()).isEqualTo(101);
        assertThat(json.path("rows")).hasSize(1);
    }

    @Test
    void namesTheFieldsOfAFindingAsTheJsonLinesDo() throws IOException {
        JsonNode line = new ObjectMapper().readTree(Exports.text(ExportFormat.JSONL, FINDING));
        JsonNode row = json(rows(row(FINDING))).path("rows").path(0);

        assertThat(row.path("row").asInt()).isEqualTo(7);
        assertThat(row.path("change").asText()).isEqualTo("new");
        for (String name : List.of("severity", "port", "repository", "cvss", "vpr", "accepted", "firstSeen")) {
            assertThat(row.path(name)).as(name).isEqualTo(line.path(name));
        }
        assertThat(row.path("plugin").path("cves"))
                .isEqualTo(line.path("plugin").path("cves"));
        assertThat(names(line.path("host"))).containsAll(names(row.path("host")));
    }

    @Test
    void describesFixesAndCves() throws IOException {
        Totals totals = new Totals(1, 2, 3, 4, 5);
        FixRow fix = new FixRow(
                FixParser.parse(FINDING.plugin()),
                "Hide it. \u202E</script>",
                totals,
                6,
                Severity.CRITICAL,
                Optional.of(true),
                OptionalDouble.of(97),
                OptionalDouble.empty(),
                Optional.of(LocalDate.of(2026, 12, 31)),
                12.5);
        JsonNode row = json(rows(fix)).path("rows").path(0);

        assertThat(row.path("fix").asText()).hasSize(32);
        assertThat(row.path("product").asText()).isEqualTo("HTTP Server Type");
        assertThat(row.path("solution").asText()).isEqualTo("Hide it. \u202E</script>");
        assertThat(row.path("hosts").asInt()).isEqualTo(6);
        assertThat(row.path("severity").asText()).isEqualTo("Critical");
        assertThat(row.path("knownExploited").asBoolean()).isTrue();
        assertThat(row.path("epss").asInt()).isEqualTo(97);
        assertThat(row.path("vpr").isNull()).isTrue();
        assertThat(row.path("dueDate").asText()).isEqualTo("2026-12-31");
        assertThat(row.path("share").asDouble()).isEqualTo(12.5);
        assertThat(row.path("totals").path("total").asInt()).isEqualTo(15);

        CveRow cve = new CveRow(
                "CVE-2024-1111",
                totals,
                6,
                Severity.HIGH,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        row = json(rows(cve)).path("rows").path(0);
        assertThat(row.path("cve").asText()).isEqualTo("CVE-2024-1111");
        assertThat(row.path("cisaDueDate").isNull()).isTrue();
        assertThat(row.path("knownExploited").isNull()).isTrue();
        assertThat(row.path("shared").asBoolean()).isTrue();
        assertThat(row.path("totals").path("total").asInt()).isEqualTo(15);
    }

    @Test
    void countsTheFindingsOfHostsAndPlugins() throws IOException {
        Totals totals = new Totals(1, 2, 3, 4, 5);
        JsonNode host =
                json(rows(new HostRow(FINDING.host(), totals))).path("rows").path(0);
        JsonNode plugin = json(rows(new PluginRow(FINDING.plugin(), 6, totals)))
                .path("rows")
                .path(0);

        assertThat(host.path("host").path("ip").asText()).isEqualTo("192.0.2.1");
        assertThat(host.path("totals").toString())
                .isEqualTo("{\"critical\":1,\"high\":2,\"medium\":3,\"low\":4,\"info\":5,\"total\":15}");
        assertThat(plugin.path("plugin").path("id").asText()).isEqualTo("10107");
        assertThat(plugin.path("hosts").asInt()).isEqualTo(6);
    }

    @Test
    void staysJsonWhateverAHostSays() throws IOException {
        JsonNode json = json(rows(row(Exports.hostile())));

        assertThat(json.path("rows").path(0).path("plugin").path("name").asText())
                .isEqualTo(HostileTexts.MIXED.replace('\uD800', '\uFFFD'));
    }

    private static FindingRow row(Finding finding) {
        return new FindingRow(7, FindingState.NEW, false, false, finding);
    }

    private static TableJson rows(Object row) {
        return new TableJson("any", 1, 50, new TablePage<>(1, 1, List.of(row)));
    }

    private static JsonNode json(TableJson rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rows.write(bytes);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
