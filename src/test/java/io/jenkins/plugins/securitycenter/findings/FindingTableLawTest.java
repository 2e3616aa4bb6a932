package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.ArbitraryFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** The table with its columns and ranks, against a list that is filtered, sorted and cut in the plain way. */
class FindingTableLawTest {

    private static final Pattern NUMBER_ENDS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)");

    @Provide
    Arbitrary<List<RecordedFinding>> entries() {
        return Combinators.combine(ArbitraryFindings.one(), Arbitraries.of(FindingState.class))
                .as(RecordedFinding::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<TableQuery> query() {
        return Combinators.combine(
                        filter(),
                        Arbitraries.of(SortColumn.OF_FINDINGS),
                        Arbitraries.of(false, true),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, 12))
                .as(TableQuery::new);
    }

    @Law
    void aPageIsThatOfThePlainList(@ForAll("entries") List<RecordedFinding> entries, @ForAll("query") TableQuery query)
            throws IOException {
        List<Integer> matching = matching(entries, query.filter());
        Comparator<Integer> order =
                Comparator.comparing(row -> entries.get(row).finding(), order(query.sort(), entries));
        if (query.sort() == SortColumn.CHANGE) {
            order = Comparator.comparing(row -> entries.get(row).state());
        }
        List<Integer> sorted = matching.stream()
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        List<Integer> expected =
                sorted.stream().skip(query.start()).limit(query.length()).toList();
        try (TemporaryFile file = TemporaryFile.with(entries)) {
            TablePage<FindingRow> page = file.open().table().findings(query);

            assertThat(page.entries()).extracting(FindingRow::row).isEqualTo(expected);
            assertThat(page.matching()).isEqualTo(matching.size());
            assertThat(page.total())
                    .isEqualTo(matching(
                                    entries,
                                    TableFilter.CURRENT.withChanges(
                                            query.filter().changes()))
                            .size());
            assertThat(page.entries()).allSatisfy(row -> assertShown(row, entries.get(row.row())));
        }
    }

    @Law
    void theFilterTellsTheSameRows(
            @ForAll("entries") List<RecordedFinding> entries, @ForAll("filter") TableFilter filter) throws IOException {
        try (TemporaryFile file = TemporaryFile.with(entries)) {
            assertThat(IntStream.range(0, entries.size())
                            .filter(file.open().table().rows(filter))
                            .boxed())
                    .isEqualTo(matching(entries, filter));
        }
    }

    @Law
    void theNeighboursOfARowAreThoseInTheWholeList(
            @ForAll("entries") List<RecordedFinding> entries, @ForAll("query") TableQuery query) throws IOException {
        try (TemporaryFile file = TemporaryFile.with(entries)) {
            FindingTable table = file.open().table();
            List<Integer> rows = table.findings(query.page(0, 100)).entries().stream()
                    .map(FindingRow::row)
                    .toList();
            for (int row = 0; row < entries.size(); row++) {
                int position = rows.indexOf(row);
                assertThat(table.around(row, query).isPresent()).isEqualTo(position >= 0);
                if (position >= 0) {
                    AdjacentFindings around = table.around(row, query).orElseThrow();
                    assertThat(around.position()).isEqualTo(position);
                    assertThat(around.matching()).isEqualTo(rows.size());
                    assertThat(around.previous().orElse(-1)).isEqualTo(position == 0 ? -1 : rows.get(position - 1));
                    assertThat(around.next().orElse(-1))
                            .isEqualTo(position == rows.size() - 1 ? -1 : rows.get(position + 1));
                }
            }
        }
    }

    @Law
    void hostsAndPluginsCountEveryFindingOnce(
            @ForAll("entries") List<RecordedFinding> entries, @ForAll("filter") TableFilter filter) throws IOException {
        TableQuery all = new TableQuery(filter, SortColumn.SEVERITY, true, 0, 1000);
        List<Finding> matching = matching(entries, filter).stream()
                .map(row -> entries.get(row).finding())
                .toList();
        try (TemporaryFile file = TemporaryFile.with(entries)) {
            FindingTable table = file.open().table();

            assertThat(table.hosts(all).entries().stream()
                            .mapToLong(row -> row.totals().total()))
                    .containsExactlyInAnyOrderElementsOf(counts(matching, Finding::host));
            assertThat(table.plugins(all).entries().stream()
                            .mapToLong(row -> row.totals().total()))
                    .containsExactlyInAnyOrderElementsOf(counts(matching, Finding::plugin));
        }
    }

    @Provide
    Arbitrary<TableFilter> filter() {
        Arbitrary<String> search = Arbitraries.of("", "", "telnet", "HTTP server", "cve-2020", "192.0", "10 web", "no");
        return Combinators.combine(
                        Arbitraries.of(Severity.class).set().ofMaxSize(2),
                        Arbitraries.of(FindingState.class).set().ofMaxSize(3),
                        Arbitraries.of("", "", "", "9", "10107"),
                        Arbitraries.of("", "", "", "192.0.2.10", "WEB.example.com"),
                        Arbitraries.of(-1, -1, 443, 65_535),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of("", "", "SERVICE detection"),
                        search)
                .as((severities, changes, plugin, host, port, exploitable, family, words) -> new TableFilter(
                        severities,
                        changes,
                        plugin,
                        host,
                        port,
                        exploitable,
                        family,
                        words,
                        false,
                        RiskFilter.ALL,
                        "",
                        ""));
    }

    private static void assertShown(FindingRow row, RecordedFinding entry) {
        assertThat(row.state()).isEqualTo(entry.state());
        assertThat(row.finding().key()).isEqualTo(entry.finding().key());
        assertThat(row.finding().severity()).isEqualTo(entry.finding().severity());
        assertThat(row.finding().risk()).isEqualTo(entry.finding().risk());
        assertThat(row.finding().firstSeen()).isEqualTo(entry.finding().firstSeen());
        assertThat(row.finding().plugin().name())
                .isEqualTo(entry.finding().plugin().name());
    }

    private static List<Integer> matching(List<RecordedFinding> entries, TableFilter filter) {
        return IntStream.range(0, entries.size())
                .filter(row -> matches(entries.get(row), filter))
                .boxed()
                .toList();
    }

    private static boolean matches(RecordedFinding entry, TableFilter filter) {
        Finding finding = entry.finding();
        Plugin plugin = finding.plugin();
        Host host = finding.host();
        List<String> names = List.of(host.ip(), host.dnsName(), host.netbiosName(), host.url(), host.uuid());
        String text = Stream.concat(
                        Stream.of(plugin.id(), plugin.name(), plugin.family(), String.join(" ", plugin.cves())),
                        names.stream())
                .reduce("", (one, other) -> one + "\n" + other)
                .toLowerCase(Locale.ROOT);
        return (filter.severities().isEmpty() || filter.severities().contains(finding.severity()))
                && (filter.changes().isEmpty()
                        ? entry.state().current()
                        : filter.changes().contains(entry.state()))
                && (filter.plugin().isEmpty() || filter.plugin().equals(plugin.id()))
                && (filter.host().isEmpty() || names.stream().anyMatch(filter.host()::equalsIgnoreCase))
                && (filter.port() < 0 || filter.port() == finding.port())
                && (!filter.exploitable() || finding.risk().exploitAvailable())
                && (filter.family().isEmpty() || filter.family().equalsIgnoreCase(plugin.family()))
                && Arrays.stream(filter.search().toLowerCase(Locale.ROOT).split(" "))
                        .allMatch(text::contains);
    }

    private static Comparator<Finding> order(SortColumn column, List<RecordedFinding> entries) {
        return switch (column) {
            case SEVERITY -> Comparator.comparing(Finding::severity);
            case PORT -> Comparator.comparing(Finding::port);
            case CVSS -> Comparator.comparing(finding -> finding.risk().cvss().orElse(-1));
            case VPR -> Comparator.comparing(finding -> finding.risk().vpr().orElse(-1));
            case FIRST_SEEN ->
                Comparator.comparing(finding -> finding.firstSeen().orElse(Instant.EPOCH));
            case PLUGIN -> natural(finding -> finding.plugin().id());
            case NAME -> natural(finding -> finding.plugin().name());
            case FAMILY -> natural(finding -> finding.plugin().family());
            default -> natural(finding -> FindingLocation.host(finding.host()));
        };
    }

    private static Comparator<Finding> natural(Function<Finding, String> name) {
        return (one, other) -> Arrays.compare(
                NUMBER_ENDS.split(name.apply(one).toLowerCase(Locale.ROOT)),
                NUMBER_ENDS.split(name.apply(other).toLowerCase(Locale.ROOT)),
                FindingTableLawTest::compareParts);
    }

    private static int compareParts(String one, String other) {
        return one.matches("\\d+") && other.matches("\\d+")
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static <K> List<Long> counts(List<Finding> findings, Function<Finding, K> key) {
        return findings.stream()
                .map(key)
                .distinct()
                .map(one -> findings.stream()
                        .filter(finding -> key.apply(finding).equals(one))
                        .count())
                .toList();
    }
}
