package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The choice of a record as the reference of later builds. The build of the record stores it. The build that was the
 * last one at that time stores a copy, so that a search that comes from later builds finds the choice before it sees
 * any build that was recorded earlier; the copy is valid only as long as the chosen build has the same choice.
 */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class ReferenceChoice extends InvisibleAction {

    private final String recordId;
    private final int build;
    private final int lastBuild;
    private final String user;
    private final long time;

    /**
     * @param record the chosen record
     * @param lastBuild the number of the last build of the job
     * @param user the ID of the user
     */
    ReferenceChoice(FindingsAction record, int lastBuild, String user, Instant time) {
        this.recordId = record.getId();
        this.build = record.getRun().getNumber();
        this.lastBuild = lastBuild;
        this.user = TextSanitizer.xml(user);
        this.time = time.toEpochMilli();
    }

    /** Returns the choice of the record, if it is chosen. */
    public static Optional<ReferenceChoice> of(FindingsAction record) {
        Run<?, ?> run = record.getRun();
        return run.getActions(ReferenceChoice.class).stream()
                .filter(choice -> choice.recordId.equals(record.getId()) && choice.build == run.getNumber())
                .reduce((one, later) -> later);
    }

    /**
     * Returns the record that a search for a reference must use when it reaches a build: the one that was chosen when
     * this build was the last one, or else the record of the build itself if it is chosen.
     */
    public static Optional<FindingsAction> reached(Run<?, ?> run, String recordId) {
        List<ReferenceChoice> choices = run.getActions(ReferenceChoice.class);
        for (int i = choices.size() - 1; i >= 0; i--) {
            ReferenceChoice choice = choices.get(i);
            Run<?, ?> chosen = choice.recordId.equals(recordId) && choice.lastBuild == run.getNumber()
                    ? run.getParent().getBuildByNumber(choice.build)
                    : null;
            Optional<FindingsAction> record =
                    Optional.ofNullable(chosen).flatMap(one -> FindingsAction.of(one, recordId));
            if (record.flatMap(ReferenceChoice::of).filter(choice::same).isPresent()) {
                return record;
            }
        }
        return FindingsAction.of(run, recordId).filter(record -> of(record).isPresent());
    }

    /** Returns whether the other one is this choice or a copy of it. */
    boolean same(ReferenceChoice other) {
        return recordId.equals(other.recordId)
                && build == other.build
                && lastBuild == other.lastBuild
                && time == other.time;
    }

    /** Returns the build that stores the copy; null if it was deleted. */
    @CheckForNull
    Run<?, ?> lastBuild(Run<?, ?> chosen) {
        return lastBuild == chosen.getNumber() ? chosen : chosen.getParent().getBuildByNumber(lastBuild);
    }

    /** Returns the ID of the user. */
    @Exported
    public String getUser() {
        return user;
    }

    /** Returns when the record was chosen, in ISO 8601. */
    @Exported
    public String getTime() {
        return Instant.ofEpochMilli(time).toString();
    }

    /** Returns when the record was chosen, for users. */
    public String getMinute() {
        return TimeFormat.minute(Instant.ofEpochMilli(time));
    }
}
