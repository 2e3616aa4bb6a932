package io.jenkins.plugins.securitycenter.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures the memory of recordings, each in a process of its own, and searches the smallest heap that is enough. */
final class MemoryBenchmark {

    /** The heap for which the resident memory is measured, in megabytes. */
    private static final int HEAP = 64;

    private static final List<Integer> SMALLER = List.of(24, 28, 32, 40, 48, 56);
    /** How many times as long as with the largest heap a recording may take; then its heap counts as too small. */
    private static final int PATIENCE = 2;

    private static final long LONGEST = 1800;
    private static final double MEGABYTE = 1 << 20;

    private final String url;
    private final Path directory;
    private final RecordedBuild build;
    private final List<Integer> sizes;

    /** @param sizes numbers of findings, in ascending order; the smallest heap is searched for the last one */
    MemoryBenchmark(String url, Path directory, RecordedBuild build, List<Integer> sizes) {
        this.url = url;
        this.directory = directory;
        this.build = build;
        this.sizes = sizes;
    }

    void run(Results results) throws IOException, InterruptedException {
        Cost last = null;
        for (int findings : sizes) {
            build.recordReference(new ReplayScan(findings, false));
            last = Cost.of(() -> measure(findings, results));
        }
        int most = sizes.get(sizes.size() - 1);
        results.add(
                "smallest heap that is enough for " + Results.number(most),
                smallest(most, (long) (PATIENCE * last.wall()) + 1),
                "MB");
    }

    private void measure(int findings, Results results) throws IOException, InterruptedException {
        try (JavaProcess process = start(HEAP, findings, true)) {
            String line = process.line();
            if (!process.succeeds(LONGEST)) {
                throw new IllegalStateException(
                        "Recording " + findings + " findings failed with a heap of " + HEAP + " MB.");
            }
            String[] bytes = line.split(" ");
            String of = " of recording " + Results.number(findings);
            results.add("peak live heap" + of, Long.parseLong(bytes[0]) / MEGABYTE, "MB");
            results.add("peak resident memory" + of, Long.parseLong(bytes[1]) / MEGABYTE, "MB");
        }
    }

    /** Returns the smallest heap that is enough, by bisection. */
    private int smallest(int findings, long seconds) throws IOException, InterruptedException {
        int low = 0;
        int high = SMALLER.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (suffices(SMALLER.get(middle), findings, seconds)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high < SMALLER.size() ? SMALLER.get(high) : HEAP;
    }

    private boolean suffices(int heap, int findings, long seconds) throws IOException, InterruptedException {
        try (JavaProcess process = start(heap, findings, false)) {
            boolean enough = process.succeeds(seconds);
            System.out.println(Results.number(findings) + " findings with a heap of " + heap + " MB: "
                    + (enough ? "enough" : "too small"));
            return enough;
        }
    }

    private JavaProcess start(int heap, int findings, boolean sample) throws IOException {
        return JavaProcess.start(
                MemoryRun.class, heap, url, directory.toString(), Integer.toString(findings), Boolean.toString(sample));
    }
}
