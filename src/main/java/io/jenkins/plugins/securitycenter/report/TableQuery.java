package io.jenkins.plugins.securitycenter.report;

import java.util.Objects;

/**
 * A request for a page of a table.
 *
 * @param start how many entries to skip
 * @param length how many entries to return at most, 1 to 1000
 */
public record TableQuery(TableFilter filter, SortColumn sort, boolean descending, int start, int length) {

    public static final int MOST_ENTRIES = 1000;

    /** The first hundred current findings, the worst first. */
    public static final TableQuery FIRST = new TableQuery(TableFilter.CURRENT, SortColumn.SEVERITY, true, 0, 100);

    /** @throws IllegalArgumentException with a sentence that says which value is out of range */
    public TableQuery {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(sort);
        if (start < 0) {
            throw new IllegalArgumentException("start must be 0 or greater, but was " + start + ".");
        }
        if (length < 1 || length > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "length must be from 1 to " + MOST_ENTRIES + ", but was " + length + ".");
        }
    }

    public TableQuery with(TableFilter other) {
        return new TableQuery(other, sort, descending, start, length);
    }

    public TableQuery sorted(SortColumn column, boolean downwards) {
        return new TableQuery(filter, column, downwards, start, length);
    }

    public TableQuery page(int first, int most) {
        return new TableQuery(filter, sort, descending, first, most);
    }
}
