package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The stored summary of a record, which may not be readable. */
@Restricted(NoExternalUse.class)
public abstract class StoredSummaryAction extends RecordAction {

    StoredSummaryAction(Run<?, ?> run, String id, String name) {
        super(run, id, name);
    }

    /** @throws IllegalArgumentException if the stored summary cannot be read; the message is shown to users */
    public abstract RecordSummary summary();

    /** Returns counts of the summary; null if it cannot be read or does not have them. */
    @CheckForNull
    SeverityCounts counts(Function<StateCounts, Totals> part) {
        try {
            Totals totals = part.apply(summary().changes());
            return totals == null ? null : new SeverityCounts(totals);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns why the stored summary cannot be read, so that none of its numbers is known; empty if it can. */
    public String getProblem() {
        try {
            summary();
            return "";
        } catch (IllegalArgumentException e) {
            return MessageText.of(e);
        }
    }

    boolean readable() {
        return getProblem().isEmpty();
    }

    /** Returns the summary, or an empty one if it cannot be read, so that the pages of the build and job still work. */
    RecordSummary shown() {
        try {
            return summary();
        } catch (IllegalArgumentException e) {
            return new RecordSummary(StateCounts.NONE, Verdict.NONE);
        }
    }
}
