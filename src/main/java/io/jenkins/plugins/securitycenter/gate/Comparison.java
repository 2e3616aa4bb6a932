package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the current findings with those of a reference. Three passes keep no findings in memory, only about 13 bytes
 * for each finding and 100 bytes for each host of the reference, and 29 bytes for each current host:
 *
 * <ol>
 *   <li>{@link #remember} every finding of the reference;
 *   <li>{@link #accept} every current finding: new or outstanding;
 *   <li>{@link #recheck} every finding of the reference again: outstanding, fixed, not scanned or not
 *       checked.
 * </ol>
 *
 * <p>Two hosts are the same if their {@code Host.identity()} is equal. Otherwise a current host may still match a
 * similar host of the reference: one with the same UUID if one of the two repositories identifies hosts by it, or one
 * with the same address and the same name, or with the same address if one of the two has no name or no UUID. Each
 * finding of the reference makes at most one finding on a similar host outstanding, so the number of new findings is
 * never too low. A host of the reference counts as scanned if no other host can be the one that was scanned. Not
 * thread-safe.
 */
public final class Comparison {

    private final boolean compared;
    private final ReferenceIndex reference;
    private final HostChecks checks;
    private final SeverityCounter suppressed = new SeverityCounter();
    private final SeverityCounter[] tallies = new SeverityCounter[FindingState.values().length];

    private Comparison(boolean compared, ReferenceIndex reference, HostChecks checks) {
        this.compared = compared;
        this.reference = reference;
        this.checks = checks;
        Arrays.setAll(tallies, index -> new SeverityCounter());
    }

    /** Creates a comparison with a reference, which may contain no findings. */
    public static Comparison withReference() {
        return new Comparison(true, new ReferenceIndex(), new HostChecks());
    }

    /** Creates a comparison without a reference: the change of every finding is unknown. */
    public static Comparison withoutReference() {
        return new Comparison(false, new ReferenceIndex(), new HostChecks());
    }

    /** Returns a new comparison with the same reference settings that already knows which hosts were scanned. */
    public Comparison restarted() {
        return new Comparison(compared, reference.restarted(), checks);
    }

    /** Returns what the current scan could see on each of its hosts. */
    public HostChecks checks() {
        return checks;
    }

    /** First pass: adds a finding of the reference. */
    public void remember(Finding finding) {
        if (!compared) {
            throw new IllegalStateException(
                    "A comparison without a reference does not accept findings of a reference.");
        }
        if (finding.plugin().id().equals(ScanInformation.PLUGIN)) {
            checks.expectReports();
        }
        reference.add(finding);
    }

    /** First pass: adds a finding of the reference that was verified as fixed since, so that it is new if it is current. */
    public void rememberFixed(Finding finding) {
        reference.addFixed(finding);
    }

    /**
     * Second pass: classifies and counts a current finding. Its host counts as scanned. Rows that were read twice must
     * be removed first.
     */
    public FindingState accept(Finding finding) {
        return count(finding, state(finding));
    }

    /** Second pass: classifies a current finding that is suppressed, and counts it only as such. */
    public FindingState acceptSuppressed(Finding finding) {
        suppressed.add(finding.severity());
        return state(finding);
    }

    private FindingState state(Finding finding) {
        HostDigests host = reference.digests(finding);
        checks.add(host.identity(), finding);
        if (!compared) {
            return FindingState.UNKNOWN;
        }
        return reference.match(host, finding) ? FindingState.OUTSTANDING : FindingState.NEW;
    }

    /**
     * Second pass: returns the finding that was accepted last, first seen at the earlier of its own time and that of the
     * reference. A server that forgets a finding for a while starts its time again.
     */
    public Finding dated(Finding accepted) {
        long firstSeen = reference.firstSeen();
        Optional<Instant> own = accepted.firstSeen();
        return firstSeen == 0 || own.isPresent() && own.get().getEpochSecond() <= firstSeen
                ? accepted
                : accepted.firstSeenAt(Instant.ofEpochSecond(firstSeen));
    }

    /**
     * Second pass: returns a number that identifies the finding of the reference that the last current finding matched,
     * or a negative number if there is none.
     */
    public int slot() {
        return reference.slot();
    }

    /** Third pass: returns the number that identifies a finding of the reference, see {@link #slot()}. */
    public int slot(Finding finding) {
        return reference.slot(finding);
    }

    /**
     * Second pass: records that the host of a finding was scanned, and what the scanner reports about that host. The
     * finding itself does not count.
     */
    public void scanned(Finding finding) {
        HostDigests host = reference.digests(finding);
        checks.add(host.identity(), finding);
        if (compared) {
            reference.reach(host);
        }
    }

    /** Returns whether some finding of the reference is missing: it was not found again. */
    public boolean hasMissing() {
        return reference.hasMissing();
    }

    /** Returns whether that finding of the reference is missing. */
    public boolean isMissing(Finding finding) {
        return reference.isMissing(finding);
    }

    /**
     * Records a finding that exists, but does not match the filters. If it is missing, it is not checked.
     *
     * @return whether it is missing
     */
    public boolean filterOut(Finding finding) {
        return compared && reference.filterOut(reference.digests(finding), finding);
    }

    /** Third pass: returns whether that finding of the reference exists, but does not match the filters. */
    public boolean isFilteredOut(Finding finding) {
        return reference.isFilteredOut(finding);
    }

    /** Third pass: returns whether that finding of the reference was found again. */
    public boolean isCurrent(Finding finding) {
        return reference.isCurrent(finding);
    }

    /** Third pass: returns whether the host of that finding of the reference was scanned. */
    public boolean isScanned(Finding finding) {
        return reference.isReached(finding);
    }

    /**
     * Third pass: returns what the finding of the reference is if it is not current: fixed, not scanned, or not checked.
     *
     * @param inReference whether it was current in the reference, which may also remember earlier findings
     */
    public FindingState missing(Finding finding, boolean inReference) {
        if (isFilteredOut(finding)) {
            return FindingState.NOT_CHECKED;
        }
        if (!isScanned(finding)) {
            return FindingState.NOT_SCANNED;
        }
        return checks.checked(reference.currentHost(finding), finding, inReference)
                ? FindingState.FIXED
                : FindingState.NOT_CHECKED;
    }

    /**
     * Third pass: returns why the scan could not have found that finding of the reference; empty if it could.
     *
     * @param inReference whether it was current in the reference
     */
    public Optional<CheckObstacle> obstacle(Finding finding, boolean inReference) {
        return isScanned(finding)
                ? Optional.ofNullable(checks.obstacle(reference.currentHost(finding), finding, inReference))
                : Optional.of(CheckObstacle.NOT_SCANNED);
    }

    /**
     * Third pass: classifies and counts a finding of the reference.
     *
     * @param missing what it is if it is not current, see {@link #missing}
     */
    public FindingState recheck(Finding finding, FindingState missing) {
        return isCurrent(finding) ? FindingState.OUTSTANDING : count(finding, missing);
    }

    /** Third pass: counts a finding of the reference as current that the server does not send although it exists. */
    public void keep(Finding finding, boolean isSuppressed) {
        reference.markCurrent(finding);
        (isSuppressed ? suppressed : tally(FindingState.OUTSTANDING)).add(finding.severity());
    }

    /** Returns the counts so far. */
    public StateCounts changes() {
        SeverityCounter[] current = {
            tally(FindingState.NEW), tally(FindingState.OUTSTANDING), tally(FindingState.UNKNOWN)
        };
        return new StateCounts(
                compared,
                SeverityCounter.sum(current),
                tally(FindingState.NEW).totals(),
                tally(FindingState.OUTSTANDING).totals(),
                tally(FindingState.FIXED).totals(),
                tally(FindingState.NOT_SCANNED).totals(),
                tally(FindingState.NOT_CHECKED).totals(),
                suppressed.totals(),
                Totals.NONE);
    }

    private FindingState count(Finding finding, FindingState state) {
        tally(state).add(finding.severity());
        return state;
    }

    private SeverityCounter tally(FindingState state) {
        return tallies[state.ordinal()];
    }
}
