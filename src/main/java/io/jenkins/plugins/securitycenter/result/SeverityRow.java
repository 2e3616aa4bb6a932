package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A row of the table on the page of a build. It is not a Java record because Jelly needs getters. */
@Restricted(NoExternalUse.class)
public final class SeverityRow {

    private final Severity severity;
    private final StateCounts counts;

    private SeverityRow(Severity severity, StateCounts counts) {
        this.severity = severity;
        this.counts = counts;
    }

    /** Returns one row per severity, the most severe first. */
    static List<SeverityRow> of(StateCounts counts) {
        return Severity.descending().stream()
                .map(severity -> new SeverityRow(severity, counts))
                .toList();
    }

    public Severity getSeverity() {
        return severity;
    }

    public String getLabel() {
        return severity.label();
    }

    public long getTotal() {
        return counts.total().count(severity);
    }

    /** Returns whether there was a reference build; otherwise the counts of changes have no meaning. */
    public boolean isCompared() {
        return counts.compared();
    }

    public long getAdded() {
        return counts.added().count(severity);
    }

    public long getFixed() {
        return counts.fixed().count(severity);
    }
}
