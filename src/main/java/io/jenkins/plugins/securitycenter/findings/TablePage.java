package io.jenkins.plugins.securitycenter.findings;

import java.util.List;

/**
 * A page of a table.
 *
 * @param total number of entries that match the filters on changes and suppressions, ignoring all other filters
 * @param matching number of entries that match all filters
 * @param entries entries on this page
 */
public record TablePage<T>(int total, int matching, List<T> entries) {

    public TablePage {
        entries = List.copyOf(entries);
    }
}
