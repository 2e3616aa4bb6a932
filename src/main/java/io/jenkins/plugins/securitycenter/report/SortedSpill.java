package io.jenkins.plugins.securitycenter.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Sorts any number of records by a text, within bounded memory: sorted runs in compressed temporary files, merged in
 * the end. Records with the same key keep their order.
 */
final class SortedSpill implements Closeable {

    private static final int RUN_BYTES = 12 << 20;
    private static final int MOST_RUNS = 100;

    /** Takes the records in their order. */
    interface Sink {
        void accept(String key, byte[] data) throws IOException;
    }

    record Entry(String key, byte[] data) {}

    private final int runBytes;
    private final int mostRuns;
    private final List<Entry> buffer = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private int buffered;

    SortedSpill() {
        this(RUN_BYTES, MOST_RUNS);
    }

    SortedSpill(int runBytes, int mostRuns) {
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

    /** Hands over all records in the order of their keys. */
    void drain(Sink sink) throws IOException {
        spill();
        merge(runs, sink);
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private void spill() throws IOException {
        buffer.sort(Comparator.comparing(Entry::key));
        writeRun(sink -> {
            for (Entry entry : buffer) {
                sink.accept(entry.key(), entry.data());
            }
        });
        buffer.clear();
        buffered = 0;
        if (runs.size() >= mostRuns) {
            List<Path> old = List.copyOf(runs);
            writeRun(sink -> merge(old, sink));
            runs.removeAll(old);
            for (Path run : old) {
                Files.delete(run);
            }
        }
    }

    private interface Source {
        void drain(Sink sink) throws IOException;
    }

    private void writeRun(Source source) throws IOException {
        Path run = Files.createTempFile("securitycenter-sort", ".tmp");
        runs.add(run);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(Files.newOutputStream(run), deflater)))) {
            source.drain((key, data) -> {
                out.writeBoolean(true);
                Binary.writeText(out, key);
                Binary.writeBytes(out, data);
            });
            out.writeBoolean(false);
        } finally {
            deflater.end();
        }
    }

    private static void merge(List<Path> files, Sink sink) throws IOException {
        List<SortedRun> opened = new ArrayList<>();
        try {
            PriorityQueue<SortedRun> heads = new PriorityQueue<>(SortedRun.ORDER);
            for (Path file : files) {
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
