package io.jenkins.plugins.securitycenter.findings;

import java.util.Objects;

/**
 * A request for a page of a table.
 *
 * @param start number of entries to skip
 * @param length maximum number of entries to return, 1 to 1000
 */
public record TableQuery(TableFilter filter, SortColumn sort, boolean descending, int start, int length) {

    public static final int MOST_ENTRIES = 1000;

    /** The first 100 current findings, most severe first. */
    public static final TableQuery FIRST = new TableQuery(TableFilter.CURRENT, SortColumn.SEVERITY, true, 0, 100);

    /** @throws IllegalArgumentException if start or length is out of range; the message names it */
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

    public TableQuery page(int first, int most) {
        return new TableQuery(filter, sort, descending, first, most);
    }
}
