package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** A table with a row for each finding. */
final class FindingRows {

    private final FindingTable table;
    private final FindingColumns columns;

    FindingRows(FindingTable table) {
        this.table = table;
        columns = table.columns();
    }

    TablePage<FindingRow> page(TableQuery query) {
        IntToLongFunction keys = keys(query);
        SmallestKeys smallest = new SmallestKeys((long) query.start() + query.length(), columns.rows());
        int matching = new RowFilter(table, query.filter()).forEach(row -> smallest.accept(keys.applyAsLong(row)));
        List<FindingRow> entries = smallest.sorted()
                .skip(query.start())
                .mapToObj(key -> row((int) key))
                .toList();
        return new TablePage<>(total(query, matching), matching, entries);
    }

    /** Returns the rows before and after a row, without sorting; empty if the row does not match the filter. */
    Optional<AdjacentFindings> around(int row, TableQuery query) {
        RowFilter filter = new RowFilter(table, query.filter());
        if (row >= columns.rows() || !filter.test(row)) {
            return Optional.empty();
        }
        IntToLongFunction keys = keys(query);
        AdjacentKeys nearest = new AdjacentKeys(keys.applyAsLong(row));
        filter.forEach(other -> nearest.accept(keys.applyAsLong(other)));
        return Optional.of(nearest.neighbours());
    }

    /**
     * Returns sort keys that combine rank and row in one number: sorting creates no objects, and rows of equal rank
     * keep their order.
     */
    private IntToLongFunction keys(TableQuery query) {
        IntUnaryOperator rank = rank(query.sort().in(SortColumn.OF_FINDINGS));
        IntUnaryOperator order = query.descending() ? row -> ~rank.applyAsInt(row) : rank;
        return row -> (long) order.applyAsInt(row) << Integer.SIZE | row;
    }

    /** Returns the number of findings without filters, except that on changes. */
    private int total(TableQuery query, int matching) {
        TableFilter unfiltered = query.filter().unfiltered();
        return query.filter().equals(unfiltered) ? matching : new RowFilter(table, unfiltered).count();
    }

    private IntUnaryOperator rank(SortColumn column) {
        return switch (column) {
            case SEVERITY -> value(Field.SEVERITY);
            case CHANGE -> value(Field.CHANGE);
            case PORT -> value(Field.PORT);
            case CVSS -> value(Field.CVSS);
            case VPR -> value(Field.VPR);
            case FIRST_SEEN -> row -> columns.get(Field.FIRST_SEEN, row) ^ Integer.MIN_VALUE;
            case PLUGIN -> ranks(Field.PLUGIN, table.plugins(), Plugin::id);
            case NAME -> ranks(Field.PLUGIN, table.plugins(), Plugin::name);
            case FAMILY -> ranks(Field.PLUGIN, table.plugins(), Plugin::family);
            default -> ranks(Field.HOST, table.hosts(), FindingLocation::host);
        };
    }

    private IntUnaryOperator value(Field field) {
        return row -> columns.get(field, row);
    }

    private <T> IntUnaryOperator ranks(Field field, List<T> things, Function<T, String> name) {
        int[] ranks = NaturalOrder.ranks(things.stream().map(name).toList());
        return row -> ranks[columns.get(field, row)];
    }

    private FindingRow row(int row) {
        int flags = columns.get(Field.FLAGS, row);
        Plugin plugin = table.plugins().get(columns.get(Field.PLUGIN, row));
        Host host = table.hosts().get(columns.get(Field.HOST, row));
        Risk risk = new Risk(
                FindingCodec.exploit(flags),
                score(Field.CVSS, row),
                columns.get(Field.CVSS_VERSION, row),
                score(Field.VPR, row),
                columns.epss(row),
                (flags & FindingColumns.ACCEPTED) != 0,
                "",
                (flags & FindingColumns.RECAST) != 0);
        return new FindingRow(
                row,
                FindingState.values()[columns.get(Field.CHANGE, row)],
                (flags & FindingColumns.SUPPRESSED) != 0,
                (flags & FindingColumns.OVERDUE) != 0,
                new Finding(
                        plugin,
                        Severity.values()[columns.get(Field.SEVERITY, row)],
                        host,
                        columns.get(Field.PORT, row),
                        table.footer().protocols().get(columns.get(Field.PROTOCOL, row)),
                        table.footer().repositories().get(columns.get(Field.REPOSITORY, row)),
                        risk,
                        time(columns.get(Field.FIRST_SEEN, row)),
                        Optional.empty(),
                        ""));
    }

    private OptionalDouble score(Field field, int row) {
        int tenths = columns.get(field, row);
        return tenths < 0 ? OptionalDouble.empty() : OptionalDouble.of(tenths / 10.0);
    }

    private static Optional<Instant> time(int seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)));
    }
}
