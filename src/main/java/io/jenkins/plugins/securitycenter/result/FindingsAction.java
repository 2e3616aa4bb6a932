package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.Changes;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.report.Text;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jenkins.management.Badge;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.StaplerFallback;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build recorded of findings: numbers and verdicts here, the findings themselves in a file beside build.xml. */
@ExportedBean
public final class FindingsAction implements RunAction2, BuildBadgeAction, StaplerFallback {

    private final String id;
    private final String name;
    private final Origin origin;
    private final String summary;

    private transient Run<?, ?> run;
    private transient Summary parsed;

    /** @param name what pages call the record */
    public FindingsAction(Run<?, ?> run, String id, String name, Origin origin, Summary summary) {
        this.run = run;
        this.id = id;
        this.name = Text.xml(name);
        this.origin = origin;
        this.summary = summary.toText();
    }

    /** The record of that id, if the build has one. */
    public static Optional<FindingsAction> of(Run<?, ?> run, String id) {
        return run.getActions(FindingsAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst();
    }

    /** Where the findings came from. */
    public Origin origin() {
        return origin;
    }

    public synchronized Summary summary() {
        if (parsed == null) {
            parsed = Summary.parse(summary);
        }
        return parsed;
    }

    /** The file with the findings. */
    public Path file() {
        return StoredFindings.file(run.getRootDir().toPath(), id);
    }

    public Run<?, ?> getRun() {
        return run;
    }

    @Exported
    public String getId() {
        return id;
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

    /** The build that was compared with; empty for none. */
    @Exported
    public String getReference() {
        return origin.reference();
    }

    /** Whether findings may be missing: the scan did not reach all of its targets, or the server not send all. */
    @Exported
    public boolean isPartial() {
        return origin.partial();
    }

    /** Whether the scan did not reach all of its targets. */
    public boolean isPartialScan() {
        return origin.partialScan();
    }

    /** How many findings SecurityCenter counts and did not send. */
    @Exported
    public long getMissing() {
        return origin.missing();
    }

    /** How many rows came more than once, of which the worse counts. */
    @Exported
    public long getRepeated() {
        return origin.repeated();
    }

    /** What has to be said of reading the findings, in sentences. */
    public List<String> getReadingTexts() {
        return origin.readingTexts();
    }

    /** Whether no host was scanned, so that the absence of findings says nothing. */
    @Exported
    public boolean isNothingScanned() {
        return origin.nothingScanned();
    }

    /** That no host was scanned, as a sentence. */
    public String getNothingText() {
        return origin.nothingText();
    }

    /** Whether there was a build to compare with. */
    @Exported
    public boolean isCompared() {
        return shown().changes().compared();
    }

    @Exported
    public SeverityCounts getTotals() {
        return new SeverityCounts(shown().changes().total());
    }

    /** Null when nothing was compared, like the next ones. */
    @Exported(name = "new")
    @CheckForNull
    public SeverityCounts getAdded() {
        return compared(Changes::added);
    }

    @Exported
    @CheckForNull
    public SeverityCounts getOutstanding() {
        return compared(Changes::outstanding);
    }

    @Exported
    @CheckForNull
    public SeverityCounts getFixed() {
        return compared(Changes::fixed);
    }

    /** Findings of the reference whose hosts were not scanned this time; null when nothing was compared. */
    @Exported
    @CheckForNull
    public SeverityCounts getNotScanned() {
        return compared(Changes::notScanned);
    }

    @CheckForNull
    private SeverityCounts compared(Function<Changes, Totals> part) {
        Changes changes = shown().changes();
        return changes.compared() ? new SeverityCounts(part.apply(changes)) : null;
    }

    @Exported
    public List<GateReport> getGates() {
        return shown().verdict().gates().stream().map(GateReport::new).toList();
    }

    /** The numbers in one line, for those who see no picture. */
    public String getText() {
        try {
            String text = Headline.of(summary().changes()).text();
            String told = isNothingScanned() ? Messages.FindingsAction_nothingScanned(text) : text;
            return isPartial() ? Messages.FindingsAction_partial(told) : told;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    public SeverityBar getBar() {
        return SeverityBar.of(shown().changes().total());
    }

    /** The table on the page of the build. */
    public List<SeverityRow> getRows() {
        return SeverityRow.of(shown().changes());
    }

    /** The summary, or an empty one if another version wrote it: that must not cost the page of the build or job. */
    Summary shown() {
        try {
            return summary();
        } catch (IllegalArgumentException e) {
            return new Summary(Changes.NONE, Verdict.NONE);
        }
    }

    public Api getApi() {
        return new Api(this);
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
    }

    /** The number in the side panel; null for none. */
    @CheckForNull
    public Badge getBadge() {
        return Headline.of(shown().changes()).badge();
    }

    /** What the addresses below this record show. */
    @Override
    public FindingsPages getStaplerFallback() {
        return new FindingsPages(this);
    }

    @Override
    public String getIconFileName() {
        return "symbol-shield-warning";
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getUrlName() {
        return id;
    }
}
