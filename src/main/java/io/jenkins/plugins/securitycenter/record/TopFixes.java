package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import java.util.List;

/** Finds the fixes that remove the most risk from the findings of a record. */
final class TopFixes {

    private static final TableQuery QUERY = new TableQuery(TableFilter.CURRENT, SortColumn.RISK, true, 0, TopFix.MOST);

    private TopFixes() {}

    /** Returns at most five fixes; none that removes no risk. */
    static List<TopFix> of(FindingTable table) {
        return table.fixes(QUERY).entries().stream()
                .filter(row -> row.fix().known() && row.share() > 0)
                .map(TopFixes::summary)
                .toList();
    }

    private static TopFix summary(FixRow row) {
        return new TopFix(
                row.fix().id(),
                row.title(),
                row.totals().total(),
                row.hosts(),
                row.severity(),
                row.knownExploited(),
                Math.round(row.share() * 10) / 10.0);
    }
}
