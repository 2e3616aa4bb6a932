package io.jenkins.plugins.securitycenter.gate;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The finding counts of a build, compared with the reference.
 *
 * @param compared whether there is a reference; if not, only {@code total}, {@code suppressed} and
 *     {@code overdue} can be more than zero
 * @param total current findings
 * @param added current findings that are not in the reference
 * @param outstanding current findings that are also in the reference, by their current severity
 * @param fixed findings of the reference that no longer exist
 * @param notScanned findings of the reference that are missing because their hosts were not scanned this time
 * @param notChecked findings of the reference that are missing because they could not be checked this time
 * @param suppressed suppressed current findings, which no other count includes
 * @param overdue current findings whose due date has passed or cannot be determined
 * @param knownExploited current findings in CISA's catalog of known exploited vulnerabilities; null if that is unknown
 */
public record StateCounts(
        boolean compared,
        Totals total,
        Totals added,
        Totals outstanding,
        Totals fixed,
        Totals notScanned,
        Totals notChecked,
        Totals suppressed,
        Totals overdue,
        @CheckForNull Totals knownExploited)
        implements Serializable {

    public static final StateCounts NONE =
            new StateCounts(false, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE);

    /** Sets the counts that an earlier version did not store. */
    public StateCounts {
        notChecked = notChecked == null ? Totals.NONE : notChecked;
        suppressed = suppressed == null ? Totals.NONE : suppressed;
        overdue = overdue == null ? Totals.NONE : overdue;
    }

    /** Creates counts without findings that are not checked, suppressed or overdue. */
    public StateCounts(
            boolean compared, Totals total, Totals added, Totals outstanding, Totals fixed, Totals notScanned) {
        this(compared, total, added, outstanding, fixed, notScanned, Totals.NONE, Totals.NONE, Totals.NONE);
    }

    /** Creates counts whose known exploited findings are unknown. */
    public StateCounts(
            boolean compared,
            Totals total,
            Totals added,
            Totals outstanding,
            Totals fixed,
            Totals notScanned,
            Totals notChecked,
            Totals suppressed,
            Totals overdue) {
        this(compared, total, added, outstanding, fixed, notScanned, notChecked, suppressed, overdue, null);
    }

    /** Returns these counts with the overdue findings. */
    public StateCounts withOverdue(Totals findings) {
        return new StateCounts(
                compared,
                total,
                added,
                outstanding,
                fixed,
                notScanned,
                notChecked,
                suppressed,
                findings,
                knownExploited);
    }

    /** Returns these counts with the known exploited findings; null if they are unknown. */
    public StateCounts withKnownExploited(@CheckForNull Totals findings) {
        return new StateCounts(
                compared, total, added, outstanding, fixed, notScanned, notChecked, suppressed, overdue, findings);
    }

    /** Returns whether all counts are present; stored counts may lack some. */
    boolean complete() {
        return Stream.of(total, added, outstanding, fixed, notScanned).allMatch(Objects::nonNull);
    }
}
