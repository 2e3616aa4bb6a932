package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import io.jenkins.plugins.securitycenter.record.Recording;
import io.jenkins.plugins.securitycenter.record.Recordings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures storing, comparing, exporting and showing of as many findings as the argument says. Run it with a small
 * {@code -Xmx}: that it ends is the proof that memory does not grow with findings.
 */
final class FindingBenchmark {

    private interface Step {
        Object run() throws IOException;
    }

    private final int findings;
    private final Path reference;
    private final Path current;

    private FindingBenchmark(int findings, Path directory) {
        this.findings = findings;
        reference = StoredFindings.file(directory, "reference");
        current = StoredFindings.file(directory, "current");
    }

    public static void main(String[] arguments) throws IOException {
        int findings = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("benchmark");
        FindingBenchmark benchmark = new FindingBenchmark(findings, directory);
        try {
            benchmark.run();
        } finally {
            Files.deleteIfExists(benchmark.reference);
            Files.deleteIfExists(benchmark.current);
            Files.delete(directory);
        }
    }

    private void run() throws IOException {
        say(
                "%,d findings, heap of at most %d MB",
                findings, Runtime.getRuntime().maxMemory() >> 20);
        measure("make findings, for comparison", () -> {
            for (int i = 0; i < findings; i++) {
                ManyFindings.finding(i).key();
            }
            return "";
        });
        measure("identities of a comparison", this::identities);
        measure("store the reference", () -> size(storeReference()));
        measure("compare, gate, store", this::record);
        measure("read all", this::readAll);
        for (ExportFormat format : ExportFormat.values()) {
            measure("export " + format, () -> export(format));
        }
        measure(
                "one finding",
                () -> StoredFindings.open(current).get(findings / 2).state());
        measure(
                "read the table",
                () -> StoredFindings.open(current).table().columns().rows() + " rows");
        for (int round = 1; round <= 3; round++) {
            pages(round);
        }
        say("%-45s %d MB", "peak of the old generation, with its garbage", peak() >> 20);
    }

    private String identities() {
        long before = used();
        Comparison comparison = Comparison.withReference();
        for (int i = 0; i < findings; i++) {
            comparison.remember(ManyFindings.finding(i));
        }
        long after = used();
        comparison.accept(ManyFindings.finding(0));
        return String.format("%.1f MB of heap", (after - before) / 1048576.0);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Path storeReference() throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(reference)) {
            writer.begin();
            for (int i = 0; i < findings; i++) {
                writer.write(new RecordedFinding(ManyFindings.finding(i), FindingState.UNKNOWN));
            }
            writer.end();
        }
        return reference;
    }

    /** The later build has other hosts: the first twentieth was not scanned, and as many are new. */
    private String record() throws IOException {
        Gate gate = new Gate(1, Severity.HIGH, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.UNSTABLE);
        Optional<ReferenceFindings> before = Optional.of(OpenFindingFile.open(reference));
        try (Recording recording = Recordings.plain(
                before,
                List.of(gate),
                incomplete -> new FindingWriters(new FindingFileWriter(current), List.of()),
                Instant.EPOCH)) {
            recording.begin();
            for (int i = findings / 20; i < findings + findings / 20; i++) {
                // one finding of each host is fixed
                if (i % ManyFindings.ON_EACH_HOST != 0) {
                    recording.accept(ManyFindings.finding(i));
                }
            }
            StateCounts counts = recording.end().changes();
            return size(current) + ", " + counts.added().total() + " new, "
                    + counts.fixed().total() + " fixed, "
                    + counts.notScanned().total() + " not scanned";
        }
    }

    private String readAll() throws IOException {
        long[] length = {0};
        StoredFindings.open(current)
                .forEach(
                        row -> true,
                        recorded -> length[0] += recorded.finding().output().length()
                                + recorded.finding().plugin().description().length());
        return length[0] + " characters";
    }

    private String export(ExportFormat format) throws IOException {
        long[] bytes = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] data, int offset, int length) {
                bytes[0] += length;
            }
        };
        try (FindingWriter writer = format.writer(new BufferedOutputStream(counting), ExportOptions.DEFAULT)) {
            writer.begin();
            StoredFindings.open(current).forEach(row -> true, writer::write);
            writer.end();
        }
        return (bytes[0] >> 20) + " MB";
    }

    private void pages(int round) throws IOException {
        TableQuery first = TableQuery.FIRST;
        TableFilter search = TableQueries.searching(TableFilter.CURRENT, "weakness 7 host1");
        TableFilter severe = TableFilter.CURRENT.withSeverities(Set.of(Severity.HIGH, Severity.CRITICAL));
        TableQuery fixes = TableQueries.sorted(first, SortColumn.RISK, true);
        String of = " (round " + round + ", table read each time)";
        measure("page by severity" + of, () -> matching(table().findings(first)));
        measure(
                "page by host" + of,
                () -> matching(table().findings(TableQueries.sorted(first, SortColumn.HOST, false))));
        measure("page by search" + of, () -> matching(table().findings(first.with(search))));
        measure("hosts" + of, () -> matching(table().hosts(first.with(severe))));
        measure("plugins" + of, () -> matching(table().plugins(first)));
        measure("fixes" + of, () -> matching(table().fixes(fixes)));
        measure("CVEs" + of, () -> matching(table().cves(first)));
        FindingTable table = table();
        measure("page by severity, table kept", () -> matching(table.findings(first)));
        measure(
                "page by host, table kept",
                () -> matching(table.findings(TableQueries.sorted(first, SortColumn.HOST, false))));
        measure("page by search, table kept", () -> matching(table.findings(first.with(search))));
        measure("hosts, table kept", () -> matching(table.hosts(first.with(severe))));
        measure("plugins, table kept", () -> matching(table.plugins(first)));
        measure("fixes, first, table kept", () -> matching(table.fixes(fixes)));
        measure("fixes, again, table kept", () -> matching(table.fixes(fixes)));
        measure("CVEs, table kept", () -> matching(table.cves(first)));
    }

    private FindingTable table() throws IOException {
        return StoredFindings.open(current).table();
    }

    private static String matching(TablePage<?> page) {
        return page.matching() + " of " + page.total();
    }

    private static String size(Path file) throws IOException {
        return (Files.size(file) >> 20) + " MB";
    }

    private static void measure(String name, Step step) throws IOException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpu = thread.getCurrentThreadCpuTime();
        Object result = step.run();
        say(
                "%-45s %,8d ms %,8d ms CPU   %s",
                name,
                (System.nanoTime() - start) / 1_000_000,
                (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000,
                result);
    }

    private static long peak() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .max()
                .orElse(0);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(format, values));
    }
}
