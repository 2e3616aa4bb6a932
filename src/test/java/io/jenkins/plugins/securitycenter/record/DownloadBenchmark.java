package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.ManyFindings;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the heap that downloads take: the largest live heap that full collections find while they run, less that
 * before them. Arguments: the number of findings, that of downloads at once, and their format.
 */
final class DownloadBenchmark {

    private DownloadBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int findings = Integer.parseInt(arguments[0]);
        int downloads = Integer.parseInt(arguments[1]);
        ExportFormat format = ExportFormat.parse(arguments[2]);
        Path directory = Files.createTempDirectory("benchmark");
        Path file = StoredFindings.file(directory, "downloads");
        try {
            store(file, findings);
            StoredFindings stored = StoredFindings.open(file);
            long before = used();
            long most = most(start(stored, format, downloads));
            System.out.printf(
                    Locale.ROOT,
                    "%,d findings, %d downloads of %s at once: %.1f MB of heap%n",
                    findings,
                    downloads,
                    format,
                    (most - before) / 1048576.0);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static void store(Path file, int findings) throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (int i = 0; i < findings; i++) {
                writer.write(new RecordedFinding(ManyFindings.finding(i), FindingState.UNKNOWN));
            }
            writer.end();
        }
    }

    private static List<Thread> start(StoredFindings stored, ExportFormat format, int downloads) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < downloads; i++) {
            Thread thread = new Thread(() -> download(stored, format));
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void download(StoredFindings stored, ExportFormat format) {
        OutputStream out = new BufferedOutputStream(OutputStream.nullOutputStream());
        try (FindingWriter writer = format.writer(out, ExportOptions.DEFAULT)) {
            writer.begin();
            stored.forEach(row -> true, writer::write);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long most(List<Thread> threads) throws InterruptedException {
        long most = used();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                most = Math.max(most, used());
                thread.join(10);
            }
        }
        return most;
    }

    /** What a full collection leaves, without what other threads have allocated since. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
