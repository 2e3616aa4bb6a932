package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.report.Columns.Field;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
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
            reader.read(segment, table::append);
        }
        if (!table.sound()) {
            throw reader.damaged();
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

    /** Whether all rows are there, and what they refer to. */
    private boolean sound() {
        return columns.rows() == footer.rows()
                && refers(Field.SEVERITY, Severity.values().length)
                && refers(Field.CHANGE, Change.values().length)
                && refers(Field.PROTOCOL, footer.protocols().size())
                && refers(Field.REPOSITORY, footer.repositories().size())
                && refers(Field.PLUGIN, plugins.size())
                && refers(Field.HOST, hosts.size());
    }

    private boolean refers(Field field, int count) {
        return IntStream.range(0, columns.rows())
                .map(row -> columns.get(field, row))
                .allMatch(value -> value >= 0 && value < count);
    }

    private FindingTable append(DataInputStream in) throws IOException {
        columns.append(in);
        for (int left = in.readInt(); left > 0; left--) {
            plugins.add(FindingCodec.readPlugin(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            hosts.add(FindingCodec.readHost(in));
        }
        return this;
    }
}
