package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.result.view.ChangeCount;
import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import io.jenkins.plugins.securitycenter.result.view.VerdictLine;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import jenkins.management.Badge;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The counts and verdicts of a record as its pages and the remote API show them. */
@Restricted(NoExternalUse.class)
@ExportedBean
public abstract class SummaryAction extends StoredSummaryAction {

    /** @param name the heading of the record on pages */
    SummaryAction(Run<?, ?> run, String id, String name) {
        super(run, id, name);
    }

    /** Returns whether there was a reference build. */
    @Exported
    public boolean isCompared() {
        return shown().changes().compared();
    }

    /** Returns the counts of current findings; null if the record cannot be read. */
    @Exported
    @CheckForNull
    public SeverityCounts getTotals() {
        return counts(StateCounts::total);
    }

    /** Returns the counts of new findings; null without a reference build. */
    @Exported(name = "new")
    @CheckForNull
    public SeverityCounts getAdded() {
        return SeverityCounts.ofCompared(shown().changes(), StateCounts::added);
    }

    @Exported
    @CheckForNull
    public SeverityCounts getOutstanding() {
        return SeverityCounts.ofCompared(shown().changes(), StateCounts::outstanding);
    }

    @Exported
    @CheckForNull
    public SeverityCounts getFixed() {
        return SeverityCounts.ofCompared(shown().changes(), StateCounts::fixed);
    }

    /** Returns the counts of reference findings on hosts not scanned this time; null without a reference build. */
    @Exported
    @CheckForNull
    public SeverityCounts getNotScanned() {
        return SeverityCounts.ofCompared(shown().changes(), StateCounts::notScanned);
    }

    /** Returns the counts of reference findings that could not be checked; null without a reference build. */
    @Exported
    @CheckForNull
    public SeverityCounts getNotChecked() {
        return SeverityCounts.ofCompared(shown().changes(), StateCounts::notChecked);
    }

    /** Returns the number of scanned hosts, 0 for a record of an earlier version; null if the record cannot be read. */
    @Exported
    @CheckForNull
    public Long getHosts() {
        return readable() ? shown().checked().hosts() : null;
    }

    /** Returns the number of hosts that the scanner logged in to; null if that is unknown. */
    @Exported
    @CheckForNull
    public Long getAuthenticatedHosts() {
        CheckedHosts checked = shown().checked();
        return checked.loginsKnown() ? checked.authenticated() : null;
    }

    /** Returns at most 1000 hosts that the scanner did not log in to. */
    @Exported
    public List<HostReport> getNotAuthenticated() {
        return shown().checked().notAuthenticated().stream()
                .map(HostReport::new)
                .toList();
    }

    /** Returns sentences about the hosts that the scanner did not log in to. */
    public List<String> getHostTexts() {
        return shown().checked().sentences();
    }

    /** Returns the counts of suppressed findings, which no other count includes; null if the record cannot be read. */
    @Exported
    @CheckForNull
    public SeverityCounts getSuppressed() {
        return counts(StateCounts::suppressed);
    }

    /** Returns the counts of overdue findings; null if the record cannot be read. */
    @Exported
    @CheckForNull
    public SeverityCounts getOverdue() {
        return counts(StateCounts::overdue);
    }

    /** Returns the counts of findings in CISA's catalog of known exploited vulnerabilities; null if they are unknown. */
    @Exported
    @CheckForNull
    public SeverityCounts getKnownExploited() {
        return counts(StateCounts::knownExploited);
    }

    @Exported
    public SuppressionsReport getSuppressions() {
        return new SuppressionsReport(shown().suppressions());
    }

    /**
     * Returns {@code inactive}, {@code passed}, {@code stage}, {@code unstable} or {@code failed}; null if the record
     * cannot be read.
     */
    @Exported
    @CheckForNull
    public String getVerdict() {
        return readable() ? EnumWords.of(shown().verdict().outcome()) : null;
    }

    /** Returns the lines about expired, expiring and unused suppressions. */
    public List<String> getSuppressionTexts() {
        return shown().suppressions().lines();
    }

    /** Returns the five fixes that remove the most risk, or fewer. */
    @Exported
    public List<FixReport> getFixes() {
        return shown().fixes().stream().map(FixReport::new).toList();
    }

    @Exported
    public List<GateReport> getGates() {
        return shown().verdict().gates().stream().map(GateReport::new).toList();
    }

    /** Returns the verdicts on the quality of the scan. */
    @Exported
    public List<QualityReport> getScanQuality() {
        return shown().verdict().quality().stream().map(QualityReport::new).toList();
    }

    public SeverityBar getBar() {
        return SeverityBar.of(shown().changes().total());
    }

    /** Returns the verdict in one sentence. */
    public VerdictLine getVerdictLine() {
        return new VerdictLine(shown().verdict(), LocaleProvider.getLocale());
    }

    /** Returns the counts of the record. */
    public StateCounts getStateCounts() {
        return shown().changes();
    }

    /** Returns the numbers of findings by change; empty without a reference build. */
    public List<ChangeCount> getChangeCounts() {
        return ChangeCount.of(shown().changes());
    }

    /** Returns the rows of the table on the page of the build. */
    public List<SeverityRow> getRows() {
        return SeverityRow.of(shown().changes());
    }

    /** Returns the last row of that table. */
    public SeverityRow getTotalRow() {
        return SeverityRow.total(shown().changes());
    }

    /** Returns the number of suppressed findings for pages. */
    public String getSuppressedText() {
        return PageNumbers.grouped(shown().changes().suppressed().total());
    }

    /** Returns the number of overdue findings for pages. */
    public String getOverdueText() {
        return PageNumbers.grouped(shown().changes().overdue().total());
    }

    /** Returns the badge in the side panel; null for none. */
    @CheckForNull
    public Badge getBadge() {
        return Headline.of(shown().changes()).badge();
    }
}
