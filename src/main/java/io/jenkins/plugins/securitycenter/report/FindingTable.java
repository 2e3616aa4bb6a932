package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The columns of all findings of a file, to be filtered, sorted and shown in pages. Immutable once read, so one table
 * may serve many requests.
 */
public final class FindingTable {

    private final Columns columns;
    private final List<Plugin> plugins = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private final Footer footer;

    private FindingTable(Footer footer) {
        this.footer = footer;
        columns = new Columns(footer.rows());
    }

    static FindingTable read(SectionReader reader, Footer footer) throws IOException {
        FindingTable table = new FindingTable(footer);
        for (Section segment : footer.segments()) {
            try (DataInputStream in = reader.open(segment)) {
                table.append(in);
            }
        }
        return table;
    }

    /**
     * A page with a line for each finding.
     *
     * @throws IllegalArgumentException with a sentence when this view cannot be sorted by that column
     */
    public Page<FindingRow> findings(TableQuery query) {
        return new FindingView(this).page(query);
    }

    /** A page with a line for each host, under the same terms. */
    public Page<HostRow> hosts(TableQuery query) {
        return new GroupView(this).hosts(query);
    }

    /** A page with a line for each plugin, under the same terms. */
    public Page<PluginRow> plugins(TableQuery query) {
        return new GroupView(this).plugins(query);
    }

    /** The numbers of the rows that meet the filter, in ascending order. */
    IntStream rows(TableFilter filter) {
        return IntStream.range(0, columns.rows()).filter(new RowFilter(this, filter));
    }

    /** The keys of the rows that meet the filter, in ascending order. */
    long[] sortedKeys(TableFilter filter, IntToLongFunction key) {
        RowFilter matching = new RowFilter(this, filter);
        int rows = (int) IntStream.range(0, columns.rows()).filter(matching).count();
        // one array of the right size; a stream would hold three of them while it sorts
        long[] keys = new long[rows];
        int next = 0;
        for (int row = 0; next < rows; row++) {
            if (matching.test(row)) {
                keys[next++] = key.applyAsLong(row);
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    Columns columns() {
        return columns;
    }

    List<Plugin> plugins() {
        return plugins;
    }

    List<Host> hosts() {
        return hosts;
    }

    Footer footer() {
        return footer;
    }

    private void append(DataInputStream in) throws IOException {
        columns.append(in);
        for (int left = in.readInt(); left > 0; left--) {
            plugins.add(FindingCodec.readPlugin(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            hosts.add(FindingCodec.readHost(in));
        }
    }
}
