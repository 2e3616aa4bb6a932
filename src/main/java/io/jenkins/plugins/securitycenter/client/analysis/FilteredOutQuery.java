package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings on the hosts of a query that its other filters leave out.
 *
 * @param query the query with the filters
 * @param sameBefore whether an earlier query, to whose findings its own are compared, had the same filters
 */
public record FilteredOutQuery(AnalysisQuery query, boolean sameBefore) {

    /** Filters on what a finding is, which no rule, rating or scan changes. */
    private static final Set<String> IDENTITY = Set.of(AnalysisQuery.PLUGIN, "port", "protocol");

    /** Returns whether a finding of the earlier query that still exists can be missing, for example because it was recast. */
    public boolean canExist() {
        Set<String> names = names();
        if (sameBefore) {
            names.removeAll(IDENTITY);
        }
        boolean all = names.equals(Set.of(AnalysisQuery.SEVERITY))
                && otherSeverities().isEmpty();
        return query.source() != SourceType.PATCHED && !names.isEmpty() && !all;
    }

    /**
     * Returns a query for those of some plugins. If only the severity is filtered, it selects the other severities; otherwise
     * also findings that the query selects. It asks for accepted findings if the query does or filters them.
     */
    public AnalysisQuery of(Collection<String> plugins) {
        AnalysisQuery all = query.ofPlugins(String.join(",", plugins));
        return names().equals(Set.of(AnalysisQuery.SEVERITY))
                ? all.filter(AnalysisQuery.SEVERITY, otherSeverities())
                : all;
    }

    /** Returns the names of the filters on findings. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(query.filters().keySet());
        names.removeAll(query.ofPlaces().filters().keySet());
        return names;
    }

    private String otherSeverities() {
        List<String> selected = List.of(Objects.requireNonNull(query.filters().get(AnalysisQuery.SEVERITY))
                .asText()
                .split(","));
        return Arrays.stream(Severity.values())
                .map(severity -> Integer.toString(severity.id()))
                .filter(id -> !selected.contains(id))
                .collect(Collectors.joining(","));
    }
}
