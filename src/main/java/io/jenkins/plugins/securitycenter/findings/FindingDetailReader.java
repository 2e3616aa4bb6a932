package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Reads complete findings from the blocks of an open file. Not thread-safe. */
final class FindingDetailReader {

    private final SectionReader reader;
    private final FileFooter footer;

    FindingDetailReader(SectionReader reader, FileFooter footer) {
        this.reader = reader;
        this.footer = footer;
    }

    /** Returns the source of the plugins of the file, including all their texts. */
    PluginLookup texts() {
        return new PluginCache(reader, footer.plugins(), footer.format());
    }

    /** Passes the findings of the selected rows to the sink, in the order of the rows. */
    void read(IntPredicate rows, StoredFindings.Sink sink) throws IOException {
        read(rows, texts(), finding -> true, sink);
    }

    /**
     * Passes the selected findings to the sink, in the order of the rows.
     *
     * @param rows the rows to read
     * @param wanted receives the findings of these rows, possibly without their plugin outputs, and selects them
     */
    void read(IntPredicate rows, PluginLookup plugins, Predicate<RecordedFinding> wanted, StoredFindings.Sink sink)
            throws IOException {
        for (FileFooter.Block block : footer.details()) {
            if (block.numbers().anyMatch(rows)) {
                readBlock(block, rows, plugins, wanted, sink);
            }
        }
    }

    /** Returns the finding in that row, which must exist. */
    RecordedFinding get(int row) throws IOException {
        List<RecordedFinding> found = new ArrayList<>();
        readBlock(footer.block(row), number -> number == row, texts(), finding -> true, found::add);
        return found.get(0);
    }

    private void readBlock(
            FileFooter.Block block,
            IntPredicate rows,
            PluginLookup plugins,
            Predicate<RecordedFinding> wanted,
            StoredFindings.Sink sink)
            throws IOException {
        try (DataInputStream in = reader.open(block.fields())) {
            FindingDecoder decoder =
                    new FindingDecoder(in, () -> reader.open(block.outputs().orElseThrow()), footer.format());
            for (int row : block.numbers().toArray()) {
                boolean selected = rows.test(row);
                RecordedFinding entry = intact(() -> decoder.next(selected ? plugins : PluginLookup.IDS));
                if (selected && wanted.test(entry)) {
                    sink.accept(intact(() -> decoder.complete(entry)));
                }
            }
        }
    }

    private interface Step {
        RecordedFinding read() throws IOException;
    }

    private RecordedFinding intact(Step step) throws IOException {
        try {
            return step.read();
        } catch (EOFException | RuntimeException e) {
            throw reader.damaged();
        }
    }
}
