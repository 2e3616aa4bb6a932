package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A row of the table on the page of a build: the counts of a severity, or of all. It is not a Java record because Jelly
 * needs getters.
 */
@Restricted(NoExternalUse.class)
public final class SeverityRow {

    private final Optional<Severity> severity;
    private final StateCounts counts;

    private SeverityRow(Optional<Severity> severity, StateCounts counts) {
        this.severity = severity;
        this.counts = counts;
    }

    /** Returns one row per severity, the most severe first. */
    static List<SeverityRow> of(StateCounts counts) {
        return Severity.descending().stream()
                .map(severity -> new SeverityRow(Optional.of(severity), counts))
                .toList();
    }

    /** Returns the row with the counts of all severities. */
    static SeverityRow total(StateCounts counts) {
        return new SeverityRow(Optional.empty(), counts);
    }

    /** Returns the severity; null for the row of all. */
    @CheckForNull
    public Severity getSeverity() {
        return severity.orElse(null);
    }

    /** Returns the label of the severity; empty for the row of all. */
    public String getLabel() {
        return severity.map(Severity::label).orElse("");
    }

    /** Returns the query string of the table of the findings with this severity, with a change if it is not empty. */
    public String link(String change) {
        String query = severity.map(value -> "severity=" + value.label()).orElse("");
        String changed = change.isEmpty() ? "" : "change=" + change;
        return "?" + query + (query.isEmpty() || changed.isEmpty() ? "" : "&") + changed;
    }

    public String getTotal() {
        return text(counts.total());
    }

    /** Returns whether there was a reference build; otherwise the counts of changes have no meaning. */
    public boolean isCompared() {
        return counts.compared();
    }

    public String getAdded() {
        return text(counts.added());
    }

    public String getFixed() {
        return text(counts.fixed());
    }

    private String text(Totals totals) {
        return PageNumbers.grouped(severity.map(totals::count).orElseGet(totals::total));
    }
}
