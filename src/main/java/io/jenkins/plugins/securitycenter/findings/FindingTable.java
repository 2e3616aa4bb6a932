package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The columns of all findings of a file, for filtering, sorting and paging. Immutable once read, so that a table can
 * serve many requests.
 */
public final class FindingTable {

    private final FindingColumns columns;
    private final SegmentEntries entries;
    private final FileFooter footer;
    private volatile List<Fix> fixes = List.of();
    private int[] hostGroups = {};

    private FindingTable(FileFooter footer) {
        this.footer = footer;
        columns = new FindingColumns(footer.rows());
        entries = new SegmentEntries(footer);
    }

    static FindingTable read(SectionReader reader, FileFooter footer) throws IOException {
        FindingTable table = new FindingTable(footer);
        for (FileSection segment : footer.segments()) {
            reader.read(segment, in -> {
                table.entries.append(in, table.columns);
                return table;
            });
        }
        if (table.columns.rows() != footer.rows() || !table.entries.match(table.columns)) {
            throw reader.damaged();
        }
        if (footer.format() < FindingCodec.SOLUTIONS_IN_SEGMENTS) {
            table.readSolutions(reader);
        }
        return table;
    }

    /** Reads the solutions from the texts of the plugins, because the segments of earlier formats lack them. */
    private void readSolutions(SectionReader reader) throws IOException {
        PluginLookup texts = new PluginCache(reader, footer.plugins(), footer.format());
        List<Plugin> plugins = plugins();
        for (int i = 0; i < plugins.size(); i++) {
            plugins.set(i, texts.plugin(i, "").withSolution(FixParser.MOST_CHARACTERS));
        }
    }

    /**
     * Returns a page with a row for each finding.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public TablePage<FindingRow> findings(TableQuery query) {
        return new FindingRows(this).page(query);
    }

    /**
     * Returns the findings before and after that row, in the order and with the filter of the query.
     *
     * @return empty if the row does not match the filter
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public Optional<AdjacentFindings> around(int row, TableQuery query) {
        return new FindingRows(this).around(row, query);
    }

    /**
     * Returns a page with a row for each host.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public TablePage<HostRow> hosts(TableQuery query) {
        return new GroupRows(this).hosts(query);
    }

    /**
     * Returns a page with a row for each plugin.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public TablePage<PluginRow> plugins(TableQuery query) {
        return new GroupRows(this).plugins(query);
    }

    /**
     * Returns a page with a row for each fix.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public TablePage<FixRow> fixes(TableQuery query) {
        return new FixRows(this).page(query);
    }

    /** Returns the title of a fix in that page; empty if no open finding has it. */
    public Optional<String> fixTitle(String id) {
        return new FixRows(this).title(id);
    }

    /**
     * Returns a page with a row for each CVE.
     *
     * @throws IllegalArgumentException if this view cannot be sorted by that column; the message is shown to users
     */
    public TablePage<CveRow> cves(TableQuery query) {
        return new CveRows(this).page(query);
    }

    /** Returns the due date of a finding, if it has one. */
    public Optional<LocalDate> dueDate(int row) {
        int day = columns.get(Field.DUE, row);
        return day == FindingColumns.NO_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** Returns the numbers of open findings that are due on each day. */
    public SortedMap<LocalDate, Totals> dueDates() {
        SortedMap<LocalDate, Totals> dates = new TreeMap<>();
        RowFilter.open(this, TableFilter.CURRENT)
                .forEach(row -> dueDate(row)
                        .ifPresent(date -> dates.merge(
                                date, Totals.NONE.plus(severity(row), 1), (all, one) -> all.plus(severity(row), 1))));
        return dates;
    }

    /** Returns the latest due date that had passed when the findings were recorded. */
    public Optional<LocalDate> lastPassedDueDate() {
        return IntStream.range(0, size())
                .filter(rows(TableFilter.CURRENT.withRisk(new RiskFilter(false, 0, false, true))))
                .mapToObj(this::dueDate)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** Returns a predicate of the current findings that are suppressed or whose risk is accepted. */
    public IntPredicate excused() {
        return row -> FindingState.values()[columns.get(Field.CHANGE, row)].current()
                && (columns.get(Field.FLAGS, row) & (FindingColumns.SUPPRESSED | FindingColumns.ACCEPTED)) != 0;
    }

    private Severity severity(int row) {
        return Severity.values()[columns.get(Field.SEVERITY, row)];
    }

    /** Returns a predicate of the rows that match the filter, by their numbers in the file. */
    public IntPredicate rows(TableFilter filter) {
        return new RowFilter(this, filter);
    }

    /** Returns how many of the rows that match the filter are current, and neither accepted nor suppressed. */
    public int open(TableFilter filter) {
        return RowFilter.open(this, filter).count();
    }

    /** Returns the number of rows, which determines the memory that the table takes. */
    public int size() {
        return columns.rows();
    }

    FindingColumns columns() {
        return columns;
    }

    List<Plugin> plugins() {
        return entries.plugins();
    }

    /** Returns the fix of each plugin. */
    List<Fix> fixes() {
        if (fixes.size() != plugins().size()) {
            fixes = PluginFixes.of(plugins());
        }
        return fixes;
    }

    List<Host> hosts() {
        return entries.hosts();
    }

    /** Returns the number of the group of each host; entries that are one host have the same. */
    synchronized int[] hostGroups() {
        if (hostGroups.length != hosts().size()) {
            hostGroups = HostGrouping.numbers(hosts());
        }
        return hostGroups;
    }

    FileFooter footer() {
        return footer;
    }
}
