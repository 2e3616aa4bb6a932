package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures reading, recording and exporting, and plain downloads and the reading of trees for comparison. The steps take
 * turns, so that a disturbance affects all of them, and a ratio is the median of those of the rounds.
 */
final class ThroughputBenchmark {

    private static final List<ExportFormat> EXPORTS =
            List.of(ExportFormat.SARIF, ExportFormat.JUNIT, ExportFormat.CSV, ExportFormat.JSONL);

    private static final String DOWNLOAD = "plain download";
    private static final String TREE = "Jackson tree";
    private static final String READ = "reading";
    private static final String RECORD = "recording: reading, comparing, storing, gates";
    private static final String RECORD_WITH_EXPORTS = "recording with four exports";

    /** The clock of CPU time is too coarse for one download. */
    private static final int DOWNLOADS = 4;
    /** How often each step runs before it is measured, until the compiler of the JVM has little left to do. */
    private static final int WARM_UP = 3;

    private final int findings;
    private final int rounds;
    private final String url;
    private final ReplayClient client;
    private final RecordedBuild build;
    private final List<Double> first = new ArrayList<>();
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    ThroughputBenchmark(int findings, int rounds, String url, ReplayClient client, RecordedBuild build) {
        this.findings = findings;
        this.rounds = rounds;
        this.url = url;
        this.client = client;
        this.build = build;
    }

    void run(Results results) throws IOException, InterruptedException {
        build.recordReference(new ReplayScan(findings, false));
        client.read(new ReplayScan(findings, true));
        try (PlainDownload plain = new PlainDownload(url)) {
            Map<String, Step> steps = steps(plain);
            measure(steps, WARM_UP);
            costs.clear();
            first.clear();
            measure(steps, rounds);
        }
        report(results);
    }

    private void measure(Map<String, Step> steps, int times) throws IOException, InterruptedException {
        for (int round = 0; round < times; round++) {
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                String name = step.getKey();
                costs.computeIfAbsent(name, of -> new ArrayList<>())
                        .add(Cost.of(step.getValue(), name.equals(DOWNLOAD) ? DOWNLOADS : 1));
            }
        }
    }

    private Map<String, Step> steps(PlainDownload plain) {
        ReplayScan later = new ReplayScan(findings, true);
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(DOWNLOAD, () -> Expected.some("bytes downloaded", plain.download()));
        steps.put(TREE, () -> Expected.equal("rows in trees", plain.readTrees(), findings));
        steps.put(READ, () -> first.add(client.read(later)));
        steps.put(RECORD, () -> build.record(findings, List.of()));
        steps.put(RECORD_WITH_EXPORTS, () -> build.record(findings, EXPORTS));
        for (ExportFormat format : ExportFormat.values()) {
            steps.put(export(format), () -> build.export(later, format));
        }
        return steps;
    }

    private static String export(ExportFormat format) {
        return "export " + format;
    }

    private void report(Results results) {
        for (Map.Entry<String, List<Cost>> step : costs.entrySet()) {
            String name = step.getKey();
            results.add(name + ", CPU", Median.of(cpu(name)), "s");
            results.add(
                    name + ", speed",
                    findings
                            / Median.of(step.getValue().stream().map(Cost::wall).toList()),
                    "findings/s");
        }
        results.add("time to first finding, with login", 1000 * Median.of(first), "ms");
        ratio(results, READ, DOWNLOAD);
        ratio(results, READ, TREE);
        ratio(results, RECORD, READ);
        ratio(results, RECORD_WITH_EXPORTS, READ);
        for (ExportFormat format : ExportFormat.values()) {
            ratio(results, export(format), READ);
        }
    }

    private List<Double> cpu(String name) {
        return costs.get(name).stream().map(Cost::cpu).toList();
    }

    private void ratio(Results results, String name, String base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ratios.add(cpu(name).get(round) / cpu(base).get(round));
        }
        results.addRatio(name + " / " + base, Median.of(ratios));
    }
}
