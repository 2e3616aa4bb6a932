package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

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

    /**
     * The findings before and after that row, in the order and with the filter of the query.
     *
     * @return empty when the filter does not let that row through
     * @throws IllegalArgumentException with a sentence when this view cannot be sorted by that column
     */
    public Optional<Neighbours> around(int row, TableQuery query) {
        return new FindingView(this).around(row, query);
    }

    /** A page with a line for each host, under the same terms. */
    public Page<HostRow> hosts(TableQuery query) {
        return new GroupView(this).hosts(query);
    }

    /** A page with a line for each plugin, under the same terms. */
    public Page<PluginRow> plugins(TableQuery query) {
        return new GroupView(this).plugins(query);
    }

    /** Tells the rows that meet the filter, by their numbers in the file. */
    public IntPredicate rows(TableFilter filter) {
        return new RowFilter(this, filter);
    }

    /** The number of rows, which is what the table takes memory by. */
    int size() {
        return columns.rows();
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
