package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.TableCache;
import io.jenkins.plugins.securitycenter.result.view.TableRequest;
import io.jenkins.plugins.securitycenter.result.view.TableType;
import io.jenkins.plugins.securitycenter.result.view.TableView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the pages of a record, from the request to the lines that are shown, without the rendering of HTML. */
final class PageBenchmark {

    private static final int WARM_UP = 3;
    private static final Map<TableType, String> VIEWS = Map.of(
            TableType.FINDINGS,
            "findings",
            TableType.HOSTS,
            "hosts",
            TableType.PLUGINS,
            "plugins",
            TableType.FIXES,
            "fixes");

    private final Path file;
    private final String size;
    private final int rounds;

    /** @param size the number of findings in the file */
    PageBenchmark(Path file, int size, int rounds) {
        this.file = file;
        this.size = Results.number(size);
        this.rounds = rounds;
    }

    void run(Results results) throws IOException, InterruptedException {
        for (TableType view : List.of(TableType.FINDINGS, TableType.HOSTS, TableType.PLUGINS, TableType.FIXES)) {
            TableRequest request = TableRequest.FIRST.in(view);
            TableCache kept = new TableCache();
            String name = VIEWS.get(view) + " page, " + size;
            measure(results, name + ", table not in memory", () -> show(new TableCache(), request));
            measure(results, name + ", table in memory", () -> show(kept, request));
        }
    }

    private void show(TableCache cache, TableRequest request) throws IOException {
        FindingTable table = cache.open(file).table();
        Expected.some("lines on the page", TableView.of(table, request).lines().size());
    }

    private void measure(Results results, String name, Step step) throws IOException, InterruptedException {
        Cost.of(step, WARM_UP);
        List<Double> times = new ArrayList<>();
        Cost all = Cost.of(() -> {
            for (int round = 0; round < rounds; round++) {
                times.add(1000 * Cost.of(step).wall());
            }
        });
        results.add(name, Median.of(times), "ms");
        results.add(name + ", CPU", 1000 * all.cpu() / rounds, "ms");
    }
}
