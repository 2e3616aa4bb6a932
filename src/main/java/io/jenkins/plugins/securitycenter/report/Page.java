package io.jenkins.plugins.securitycenter.report;

import java.util.List;

/**
 * A page of a table.
 *
 * @param total number of entries that match the filter on changes, ignoring all other filters
 * @param matching number of entries that match all filters
 * @param entries entries on this page
 */
public record Page<T>(int total, int matching, List<T> entries) {

    public Page {
        entries = List.copyOf(entries);
    }
}
