package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures speed and memory, and compares the ratios with those of docs/performance.md or writes them there. */
final class Benchmark {

    private static final int PAGES = 11;

    private final BenchmarkOptions options;
    private final Results results = new Results(System.out::println);

    private Benchmark(BenchmarkOptions options) {
        this.options = options;
    }

    /**
     * Ends with status 1 if a ratio is worse than the documented one.
     *
     * @param arguments the file for the results, whether to write docs/performance.md, and {@code complete} or
     *     {@code quick}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean write = Boolean.parseBoolean(arguments[1]);
        BenchmarkOptions options = BenchmarkOptions.parse(arguments[2]);
        if (write && !options.complete()) {
            throw new IllegalArgumentException("A quick run cannot be written to " + PerformancePage.FILE + ".");
        }
        Benchmark benchmark = new Benchmark(options);
        Path directory = Files.createTempDirectory("benchmark");
        try {
            benchmark.measure(directory);
        } finally {
            delete(directory);
        }
        ResultsJson.write(Path.of(arguments[0]), Machine.current(), benchmark.results);
        System.exit(benchmark.judge(write) ? 0 : 1);
    }

    private void measure(Path directory) throws IOException, InterruptedException {
        try (ReplayProcess server = ReplayProcess.start();
                ReplayClient client = new ReplayClient(server.url())) {
            RecordedBuild build = new RecordedBuild(directory, client);
            new ThroughputBenchmark(options.findings(), options.rounds(), server.url(), client, build).run(results);
            new SessionBenchmark(client).run(results);
            new MemoryBenchmark(server.url(), directory, build, options.memory()).run(results);
            for (int findings : options.memory()) {
                if (findings >= options.findings()) {
                    Path file = build.file(new ReplayScan(findings, true));
                    new PageBenchmark(file, findings, PAGES).run(results);
                }
            }
        }
        if (options.builds() > 0) {
            new WaitBenchmark(options.builds(), directory).run(results);
        }
    }

    /** Returns whether no ratio is worse than the documented one. */
    private boolean judge(boolean write) throws IOException {
        String tables = PerformancePage.tables(Machine.current(), results);
        System.out.println("\n" + tables);
        Path file = Pom.repository().resolve(PerformancePage.FILE);
        PerformancePage page = new PerformancePage(Files.readString(file));
        if (write) {
            Files.writeString(file, page.with(tables));
            return true;
        }
        if (!options.complete()) {
            System.out.println(
                    "The ratios of a quick run are not compared with those in " + PerformancePage.FILE + ".");
            return true;
        }
        List<String> problems = RatioCheck.problems(page.ratios(), results.ratios());
        problems.forEach(System.out::println);
        return problems.isEmpty();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
