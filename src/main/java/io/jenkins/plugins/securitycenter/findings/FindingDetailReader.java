package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.IntPredicate;

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
    void read(IntPredicate rows, PluginLookup plugins, StoredFindings.Sink sink) throws IOException {
        for (FileFooter.Block block : footer.details()) {
            if (block.numbers().anyMatch(rows)) {
                readBlock(block, rows, plugins, sink);
            }
        }
    }

    /** Returns the finding in that row, which must exist. */
    RecordedFinding get(int row) throws IOException {
        FileFooter.Block block = footer.block(row);
        try (DataInputStream in = reader.open(block.section())) {
            for (int before = block.firstRow(); before < row; before++) {
                read(in, PluginLookup.IDS);
            }
            return read(in, texts());
        }
    }

    private void readBlock(FileFooter.Block block, IntPredicate rows, PluginLookup plugins, StoredFindings.Sink sink)
            throws IOException {
        try (DataInputStream in = reader.open(block.section())) {
            for (int row : block.numbers().toArray()) {
                boolean wanted = rows.test(row);
                RecordedFinding entry = read(in, wanted ? plugins : PluginLookup.IDS);
                if (wanted) {
                    sink.accept(entry);
                }
            }
        }
    }

    private RecordedFinding read(DataInputStream in, PluginLookup plugins) throws IOException {
        try {
            return FindingCodec.read(in, plugins, footer.format());
        } catch (EOFException | RuntimeException e) {
            throw reader.damaged();
        }
    }
}
