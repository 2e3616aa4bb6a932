package io.jenkins.plugins.securitycenter.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import io.jenkins.plugins.securitycenter.status.JobRisk;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A cell of the column with the findings of jobs.
 *
 * @param risk empty for an empty cell
 * @param unread whether the builds of the job are still being read
 */
@Restricted(NoExternalUse.class)
public record FindingsCell(Optional<JobRisk> risk, boolean unread) {

    static final FindingsCell EMPTY = of(Optional.empty());
    static final FindingsCell UNREAD = new FindingsCell(Optional.empty(), true);

    static FindingsCell of(Optional<JobRisk> risk) {
        return new FindingsCell(risk, false);
    }

    /** Returns the text by which Jenkins sorts the table. */
    public String order() {
        return risk.map(JobRisk::order).orElse("");
    }

    /** Returns the path of the page of the record or, for several, of the build. */
    public String page() {
        return risk.map(JobRisk::page).orElse("");
    }

    /** Returns the number of findings, for example {@code 1,234 findings}, or that it is unknown. */
    public String total() {
        return risk.map(one -> one.unknown()
                        ? Messages.FindingsCell_unknown()
                        : total(one.total().total()))
                .orElse("");
    }

    private static String total(long total) {
        return total == 1
                ? Messages.FindingsCell_finding()
                : Messages.FindingsCell_findings(PageNumbers.grouped(total));
    }

    /** Returns the number of new findings, for example {@code 3 new}; empty if the record was not compared. */
    public String added() {
        return risk.flatMap(JobRisk::added)
                .map(totals -> Messages.FindingsCell_new(PageNumbers.grouped(totals.total())))
                .orElse("");
    }

    /** Returns the severity of the most severe findings; null if there are none. */
    @CheckForNull
    public Severity worst() {
        return risk.flatMap(JobRisk::worst).orElse(null);
    }

    /** Returns whether findings may be missing. */
    public boolean unclear() {
        return risk.map(JobRisk::unclear).orElse(false);
    }

    /** Returns the number of the build, and its findings by severity. */
    public String text() {
        return risk.map(one -> "#" + one.number() + ": " + bySeverity(one)).orElse("");
    }

    /** Returns the findings by severity as text, or that they are unknown. */
    static String bySeverity(JobRisk risk) {
        return risk.unknown()
                ? Messages.FindingsCell_unknown()
                : SeverityBar.of(risk.total()).text();
    }
}
