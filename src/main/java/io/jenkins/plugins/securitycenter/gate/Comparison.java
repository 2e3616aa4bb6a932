package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the current findings with those of a reference, in three passes that hold no finding in memory, only some 15
 * bytes for each identity:
 *
 * <ol>
 *   <li>{@link #remember} every finding of the reference;
 *   <li>{@link #accept} every current finding: new or outstanding;
 *   <li>{@link #recheck} every finding of the reference once more: outstanding, fixed or not scanned.
 * </ol>
 *
 * For one thread.
 */
public final class Comparison {

    private static final byte IN_REFERENCE = 1;
    private static final byte CURRENT = 2;
    private static final byte MISSING = 3;

    private final boolean compared;
    private final Fingerprints known = new Fingerprints();
    private final Tally[] tallies = new Tally[Change.values().length];
    private long duplicates;

    private Comparison(boolean compared) {
        this.compared = compared;
        Arrays.setAll(tallies, index -> new Tally());
    }

    /** A comparison with a reference, possibly one without findings. */
    public static Comparison withReference() {
        return new Comparison(true);
    }

    /** No comparison: the change of every finding is unknown. */
    public static Comparison withoutReference() {
        return new Comparison(false);
    }

    /** First pass: a finding that the reference has. */
    public void remember(Finding reference) {
        if (!compared) {
            throw new IllegalStateException("A comparison without a reference remembers no findings.");
        }
        known.mark(Fingerprint.of(reference.key()), IN_REFERENCE);
    }

    /**
     * Second pass: a current finding.
     *
     * @return its change, or empty when that finding was there already and is to be dropped; pages that shift while
     *     they are read repeat rows
     */
    public Optional<Change> accept(Finding current) {
        byte before = known.mark(Fingerprint.of(current.key()), CURRENT);
        if (before == CURRENT) {
            duplicates++;
            return Optional.empty();
        }
        Change known = before == IN_REFERENCE ? Change.OUTSTANDING : Change.NEW;
        return Optional.of(count(current, compared ? known : Change.UNKNOWN));
    }

    /** Whether the second pass had that finding. */
    public boolean isCurrent(Finding finding) {
        return known.mark(Fingerprint.of(finding.key())) == CURRENT;
    }

    /**
     * Third pass: a finding of the reference.
     *
     * @param scanned whether the current scan could have seen it, see {@link ScannedHosts}
     */
    public Change recheck(Finding reference, boolean scanned) {
        long fingerprint = Fingerprint.of(reference.key());
        byte before = known.mark(fingerprint);
        if (before == CURRENT) {
            return Change.OUTSTANDING;
        }
        Change change = scanned ? Change.FIXED : Change.NOT_SCANNED;
        known.mark(fingerprint, MISSING);
        return before == MISSING ? change : count(reference, change);
    }

    /** The numbers so far. */
    public Changes changes() {
        Tally[] current = {tally(Change.NEW), tally(Change.OUTSTANDING), tally(Change.UNKNOWN)};
        return new Changes(
                compared,
                Tally.sum(current),
                tally(Change.NEW).totals(),
                tally(Change.OUTSTANDING).totals(),
                tally(Change.FIXED).totals(),
                tally(Change.NOT_SCANNED).totals());
    }

    /** How many current findings were dropped as duplicates. */
    public long duplicates() {
        return duplicates;
    }

    private Change count(Finding finding, Change change) {
        tally(change).add(finding.severity());
        return change;
    }

    private Tally tally(Change change) {
        return tallies[change.ordinal()];
    }
}
