package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.export.Exports;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFindingsTest {

    @TempDir
    Path directory;

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        StoredFindings stored =
                store(IntStream.range(0, 3000).mapToObj(ManyFindings::finding).toList());
        FindingTable table = stored.table();
        List<Callable<Boolean>> requests = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> stored.get(i * 70).finding().equals(ManyFindings.finding(i * 70))
                                && table.findings(TableQuery.FIRST.page(i * 70, 10))
                                                .entries()
                                                .size()
                                        == 10)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void holdsNoFileOpen() throws IOException {
        StoredFindings stored = store(List.of(finding().build()));
        FindingTable table = stored.table();
        Files.delete(StoredFindings.file(directory, "weekly"));

        assertThat(table.findings(TableQuery.FIRST).entries()).hasSize(1);
        assertThatIOException()
                .isThrownBy(() -> stored.get(0))
                .withMessageEndingWith("are missing; the file was deleted.");
    }

    @Test
    void keepsBothTextsOfAPluginThatTheFeedChanged() throws IOException {
        Finding before =
                finding().ip("192.0.2.1").plugin(plugin("Upgrade to 1.1.")).build();
        Finding after =
                finding().ip("192.0.2.2").plugin(plugin("Upgrade to 1.2.")).build();
        StoredFindings stored = store(List.of(after, before));

        assertThat(stored.get(0).finding()).isEqualTo(after);
        assertThat(stored.get(1).finding()).isEqualTo(before);
        assertThat(stored.table().plugins(TableQuery.FIRST).entries())
                .extracting(PluginRow::totals)
                .containsExactly(new Totals(0, 2, 0, 0, 0));
    }

    @Test
    void sumsAHostUnderAllItsNames() throws IOException {
        Finding unnamed = finding().ip("192.0.2.1").build();
        TablePage<HostRow> page =
                store(List.of(finding().build(), unnamed)).table().hosts(TableQuery.FIRST);

        assertThat(page.matching()).isEqualTo(1);
        assertThat(page.entries().get(0).host().dnsName()).isEqualTo("web.example.com");
        assertThat(page.entries().get(0).totals().high()).isEqualTo(2);
    }

    @Test
    void showsWhatIsUnknownAsUnknown() throws IOException {
        Risk unknown = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);
        FindingTable table = store(List.of(finding().risk(unknown).build())).table();

        assertThat(table.findings(TableQuery.FIRST).entries().get(0).finding().risk())
                .isEqualTo(unknown);
    }

    @Test
    void showsOnlyWhatCanBeExploited() throws IOException {
        Risk exploitable = new Risk(
                true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", false);
        FindingTable table = store(List.of(
                        finding().build(), finding().port(22).risk(exploitable).build()))
                .table();

        assertThat(table.findings(TableQuery.FIRST.with(TableQueries.exploitable(TableFilter.CURRENT)))
                        .entries())
                .extracting(row -> row.finding().port())
                .containsExactly(22);
    }

    @Test
    void showsWebFindings() throws IOException {
        FindingTable table = store(List.of(Exports.web())).table();
        String url = Exports.web().host().url();

        assertThat(table.findings(TableQuery.FIRST.with(TableFilter.CURRENT.withHost(url)))
                        .entries())
                .extracting(row -> row.finding().host())
                .containsExactly(Exports.web().host());
        assertThat(table.hosts(TableQuery.FIRST).entries())
                .extracting(row -> row.host().label())
                .containsExactly(url);
    }

    @Test
    void showsHostileFindingsInEveryView() throws IOException {
        FindingTable table =
                store(List.of(Exports.hostile(), finding().build())).table();
        String stored = HostileTexts.MIXED.replace('\uD800', '\uFFFD');

        assertThat(table.findings(TableQuery.FIRST.with(TableFilter.CURRENT.withPlugin(stored.trim())))
                        .entries())
                .extracting(row -> row.finding().plugin().name())
                .containsExactly(stored);
        assertThat(table.hosts(TableQueries.sorted(TableQuery.FIRST, SortColumn.HOST, false))
                        .matching())
                .isEqualTo(2);
        assertThat(table.plugins(TableQueries.sorted(TableQuery.FIRST, SortColumn.FAMILY, true))
                        .matching())
                .isEqualTo(2);
        assertThat(table.findings(TableQuery.FIRST.with(TableQueries.searching(TableFilter.CURRENT, "<img")))
                        .matching())
                .isEqualTo(1);
    }

    @Test
    void ignoresWordsAfterTheThirtieth() throws IOException {
        FindingTable table = store(List.of(finding().build())).table();

        assertThat(matching(table, "web ".repeat(30) + "nowhere")).isEqualTo(1);
        assertThat(matching(table, "web ".repeat(29) + "nowhere")).isZero();
    }

    @Test
    void givesBackTheOrderInWhichFindingsCame() throws IOException {
        List<Finding> findings = IntStream.range(0, 600)
                .mapToObj(i -> ManyFindings.finding(600 - i))
                .toList();
        List<Finding> read = new ArrayList<>();
        store(findings).forEach(row -> true, recorded -> read.add(recorded.finding()));

        assertThat(read).isEqualTo(findings);
    }

    @Test
    void handsOverOnlyTheRowsThatAFilterMeets() throws IOException {
        StoredFindings stored =
                store(IntStream.range(0, 600).mapToObj(ManyFindings::finding).toList());
        TableFilter filter = TableFilter.CURRENT.withHost("host7.example.com");
        List<Finding> read = new ArrayList<>();

        stored.forEach(stored.table().rows(filter), recorded -> read.add(recorded.finding()));

        assertThat(read)
                .isEqualTo(IntStream.range(350, 400)
                        .mapToObj(ManyFindings::finding)
                        .toList());
    }

    private static int matching(FindingTable table, String search) {
        return table.findings(TableQuery.FIRST.with(TableQueries.searching(TableFilter.CURRENT, search)))
                .matching();
    }

    private StoredFindings store(List<Finding> findings) throws IOException {
        Path file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (Finding finding : findings) {
                writer.write(new RecordedFinding(finding, FindingState.NEW));
            }
            writer.end();
        }
        return StoredFindings.open(file);
    }

    private static Plugin plugin(String solution) {
        return new Plugin(
                "7",
                "Old server",
                "Web Servers",
                "",
                "",
                solution,
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }
}
