package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTableTest {

    private static final Plugin TELNET = new Plugin(
            "9",
            "Telnet",
            "Service Detection",
            "",
            "",
            "",
            List.of("CVE-1999-0619"),
            List.of(),
            Plugin.CheckType.REMOTE,
            List.of(),
            Optional.empty());

    @TempDir
    Path directory;

    private FindingTable table;

    @Test
    void showsSuppressedFindingsOnlyWhenAsked() throws IOException {
        Path file = StoredFindings.file(directory, "suppressed");
        Suppression rule = new Suppression("plugin 9", LocalDate.of(2027, 3, 31), "Known");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(on("10.0.0.1").build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    on("10.0.0.2").build(), FindingState.NEW, Optional.of(rule), Optional.empty(), false));
            writer.write(new RecordedFinding(
                    on("10.0.0.3").severity(Severity.LOW).build(),
                    FindingState.NEW,
                    Optional.of(rule),
                    Optional.empty(),
                    false));
            writer.end();
        }
        FindingTable stored = StoredFindings.open(file).table();
        TableFilter only = new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "", true, RiskFilter.ALL, "", "");

        assertThat(stored.findings(TableQuery.FIRST).entries())
                .extracting(FindingRow::row)
                .containsExactly(0);
        assertThat(stored.findings(TableQuery.FIRST).total()).isEqualTo(1);
        assertThat(stored.findings(TableQuery.FIRST.with(only)).entries())
                .extracting(FindingRow::row)
                .containsExactly(1, 2);
        assertThat(stored.findings(TableQuery.FIRST.with(only.withSeverities(Set.of(Severity.LOW)))))
                .returns(1, TablePage::matching)
                .returns(2, TablePage::total);
        assertThat(stored.hosts(TableQuery.FIRST).matching()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:DB8:0::1", "2001:db8:0:0:0:0:0:1", "[2001:db8::1]"})
    void findsAnAddressInAnySpelling(String address) throws IOException {
        Path file = StoredFindings.file(directory, "addresses");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(on("2001:db8::1").build(), FindingState.NEW));
            writer.write(new RecordedFinding(on("2001:db8::2").build(), FindingState.NEW));
            writer.end();
        }

        assertThat(StoredFindings.open(file)
                        .table()
                        .findings(TableQuery.FIRST.with(TableFilter.CURRENT.withHost(address)))
                        .entries())
                .extracting(FindingRow::row)
                .containsExactly(0);
    }

    @Test
    void countsOpenFindings() throws IOException {
        Path file = StoredFindings.file(directory, "open");
        Suppression rule = new Suppression("plugin 9", LocalDate.of(2027, 3, 31), "Known");
        Risk accepted = new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", false);
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(on("10.0.0.1").build(), FindingState.NEW));
            writer.write(new RecordedFinding(on("10.0.0.2").build(), FindingState.OUTSTANDING));
            writer.write(new RecordedFinding(on("10.0.0.3").risk(accepted).build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    on("10.0.0.4").build(), FindingState.NEW, Optional.of(rule), Optional.empty(), false));
            writer.write(new RecordedFinding(on("10.0.0.5").build(), FindingState.FIXED));
            writer.write(new RecordedFinding(on("10.0.0.6").build(), FindingState.NOT_CHECKED));
            writer.end();
        }
        FindingTable stored = StoredFindings.open(file).table();

        assertThat(stored.open(TableFilter.CURRENT)).isEqualTo(2);
        assertThat(stored.open(TableFilter.CURRENT.withHost("10.0.0.2"))).isEqualTo(1);
        assertThat(stored.open(TableFilter.CURRENT.withChanges(Set.of(FindingState.values()))))
                .isEqualTo(2);
    }

    @Test
    void filtersByRisk() throws IOException {
        Path file = StoredFindings.file(directory, "risk");
        Plugin exploited = new Plugin(
                "1",
                "Exploited",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of("CISA-KNOWN-EXPLOITED:2024/06/03"),
                Optional.of(Instant.ofEpochSecond(1_700_000_000)));
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(on("10.0.0.1").build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    on("10.0.0.2").plugin(exploited).risk(epss(10)).build(),
                    FindingState.NEW,
                    Optional.empty(),
                    Optional.of(LocalDate.of(2024, 6, 3)),
                    true));
            writer.write(new RecordedFinding(on("10.0.0.3").risk(epss(9)).build(), FindingState.NEW));
            writer.end();
        }
        FindingTable stored = StoredFindings.open(file).table();

        for (RiskFilter filter : List.of(
                new RiskFilter(true, 0, false, false),
                new RiskFilter(false, 10, false, false),
                new RiskFilter(false, 0, true, false),
                new RiskFilter(false, 0, false, true))) {
            TableFilter only = new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "", false, filter, "", "");
            assertThat(stored.findings(TableQuery.FIRST.with(only)).entries())
                    .extracting(FindingRow::row)
                    .containsExactly(1);
        }
    }

    private static Risk epss(double score) {
        return new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.of(score), false, "", false);
    }

    @BeforeEach
    void store() throws IOException {
        Path file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(
                    new RecordedFinding(on("10.0.0.10").severity(Severity.LOW).build(), FindingState.OUTSTANDING));
            writer.write(new RecordedFinding(
                    on("10.0.0.9").severity(Severity.CRITICAL).build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    on("10.0.0.9").port(80).severity(Severity.LOW).build(), FindingState.OUTSTANDING));
            writer.write(new RecordedFinding(
                    on("10.0.0.9")
                            .plugin(TELNET)
                            .port(23)
                            .severity(Severity.HIGH)
                            .risk(unknown())
                            .build(),
                    FindingState.NEW));
            writer.write(new RecordedFinding(
                    on("10.0.0.100")
                            .plugin(TELNET)
                            .port(23)
                            .severity(Severity.HIGH)
                            .build(),
                    FindingState.FIXED));
            writer.end();
        }
        table = StoredFindings.open(file).table();
    }

    @Test
    void showsCurrentFindingsTheWorstFirst() {
        TablePage<FindingRow> page = table.findings(TableQuery.FIRST);

        assertThat(page.entries()).extracting(FindingRow::row).containsExactly(1, 3, 0, 2);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.matching()).isEqualTo(4);
    }

    @Test
    void showsWhatWasStored() {
        FindingRow row = table.findings(TableQuery.FIRST).entries().get(0);
        Finding stored = on("10.0.0.9").severity(Severity.CRITICAL).build();

        assertThat(row.state()).isEqualTo(FindingState.NEW);
        assertThat(row.finding().key()).isEqualTo(stored.key());
        assertThat(row.finding().risk()).isEqualTo(stored.risk());
        assertThat(row.finding().repository()).isEqualTo(stored.repository());
        assertThat(row.finding().firstSeen()).isEqualTo(stored.firstSeen());
        assertThat(row.finding().plugin().cves()).isEqualTo(stored.plugin().cves());
    }

    @ParameterizedTest
    @CsvSource({
        "HOST, false, 1 2 3 0",
        "HOST, true, 0 1 2 3",
        "PLUGIN, false, 3 0 1 2",
        "NAME, false, 0 1 2 3",
        "FAMILY, false, 3 0 1 2",
        "PORT, false, 3 2 0 1",
        "CVSS, false, 3 0 1 2",
        "VPR, true, 0 1 2 3",
        "CHANGE, false, 1 3 0 2",
        "FIRST_SEEN, false, 0 1 2 3",
        "SEVERITY, false, 0 2 3 1"
    })
    void sortsByEveryColumn(SortColumn column, boolean descending, String rows) {
        assertThat(rows(TableQueries.sorted(TableQuery.FIRST, column, descending)))
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TOTAL", "HOSTS", "RISK", "CVE", "EPSS", "DUE_DATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void stepsFromFindingToFindingInEveryOrder(SortColumn column) {
        for (boolean descending : List.of(true, false)) {
            TableQuery query = TableQueries.sorted(TableQuery.FIRST, column, descending);
            List<Integer> rows = table.findings(query).entries().stream()
                    .map(FindingRow::row)
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                assertThat(table.around(rows.get(i), query))
                        .hasValue(new AdjacentFindings(i, rows.size(), at(rows, i - 1), at(rows, i + 1)));
            }
        }
    }

    @Test
    void hasNoNeighboursOfWhatTheFilterLeavesOut() {
        assertThat(table.around(4, TableQuery.FIRST)).isEmpty();
        assertThat(table.around(5, TableQuery.FIRST)).isEmpty();
        assertThat(table.around(4, TableQuery.FIRST.with(TableFilter.CURRENT.withChanges(Set.of(FindingState.FIXED)))))
                .hasValue(new AdjacentFindings(0, 1, OptionalInt.empty(), OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 1 3", "2, 2, 0 2", "3, 2, 2", "4, 2, ''", "2147483647, 1000, ''"})
    void cutsPages(int start, int length, String rows) {
        assertThat(rows(TableQuery.FIRST.page(start, length))).isEqualTo(rows);
        assertThat(table.findings(TableQuery.FIRST.page(start, length)).matching())
                .isEqualTo(4);
    }

    @Test
    void filters() {
        TableFilter all = TableFilter.CURRENT;

        assertThat(rows(all.withSeverities(Set.of(Severity.LOW, Severity.HIGH))))
                .isEqualTo("3 0 2");
        assertThat(rows(all.withChanges(Set.of(FindingState.NEW)))).isEqualTo("1 3");
        assertThat(rows(all.withChanges(Set.of(FindingState.FIXED)))).isEqualTo("4");
        assertThat(rows(all.withPlugin("9"))).isEqualTo("3");
        assertThat(rows(all.withHost("10.0.0.10"))).isEqualTo("0");
        assertThat(rows(all.withHost("HOST9.example.com"))).isEqualTo("1 3 2");
        assertThat(rows(TableQueries.onPort(all, 80))).isEqualTo("2");
        assertThat(rows(TableQueries.ofFamily(all, "web servers"))).isEqualTo("1 0 2");
        assertThat(rows(TableQueries.ofFamily(all, "Web"))).isEmpty();
    }

    @Test
    void combinesFilters() {
        TableFilter filter =
                TableQueries.onPort(TableFilter.CURRENT.withHost("10.0.0.9").withSeverities(Set.of(Severity.LOW)), 80);
        TablePage<FindingRow> page = table.findings(TableQuery.FIRST.with(filter));

        assertThat(page.entries()).extracting(FindingRow::row).containsExactly(2);
        assertThat(page.matching()).isEqualTo(1);
        assertThat(page.total()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "telnet, 3",
        "TELNET 10.0.0.9, 3",
        "telnet 10.0.0.10, ''",
        "10.0.0, 1 3 0 2",
        "host9, 1 3 2",
        "cve-1999-0619, 3",
        "10107 web, 1 0 2",
        "'   ', 1 3 0 2",
        "<script>, ''"
    })
    void searchesPluginsAndHosts(String search, String rows) {
        assertThat(rows(TableQueries.searching(TableFilter.CURRENT, search))).isEqualTo(rows);
    }

    @Test
    void sumsByHost() {
        TablePage<HostRow> page = table.hosts(TableQuery.FIRST);

        assertThat(page.entries()).extracting(row -> row.host().ip()).containsExactly("10.0.0.9", "10.0.0.10");
        assertThat(page.entries())
                .extracting(HostRow::totals)
                .containsExactly(new Totals(1, 1, 0, 1, 0), new Totals(0, 0, 0, 1, 0));
        assertThat(page.total()).isEqualTo(2);
        assertThat(table.hosts(TableQueries.sorted(TableQuery.FIRST, SortColumn.TOTAL, false))
                        .entries())
                .extracting(row -> row.host().ip())
                .containsExactly("10.0.0.10", "10.0.0.9");
    }

    @Test
    void sumsByPlugin() {
        TablePage<PluginRow> page = table.plugins(TableQueries.sorted(TableQuery.FIRST, SortColumn.HOSTS, true));

        assertThat(page.entries()).extracting(row -> row.plugin().id()).containsExactly("10107", "9");
        assertThat(page.entries()).extracting(PluginRow::hosts).containsExactly(2, 1);
        assertThat(page.entries().get(0).totals()).isEqualTo(new Totals(1, 0, 0, 2, 0));
    }

    @Test
    void filtersGroups() {
        TableFilter low = TableFilter.CURRENT.withSeverities(Set.of(Severity.LOW));
        TablePage<PluginRow> page = table.plugins(TableQuery.FIRST.with(low));

        assertThat(page.entries()).extracting(row -> row.plugin().id()).containsExactly("10107");
        assertThat(page.matching()).isEqualTo(1);
        assertThat(page.total()).isEqualTo(2);
        assertThat(table.hosts(TableQuery.FIRST.with(low).page(1, 5)).entries()).hasSize(1);
    }

    @Test
    void refusesColumnsThatAViewDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.hosts(TableQueries.sorted(TableQuery.FIRST, SortColumn.VPR, true)))
                .withMessage("This view cannot be sorted by \"vpr\". Use severity, host or total.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SortColumn.parse("colour"))
                .withMessageStartingWith("Unknown sort column \"colour\". Use severity, change,");
        assertThat(SortColumn.parse("firstseen")).isEqualTo(SortColumn.FIRST_SEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, 'start must be 0 or greater, but was -1.'",
        "0, 0, 'length must be from 1 to 1000, but was 0.'",
        "0, 1001, 'length must be from 1 to 1000, but was 1001.'"
    })
    void refusesPagesOutOfRange(int start, int length, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableQuery.FIRST.page(start, length))
                .withMessage(sentence);
    }

    private String rows(TableFilter filter) {
        return rows(TableQuery.FIRST.with(filter));
    }

    private String rows(TableQuery query) {
        return String.join(
                " ",
                table.findings(query).entries().stream()
                        .map(row -> Integer.toString(row.row()))
                        .toList());
    }

    private static SampleFinding on(String ip) {
        String name = "host" + ip.substring(ip.lastIndexOf('.') + 1) + ".example.com";
        return finding().host(new Host(ip, "", name, "", "", ""));
    }

    private static Risk unknown() {
        return new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), false, "", false);
    }

    private static OptionalInt at(List<Integer> rows, int index) {
        return index < 0 || index >= rows.size() ? OptionalInt.empty() : OptionalInt.of(rows.get(index));
    }
}
