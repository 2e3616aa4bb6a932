package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Map;
import java.util.Set;

/**
 * The columns of the table of findings. A column whose value is the same in all rows that match the filter is left out,
 * unless the table is sorted by it by request.
 *
 * @param counts the counts of the record
 */
public record ShownColumns(TableRequest request, StateCounts counts) {

    private static final Set<FindingState> CURRENT =
            Set.of(FindingState.NEW, FindingState.OUTSTANDING, FindingState.UNKNOWN);

    public boolean severity() {
        return filter().severities().size() != 1;
    }

    /** Returns whether rows can differ in their change. */
    public boolean change() {
        Set<FindingState> wanted = filter().changes().isEmpty() ? CURRENT : filter().changes();
        Map<FindingState, Totals> totals = Map.of(
                FindingState.NEW, counts.added(),
                FindingState.OUTSTANDING, counts.outstanding(),
                FindingState.FIXED, counts.fixed(),
                FindingState.NOT_SCANNED, counts.notScanned(),
                FindingState.NOT_CHECKED, counts.notChecked());
        long different = wanted.stream()
                .filter(state -> totals.getOrDefault(state, Totals.NONE).total() > 0)
                .count();
        return counts.compared() && (different > 1 || filter().suppressed()) || sorted(SortColumn.CHANGE);
    }

    public boolean host() {
        return filter().host().isEmpty() || sorted(SortColumn.HOST);
    }

    public boolean port() {
        return filter().port() < 0 || sorted(SortColumn.PORT);
    }

    private boolean sorted(SortColumn column) {
        return request.sort() == column;
    }

    private TableFilter filter() {
        return request.filter();
    }
}
