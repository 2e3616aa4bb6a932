package io.jenkins.plugins.securitycenter.result.view;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableViewTest {

    private static final Instant FIRST_SEEN = finding().build().firstSeen().orElseThrow();
    private static final Totals TOTALS = new Totals(1, 0, 2, 0, 3);

    @Test
    void saysWhichEntriesItShows() {
        TableView page = new TableView(
                TableRequest.FIRST.at(3),
                new TablePage<>(100_000, 1234, List.of(row(finding().build()))));

        assertThat(page.first()).isEqualTo("101");
        assertThat(page.last()).isEqualTo("101");
        assertThat(page.matching()).isEqualTo("1,234");
        assertThat(page.total()).isEqualTo("100,000");
        assertThat(page.filtered()).isTrue();
        assertThat(new TableView(TableRequest.FIRST, new TablePage<>(535, 535, List.of())).filtered())
                .isFalse();
    }

    @Test
    void knowsThatAFilterLeavesOutFindings() {
        TablePage<?> nothing = new TablePage<>(0, 0, List.of());

        assertThat(new TableView(Queries.parse("view=hosts"), nothing).restricted())
                .isFalse();
        assertThat(new TableView(Queries.parse("change=new"), nothing).restricted())
                .isTrue();
        assertThat(new TableView(Queries.parse("suppressed=true"), nothing).restricted())
                .isTrue();
    }

    @Test
    void saysWhatSarifLacks(@TempDir Path directory) throws IOException {
        assertThat(view(directory, 5_001, "").sarifLimited()).isTrue();
        assertThat(view(directory, 5_001, "").sarifIncluded()).isEqualTo("5,000");
        assertThat(view(directory, 6_234, "").sarifLeftOut()).isEqualTo("1,234");
        assertThat(view(directory, 5_001, "severity=Low").sarifLimited()).isFalse();
        assertThat(view(directory, 5_000, "").sarifLimited()).isFalse();
    }

    @Test
    void namesTheFixOfTheFilter(@TempDir Path directory) throws IOException {
        view(directory, 1, "");
        FindingTable table =
                StoredFindings.open(StoredFindings.file(directory, "many")).table();
        FixRow fix = table.fixes(Queries.parse("view=fixes").query()).entries().get(0);

        assertThat(TableView.of(table, Queries.parse("fix=" + fix.fix().id()))
                        .form()
                        .words())
                .containsExactly(new FilterWord("Fix: " + fix.title(), "?"));
        assertThat(TableView.of(table, Queries.parse("fix=0a1b")).form().words())
                .containsExactly(new FilterWord("Fix: 0a1b", "?"));
    }

    private static TableView view(Path directory, int findings, String query) throws IOException {
        Path file = StoredFindings.file(directory, "many");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (int i = 0; i < findings; i++) {
                writer.write(new RecordedFinding(finding().port(i).build(), FindingState.NEW));
            }
            writer.end();
        }
        return TableView.of(StoredFindings.open(file).table(), Queries.parse(query));
    }

    @Test
    void showsAFinding() {
        FindingLine line = line(finding().build());

        assertThat(line.link()).isEqualTo("finding/7/?sort=-vpr");
        assertThat(line.name()).isEqualTo("HTTP Server Type");
        assertThat(line.host()).isEqualTo("web.example.com (192.0.2.1)");
        assertThat(line.port()).isEqualTo("443/TCP");
        assertThat(line.cvss()).isEqualTo("7.5");
        assertThat(line.vpr()).isEqualTo("6.1");
        assertThat(line.firstSeen()).isEqualTo("2018-12-17");
        assertThat(line.age(FIRST_SEEN)).isEqualTo("0 days");
        assertThat(line.age(FIRST_SEEN.plus(47, ChronoUnit.HOURS))).isEqualTo("1 day");
        assertThat(line.age(FIRST_SEEN.plus(1234, ChronoUnit.DAYS))).isEqualTo("1,234 days");
        assertThat(line.age(FIRST_SEEN.minusSeconds(9))).isEqualTo("0 days");
        assertThat(line.change()).isEqualTo(FindingState.NEW);
    }

    @Test
    void showsNothingForWhatIsNotKnown() {
        Risk unknown = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);
        FindingLine line = line(finding().port(0).risk(unknown).build());

        assertThat(line.port()).isEmpty();
        assertThat(line.cvss()).isEmpty();
        assertThat(line.exploitable()).isTrue();
        assertThat(line.accepted()).isTrue();
        assertThat(line.recast()).isTrue();
    }

    @Test
    void leadsFromAHostToItsFindings() {
        GroupLine line = group(
                "view=hosts&severity=high&sort=host",
                new HostRow(finding().build().host(), new Totals(1, 0, 2, 0, 3456)));

        assertThat(line.name()).isEqualTo("web.example.com (192.0.2.1)");
        assertThat(line.link()).isEqualTo("?severity=High&host=192.0.2.1");
        assertThat(line.counts()).extracting(GroupLine.Count::number).containsExactly(1L, 0L, 2L, 0L, 3456L);
        assertThat(line.counts().get(4).text()).isEqualTo("3,456");
        assertThat(line.total()).isEqualTo("3,459");
        assertThat(line.bar().text()).isEqualTo("1 Critical, 2 Medium, 3,456 Info");
    }

    @Test
    void leadsFromAPluginToItsFindingsAndHosts() {
        GroupLine line =
                group("view=plugins&change=new", new PluginRow(finding().build().plugin(), 5, TOTALS));

        assertThat(line.hosts()).isEqualTo(5);
        assertThat(line.link()).isEqualTo("?change=new&plugin=10107");
        assertThat(line.hostsLink()).isEqualTo("?view=hosts&change=new&plugin=10107");
    }

    @Test
    void leadsFromACveToItsFindingsAndHosts() {
        CveRow row = new CveRow(
                "CVE-2021-44228",
                new Totals(0, 12_345, 0, 0, 0),
                1_234,
                Severity.HIGH,
                OptionalDouble.empty(),
                Optional.of(false),
                Optional.empty(),
                false);
        CveLine line = new CveLine(row, Queries.parse("view=cves"));

        assertThat(line.findings()).isEqualTo("12,345");
        assertThat(line.hosts()).isEqualTo("1,234");
        assertThat(line.link()).isEqualTo("?cve=CVE-2021-44228");
        assertThat(line.hostsLink()).isEqualTo("?view=hosts&cve=CVE-2021-44228");
    }

    @Test
    void doesNotLeadToEverythingFromAHostWithoutAName() {
        GroupLine line = group("view=hosts", new HostRow(new Host("", "", "", "", "", ""), TOTALS));

        assertThat(line.link()).isEmpty();
    }

    private static FindingLine line(Finding finding) {
        TableView page = new TableView(Queries.parse("sort=-vpr"), new TablePage<>(1, 1, List.of(row(finding))));
        return (FindingLine) page.lines().get(0);
    }

    private static GroupLine group(String query, Object row) {
        TableView page = new TableView(Queries.parse(query), new TablePage<>(1, 1, List.of(row)));
        return (GroupLine) page.lines().get(0);
    }

    private static FindingRow row(Finding finding) {
        return new FindingRow(7, FindingState.NEW, false, false, finding);
    }
}
