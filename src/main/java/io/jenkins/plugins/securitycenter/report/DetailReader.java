package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.IntPredicate;

/** Reads complete findings from the blocks of an open file. Not thread-safe. */
final class DetailReader {

    private static final Change[] CHANGES = Change.values();

    private final SectionReader reader;
    private final Footer footer;

    DetailReader(SectionReader reader, Footer footer) {
        this.reader = reader;
        this.footer = footer;
    }

    /** Returns the source of the plugins of the file, including all their texts. */
    PluginSource texts() {
        return new PluginTexts(reader, footer.plugins());
    }

    /** Passes the findings of the selected rows to the sink, in the order of the rows. */
    void read(IntPredicate rows, PluginSource plugins, StoredFindings.Sink sink) throws IOException {
        for (Footer.Block block : footer.details()) {
            if (block.numbers().anyMatch(rows)) {
                readBlock(block, rows, plugins, sink);
            }
        }
    }

    /** Returns the finding in that row, which must exist. */
    StoredFindings.Entry get(int row) throws IOException {
        Footer.Block block = footer.block(row);
        try (DataInputStream in = reader.open(block.section())) {
            for (int before = block.firstRow(); before < row; before++) {
                read(in, PluginSource.IDS);
            }
            return read(in, texts());
        }
    }

    private void readBlock(Footer.Block block, IntPredicate rows, PluginSource plugins, StoredFindings.Sink sink)
            throws IOException {
        try (DataInputStream in = reader.open(block.section())) {
            for (int row : block.numbers().toArray()) {
                boolean wanted = rows.test(row);
                StoredFindings.Entry entry = read(in, wanted ? plugins : PluginSource.IDS);
                if (wanted) {
                    sink.accept(entry.finding(), entry.change());
                }
            }
        }
    }

    private StoredFindings.Entry read(DataInputStream in, PluginSource plugins) throws IOException {
        try {
            Change change = CHANGES[in.readByte()];
            return new StoredFindings.Entry(FindingCodec.read(in, plugins), change);
        } catch (EOFException | RuntimeException e) {
            throw reader.damaged();
        }
    }
}
