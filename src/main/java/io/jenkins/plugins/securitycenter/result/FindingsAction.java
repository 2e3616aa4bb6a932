package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import java.util.List;
import java.util.Optional;
import jenkins.management.Badge;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerFallback;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A record of findings in a build: counts and verdict. The findings are in a separate file next to build.xml. */
@Restricted(NoExternalUse.class)
@ExportedBean
public final class FindingsAction extends RecordAction implements BuildBadgeAction, StaplerFallback {

    private final RecordOrigin origin;
    private final String summary;

    private transient RecordSummary parsed;

    /** @param name the heading of the record on pages */
    public FindingsAction(Run<?, ?> run, String id, String name, RecordOrigin origin, RecordSummary summary) {
        super(run, id, name);
        this.origin = origin;
        this.summary = summary.toText();
    }

    /** Returns the record with that ID, if the build has one. */
    public static Optional<FindingsAction> of(Run<?, ?> run, String id) {
        return run.getActions(FindingsAction.class).stream()
                .filter(action -> id.equals(action.getUrlName()))
                .findFirst();
    }

    /** Returns the origin of the findings. */
    public RecordOrigin origin() {
        return origin;
    }

    public synchronized RecordSummary summary() {
        if (parsed == null) {
            parsed = RecordSummary.parse(summary);
        }
        return parsed;
    }

    @Exported
    public String getId() {
        return getUrlName();
    }

    @Exported
    public String getServer() {
        return origin.server();
    }

    @Exported
    public String getScanResultId() {
        return origin.scanResultId();
    }

    @Exported
    public String getUrl() {
        return origin.url();
    }

    /** Returns the reference build; empty for none. */
    @Exported
    public String getReference() {
        return origin.reference();
    }

    /** Returns the choice of this record as the reference of later builds; null if it is not chosen. */
    @Exported
    @CheckForNull
    public ReferenceChoice getReferenceChoice() {
        return ReferenceChoice.of(this).orElse(null);
    }

    /** Returns whether hosts were scanned and the server sent all findings, so that the record may be chosen. */
    public boolean isComplete() {
        Verdict verdict = shown().verdict();
        return !isNothingScanned() && getMissing() == 0 && !verdict.incomplete() && !verdict.nothingScanned();
    }

    /** Returns whether the current user may choose the reference of later builds. */
    public boolean isConfigurable() {
        return getRun().getParent().hasPermission(Item.CONFIGURE);
    }

    /** Returns whether findings may be missing: the scan is partial, or the server did not send all findings. */
    @Exported
    public boolean isPartial() {
        return origin.partial();
    }

    /** Returns whether the scan did not reach all of its targets. */
    public boolean isPartialScan() {
        return origin.partialScan();
    }

    /** Returns the number of findings that SecurityCenter counts but did not send. */
    @Exported
    public long getMissing() {
        return origin.missing();
    }

    /** Returns the number of rows that were received more than once; only the most severe copy is counted. */
    @Exported
    public long getRepeated() {
        return origin.repeated();
    }

    /** Returns warnings about reading the findings, one sentence each. */
    public List<String> getReadingTexts() {
        return origin.readingTexts();
    }

    /** Returns whether no host was scanned, so that it is unknown whether there are vulnerabilities. */
    @Exported
    public boolean isNothingScanned() {
        return origin.nothingScanned();
    }

    /** Returns the warning that no host was scanned. */
    public String getNothingText() {
        return origin.nothingText();
    }

    /** Returns whether there was a reference build. */
    @Exported
    public boolean isCompared() {
        return shown().changes().compared();
    }

    @Exported
    public SeverityCounts getTotals() {
        return new SeverityCounts(shown().changes().total());
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

    /** Returns the number of scanned hosts; 0 for a record of an earlier version. */
    @Exported
    public long getHosts() {
        return shown().checked().hosts();
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

    /** Returns the counts of suppressed findings, which no other count includes. */
    @Exported
    public SeverityCounts getSuppressed() {
        return new SeverityCounts(shown().changes().suppressed());
    }

    /** Returns the lines about expired, expiring and unused suppressions. */
    public List<String> getSuppressionTexts() {
        return shown().suppressions().lines();
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

    /** Returns the counts in one line, as alternative text of the icon. */
    public String getText() {
        try {
            String text = Headline.of(summary().changes()).text();
            String warned = isNothingScanned() ? Messages.FindingsAction_nothingScanned(text) : text;
            return isPartial() ? Messages.FindingsAction_partial(warned) : warned;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    public SeverityBar getBar() {
        return SeverityBar.of(shown().changes().total());
    }

    /** Returns the rows of the table on the page of the build. */
    public List<SeverityRow> getRows() {
        return SeverityRow.of(shown().changes());
    }

    /** Returns the summary, or an empty one if it cannot be read, so that the pages of the build and job still work. */
    RecordSummary shown() {
        try {
            return summary();
        } catch (IllegalArgumentException e) {
            return new RecordSummary(StateCounts.NONE, Verdict.NONE);
        }
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Returns the badge in the side panel; null for none. */
    @CheckForNull
    public Badge getBadge() {
        return Headline.of(shown().changes()).badge();
    }

    /** Returns the object that handles the URLs below this record. */
    @Override
    public RecordPages getStaplerFallback() {
        return new RecordPages(this);
    }
}
