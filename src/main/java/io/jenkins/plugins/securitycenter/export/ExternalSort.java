package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.BinaryFormat;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Sorts any number of records by a string key within bounded memory (external merge sort): sorted runs are written to
 * compressed temporary files and merged at the end. Records with equal keys keep their order.
 */
final class ExternalSort implements Closeable {

    /** Maximum size of the records that one export keeps in memory. Several exports may run at the same time. */
    private static final int RUN_BYTES = 2 << 20;

    /** The maximum number of runs of a level; merging reads them at the same time, each with buffers of its own. */
    private static final int MOST_RUNS = 64;

    /** Receives the records in sorted order. */
    interface Sink {
        void accept(String key, byte[] data) throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by its key alone
    record Entry(String key, byte[] data) {}

    private final int runBytes;
    private final int mostRuns;
    private final List<Entry> buffer = new ArrayList<>();
    /**
     * The runs by level. A full level is merged into one run of the next level, so each record is rewritten only a few
     * times.
     */
    private final List<List<Path>> levels = new ArrayList<>();

    private final Set<Path> files = new HashSet<>();
    private int buffered;

    ExternalSort() {
        this(RUN_BYTES, MOST_RUNS);
    }

    ExternalSort(int runBytes, int mostRuns) {
        this.runBytes = runBytes;
        this.mostRuns = mostRuns;
    }

    void add(String key, byte[] data) throws IOException {
        buffer.add(new Entry(key, data));
        buffered += data.length + 2 * key.length();
        if (buffered >= runBytes) {
            spill();
        }
    }

    /** Returns the size of the records in memory, in bytes. */
    int buffered() {
        return buffered;
    }

    /** Passes all records to the sink, in the order of their keys. */
    void drain(Sink sink) throws IOException {
        spill();
        List<Path> oldestFirst = new ArrayList<>();
        for (List<Path> level : levels) {
            oldestFirst.addAll(0, level);
        }
        merge(oldestFirst, sink);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private void spill() throws IOException {
        buffer.sort(Comparator.comparing(Entry::key));
        Path run = writeRun(sink -> {
            for (Entry entry : buffer) {
                sink.accept(entry.key(), entry.data());
            }
        });
        buffer.clear();
        buffered = 0;
        add(0, run);
    }

    private void add(int level, Path run) throws IOException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<Path> runs = levels.get(level);
        runs.add(run);
        if (runs.size() >= mostRuns) {
            Path merged = writeRun(sink -> merge(runs, sink));
            for (Path old : runs) {
                Files.delete(old);
                files.remove(old);
            }
            runs.clear();
            add(level + 1, merged);
        }
    }

    private interface EntryProducer {
        void drain(Sink sink) throws IOException;
    }

    private Path writeRun(EntryProducer source) throws IOException {
        Path run = Files.createTempFile("securitycenter-sort", ".tmp");
        files.add(run);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(Files.newOutputStream(run), deflater)))) {
            source.drain((key, data) -> {
                out.writeBoolean(true);
                BinaryFormat.writeText(out, key);
                BinaryFormat.writeBytes(out, data);
            });
            out.writeBoolean(false);
        } finally {
            deflater.end();
        }
        return run;
    }

    private static void merge(List<Path> runs, Sink sink) throws IOException {
        List<SortedRun> opened = new ArrayList<>();
        try {
            PriorityQueue<SortedRun> heads = new PriorityQueue<>(SortedRun.ORDER);
            for (Path file : runs) {
                opened.add(new SortedRun(file, opened.size()));
                offer(heads, opened.get(opened.size() - 1));
            }
            while (!heads.isEmpty()) {
                SortedRun head = heads.remove();
                sink.accept(head.key(), head.data());
                offer(heads, head);
            }
        } finally {
            for (SortedRun run : opened) {
                run.close();
            }
        }
    }

    private static void offer(PriorityQueue<SortedRun> heads, SortedRun run) throws IOException {
        if (run.advance()) {
            heads.add(run);
        }
    }
}
