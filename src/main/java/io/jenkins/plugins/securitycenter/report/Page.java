package io.jenkins.plugins.securitycenter.report;

import java.util.List;

/**
 * A page of a table.
 *
 * @param total how many entries there are without the filter, except that on changes
 * @param matching how many entries meet the filter
 * @param entries those of them that the page shows
 */
public record Page<T>(int total, int matching, List<T> entries) {

    public Page {
        entries = List.copyOf(entries);
    }
}
