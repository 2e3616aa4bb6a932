package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerFallback;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.springframework.security.access.AccessDeniedException;

/** A record of findings in a build: counts and verdict. The findings are in a separate file next to build.xml. */
@Restricted(NoExternalUse.class)
@ExportedBean
public final class FindingsAction extends SummaryAction implements BuildBadgeAction, StaplerFallback {

    private final RecordOrigin origin;
    private final String summary;

    private transient @Nullable RecordSummary parsed;

    /** @param name the heading of the record on pages */
    public FindingsAction(Run<?, ?> run, String id, String name, RecordOrigin origin, RecordSummary summary) {
        super(run, id, name);
        this.origin = origin;
        this.summary = summary.toText();
    }

    /** Returns the record with that ID, if the build has one. */
    public static Optional<FindingsAction> of(Run<?, ?> run, String id) {
        return all(run).filter(action -> id.equals(action.getUrlName())).findFirst();
    }

    /** Returns all records of the build. */
    static Stream<FindingsAction> all(Run<?, ?> run) {
        return run.getActions(FindingsAction.class).stream();
    }

    /** Returns the records of the build that judge it, so without those of verifications. */
    public static List<FindingsAction> recorded(Run<?, ?> run) {
        return all(run).filter(action -> !action.verifies()).toList();
    }

    /**
     * Returns whether the record only tells which findings of another record are fixed. It is neither a reference nor part of
     * a trend.
     */
    public boolean verifies() {
        return origin.verification().isPresent();
    }

    /** Returns the verification; null for other records. */
    @Exported
    @CheckForNull
    public VerificationOrigin getVerification() {
        return origin.verification().orElse(null);
    }

    /** Returns the origin of the findings. */
    public RecordOrigin origin() {
        return origin;
    }

    @Override
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

    /** Returns the path of the same record of the reference build; empty if there is none that the user may read. */
    public String getReferencePath() {
        try {
            Run<?, ?> build = getReference().isEmpty() ? null : Run.fromExternalizableId(getReference());
            String id =
                    origin.verification().map(VerificationOrigin::getRecordId).orElse(getId());
            return build == null || of(build, id).isEmpty() ? "" : build.getUrl() + id + "/";
        } catch (IllegalArgumentException | AccessDeniedException e) {
            return "";
        }
    }

    /** Returns the choice of this record as the reference of later builds; null if it is not chosen. */
    @Exported
    @CheckForNull
    public ReferenceChoice getReferenceChoice() {
        return ReferenceChoice.of(this).orElse(null);
    }

    /** Returns whether hosts were scanned and the server sent all findings, so that the record may be chosen. */
    public boolean isComplete() {
        try {
            Verdict verdict = summary().verdict();
            return !verifies()
                    && !isNothingScanned()
                    && getMissing() == 0
                    && !verdict.incomplete()
                    && !verdict.nothingScanned();
        } catch (IllegalArgumentException e) {
            return false;
        }
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

    /** Returns the counts in one line, as alternative text of the icon. */
    public String getText() {
        return origin.verification().map(VerificationOrigin::getSentence).orElseGet(this::counts);
    }

    private String counts() {
        try {
            String text = Headline.of(summary().changes()).text();
            String warned = isNothingScanned() ? Messages.FindingsAction_nothingScanned(text) : text;
            return isPartial() ? Messages.FindingsAction_partial(warned) : warned;
        } catch (IllegalArgumentException e) {
            return MessageText.of(e);
        }
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Returns the object that handles the URLs below this record. */
    @Override
    public RecordPages getStaplerFallback() {
        return new RecordPages(this);
    }
}
