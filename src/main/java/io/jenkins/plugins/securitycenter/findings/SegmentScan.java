package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/** Reads the columns of a file segment by segment, so that memory does not grow with the number of findings. */
final class SegmentScan {

    /** Receives the columns of a segment; they are replaced by those of the next one. */
    @FunctionalInterface
    interface Rows {
        void accept(FindingColumns columns, int firstRow);
    }

    private static final FindingState[] STATES = FindingState.values();

    private final SectionReader reader;
    private final FileFooter footer;
    private final FindingColumns columns = new FindingColumns(SegmentWriter.MOST_ROWS);
    private final SegmentEntries entries;

    SegmentScan(SectionReader reader, FileFooter footer) {
        this.reader = reader;
        this.footer = footer;
        entries = new SegmentEntries(footer);
    }

    /** Reads all segments. */
    void each(Rows rows) throws IOException {
        entries.clear();
        int first = 0;
        for (FileSection segment : footer.segments()) {
            reader.read(segment, this::load);
            if (!entries.match(columns)) {
                throw reader.damaged();
            }
            rows.accept(columns, first);
            first += columns.rows();
        }
    }

    /** Returns the plugins of the segments that were read. */
    List<Plugin> plugins() {
        return entries.plugins();
    }

    /** Returns the hosts of the segments that were read. */
    List<Host> hosts() {
        return entries.hosts();
    }

    /** Returns whether a finding is current and neither suppressed nor accepted. */
    static boolean open(FindingColumns columns, int row) {
        return STATES[columns.get(Field.CHANGE, row)].current()
                && (columns.get(Field.FLAGS, row) & (FindingColumns.SUPPRESSED | FindingColumns.ACCEPTED)) == 0;
    }

    private SegmentScan load(DataInputStream in) throws IOException {
        columns.clear();
        entries.append(in, columns);
        return this;
    }
}
