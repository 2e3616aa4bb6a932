package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixRowsTest {

    private static final TableQuery BY_RISK = TableQueries.sorted(TableQuery.FIRST, SortColumn.RISK, true);
    private static final TableQuery CVES = TableQueries.sorted(TableQuery.FIRST, SortColumn.CVE, false);
    private static final String KNOWN_EXPLOITED = "CISA-KNOWN-EXPLOITED:2024/06/03";

    @TempDir
    Path directory;

    private final List<RecordedFinding> findings = new ArrayList<>();

    @Test
    void joinsPluginsThatSupersedeEachOther() throws IOException {
        add(on("10.0.0.1", plugin("1", "Upgrade to Apache version 2.4.10 or later.")));
        add(on("10.0.0.2", plugin("1", "Upgrade to Apache version 2.4.10 or later.")));
        add(on("10.0.0.1", plugin("2", "Upgrade to Apache version 2.4.9 or later.")));

        TablePage<FixRow> page = table().fixes(BY_RISK);

        assertThat(page.matching()).isEqualTo(1);
        FixRow row = page.entries().get(0);
        assertThat(row.title()).isEqualTo("Upgrade to Apache version 2.4.10 or later.");
        assertThat(row.totals().total()).isEqualTo(3);
        assertThat(row.hosts()).isEqualTo(2);
        assertThat(row.share()).isEqualTo(100);
    }

    @Test
    void ordersByTheRiskThatAFixRemoves() throws IOException {
        add(on("10.0.0.1", plugin("1", "Patch one.")).severity(Severity.HIGH));
        add(on("10.0.0.1", plugin("2", "Patch two.", KNOWN_EXPLOITED)).severity(Severity.HIGH));
        add(on("10.0.0.1", plugin("3", "n/a")).severity(Severity.CRITICAL));
        add(on("10.0.0.1", plugin("4", "Patch four.")).severity(Severity.INFO));

        List<FixRow> rows = table().fixes(BY_RISK).entries();

        assertThat(rows)
                .extracting(FixRow::title)
                .containsExactly(
                        "Name 2: Patch two.", "Name 1: Patch one.", "Name 4: Patch four.", "No solution given");
        assertThat(rows)
                .extracting(FixRow::share)
                .usingElementComparator((one, other) -> Math.abs(one - other) < 0.01 ? 0 : 1)
                .containsExactly(44.44, 11.11, 0.0, 44.44);
        assertThat(rows.get(0).knownExploited()).isTrue();
        assertThat(rows.get(3).fix().id()).isEqualTo(Fix.NO_SOLUTION);
    }

    @Test
    void countsOnlyOpenFindings() throws IOException {
        Plugin plugin = plugin("1", "Patch it.");
        add(on("10.0.0.1", plugin));
        add(on("10.0.0.2", plugin).risk(risk(10, 1, true)));
        Suppression suppression = new Suppression("plugin 1", LocalDate.of(2027, 3, 31), "Known");
        findings.add(new RecordedFinding(
                on("10.0.0.3", plugin).build(), FindingState.NEW, Optional.of(suppression), Optional.empty(), false));
        findings.add(new RecordedFinding(on("10.0.0.4", plugin).build(), FindingState.FIXED));
        FindingTable table = table();
        FixRow row = table.fixes(BY_RISK).entries().get(0);
        TableFilter ofFix = TableFilter.CURRENT.withFix(row.fix().id());

        assertThat(row.totals().total()).isEqualTo(1);
        assertThat(row.hosts()).isEqualTo(1);
        assertThat(table.findings(TableQuery.FIRST.with(ofFix)).entries())
                .extracting(FindingRow::row)
                .containsExactly(0);
        assertThat(table.fixes(BY_RISK.with(TableFilter.CURRENT.withChanges(Set.of(FindingState.FIXED))))
                        .entries())
                .isEmpty();
        TableFilter suppressed =
                new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "", true, RiskFilter.ALL, "", "");
        assertThat(table.fixes(BY_RISK.with(suppressed)).entries()).isEmpty();
    }

    @Test
    void showsTheWorstOfItsFindings() throws IOException {
        Plugin plugin = plugin("1", "Patch it.");
        add(on("10.0.0.1", plugin).severity(Severity.LOW).risk(risk(0.02, 3.1, false)));
        findings.add(new RecordedFinding(
                on("10.0.0.2", plugin)
                        .severity(Severity.HIGH)
                        .risk(risk(50, 2, false))
                        .build(),
                FindingState.NEW,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 12, 31)),
                false));
        findings.add(new RecordedFinding(
                on("10.0.0.3", plugin).risk(risk(10, 9.8, false)).build(),
                FindingState.NEW,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 31)),
                true));

        FixRow row = table().fixes(BY_RISK).entries().get(0);

        assertThat(row.severity()).isEqualTo(Severity.HIGH);
        assertThat(row.epss().getAsDouble()).isEqualTo(50, within(0.001));
        assertThat(row.vpr()).hasValue(9.8);
        assertThat(row.due()).contains(LocalDate.of(2026, 1, 31));
    }

    @Test
    void takesTheSolutionFromOtherFindingsOfThePlugin() throws IOException {
        add(on("10.0.0.1", plugin("1", "")));
        add(on("10.0.0.2", plugin("1", "Patch it.")));

        assertThat(table().fixes(BY_RISK).entries()).singleElement().satisfies(row -> {
            assertThat(row.totals().total()).isEqualTo(2);
            assertThat(row.title()).isEqualTo("Name 1: Patch it.");
        });
    }

    @Test
    void topFixesAreThoseOfTheTable() throws IOException {
        Plugin plugin = plugin("1", "Upgrade to Apache version 2.4.9 or later.", KNOWN_EXPLOITED);
        add(on("10.0.0.1", plugin("0", "n/a")));
        for (int i = 0; i < 4_200; i++) {
            add(on("10.0." + i / 250 + "." + i % 250, plugin).port(i % 7));
        }
        add(on("10.0.0.1", plugin("2", "Upgrade to Apache version 2.4.10 or later."))
                .severity(Severity.CRITICAL));
        for (int i = 3; i < 9; i++) {
            add(on("10.0.0." + i, plugin("" + i, "Patch " + i + ".")).severity(Severity.LOW));
        }
        add(on("10.0.0.1", plugin("9", "Patch 9.")).severity(Severity.INFO));
        FindingTable table = table();

        assertThat(StoredFindings.open(StoredFindings.file(directory, "weekly")).topFixes())
                .hasSize(5)
                .isEqualTo(table.fixes(BY_RISK.page(0, 5)).entries().stream()
                        .map(FixRow::summary)
                        .toList())
                .first()
                .satisfies(fix -> assertThat(fix.solution()).contains("2.4.10"))
                .satisfies(fix -> assertThat(fix.hosts()).isEqualTo(4_200))
                .satisfies(fix -> assertThat(fix.findings()).isEqualTo(4_201));
    }

    @Test
    void findsTheWorstNewFindings() throws IOException {
        findings.add(new RecordedFinding(
                on("10.0.0.1", plugin("1", "")).severity(Severity.CRITICAL).build(), FindingState.OUTSTANDING));
        for (int i = 0; i < 5_000; i++) {
            Severity severity = i == 4_999 ? Severity.CRITICAL : i % 1_000 == 3 ? Severity.HIGH : Severity.LOW;
            add(on("10.0.0.2", plugin("1", "")).severity(severity).port(i));
        }
        table();

        assertThat(StoredFindings.open(StoredFindings.file(directory, "weekly")).worstNew(7))
                .extracting(recorded -> recorded.finding().port())
                .containsExactly(4_999, 3, 1_003, 2_003, 3_003, 4_003, 0);
    }

    @Test
    void pagesAndFilters() throws IOException {
        for (int i = 0; i < 5; i++) {
            add(on("10.0.0." + i, plugin("" + i, "Patch " + i + ".")).severity(Severity.values()[i]));
        }
        FindingTable table = table();

        TablePage<FixRow> page = table.fixes(BY_RISK.page(1, 2));
        assertThat(page.entries()).extracting(FixRow::title).containsExactly("Name 3: Patch 3.", "Name 2: Patch 2.");
        assertThat(page.total()).isEqualTo(5);
        page = table.fixes(BY_RISK.with(TableFilter.CURRENT.withHost("10.0.0.4")));
        assertThat(page.matching()).isEqualTo(1);
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.entries().get(0).share()).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.fixes(TableQueries.sorted(TableQuery.FIRST, SortColumn.CHANGE, true)))
                .withMessageStartingWith("This view cannot be sorted by \"change\". Use severity,");
    }

    @Test
    void listsCves() throws IOException {
        add(on("10.0.0.1", cves("1", "CVE-2024-0010", "CVE-2024-0009")).risk(risk(90, 1, false)));
        add(on("10.0.0.2", cves("1", "CVE-2024-0010", "CVE-2024-0009")).risk(risk(90, 1, false)));
        add(on("10.0.0.1", cves("2", "cve-2024-0009")).risk(risk(20, 1, false)).severity(Severity.LOW));
        add(on("10.0.0.1", cves("3")));
        FindingTable table = table();

        List<CveRow> rows = table.cves(CVES).entries();

        assertThat(rows).extracting(CveRow::cve).containsExactly("CVE-2024-0009", "CVE-2024-0010");
        assertThat(rows).extracting(row -> row.totals().total()).containsExactly(3L, 2L);
        assertThat(rows).extracting(CveRow::hosts).containsExactly(2, 2);
        assertThat(rows).extracting(row -> row.epss().getAsDouble()).containsExactly(20.0, 90.0);
        assertThat(rows).extracting(CveRow::shared).containsExactly(true, true);
        assertThat(rows).extracting(CveRow::knownExploited).containsExactly(true, true);
        assertThat(rows.get(0).cisaDueDate()).contains(LocalDate.of(2024, 6, 3));
        assertThat(table.findings(TableQuery.FIRST.with(TableFilter.CURRENT.withCve("CVE-2024-0009")))
                        .matching())
                .isEqualTo(3);
        assertThat(table.cves(CVES.with(TableFilter.CURRENT.withCve("cve-2024-0009")))
                        .entries())
                .extracting(CveRow::cve)
                .containsExactly("CVE-2024-0009");
    }

    @Test
    void knowsTheScoreOfACveThatStandsAlone() throws IOException {
        Plugin one = new Plugin(
                "1",
                "",
                "",
                "",
                "",
                "",
                List.of("CVE-2024-1111"),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(KNOWN_EXPLOITED),
                Optional.empty());
        add(on("10.0.0.1", one).risk(risk(20, 1, false)));

        assertThat(table().cves(CVES).entries()).singleElement().satisfies(row -> {
            assertThat(row.shared()).isFalse();
            assertThat(row.knownExploited()).isTrue();
        });
    }

    private static Plugin plugin(String id, String solution, String... xrefs) {
        return new Plugin(
                id,
                "Name " + id,
                "",
                "",
                "",
                solution,
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(xrefs),
                Optional.empty());
    }

    /** Plugin 1 is known to be exploited. */
    private static Plugin cves(String id, String... cves) {
        return new Plugin(
                id,
                "",
                "",
                "",
                "",
                "",
                List.of(cves),
                List.of(),
                Plugin.CheckType.REMOTE,
                id.equals("1") ? List.of(KNOWN_EXPLOITED) : List.of(),
                Optional.empty());
    }

    private static Risk risk(double epss, double vpr, boolean accepted) {
        return new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.of(vpr), OptionalDouble.of(epss), accepted, "", false);
    }

    private static SampleFinding on(String ip, Plugin plugin) {
        return finding().ip(ip).plugin(plugin);
    }

    private void add(SampleFinding finding) {
        findings.add(new RecordedFinding(finding.build(), FindingState.NEW));
    }

    private FindingTable table() throws IOException {
        Path file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (RecordedFinding recorded : findings) {
                writer.write(recorded);
            }
            writer.end();
        }
        return StoredFindings.open(file).table();
    }
}
