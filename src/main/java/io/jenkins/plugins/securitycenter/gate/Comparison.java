package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares the current findings with those of a reference. Three passes keep no findings in memory, only about 20 bytes
 * for each finding and 100 bytes for each host of the reference, and 25 bytes for each current host:
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

    private static final byte IN_REFERENCE = 1;
    private static final byte CURRENT = 2;
    /** Current, on a host that is similar to that of the reference. */
    private static final byte CLAIMED = 3;

    private final boolean compared;
    private final FieldDigest digest;
    private final ReferenceHosts hosts;
    private final HostChecks checks;
    private final FingerprintMap known = new FingerprintMap();
    private final SeverityCounter suppressed = new SeverityCounter();
    private final SeverityCounter[] tallies = new SeverityCounter[FindingState.values().length];

    /**
     * The finding of the reference that was looked up last, and the number of its host. Each finding is looked up
     * several times.
     */
    private Finding rechecked;

    private int number;
    /** When the reference first saw the finding that was accepted last, in seconds since 1970; 0 if unknown. */
    private long firstSeen;

    private int slot = FingerprintMap.NO_SLOT;

    private Comparison(boolean compared, FieldDigest digest, ReferenceHosts hosts, HostChecks checks) {
        this.compared = compared;
        this.digest = digest;
        this.hosts = hosts;
        this.checks = checks;
        Arrays.setAll(tallies, index -> new SeverityCounter());
    }

    /** Creates a comparison with a reference, which may contain no findings. */
    public static Comparison withReference() {
        return create(true);
    }

    /** Creates a comparison without a reference: the change of every finding is unknown. */
    public static Comparison withoutReference() {
        return create(false);
    }

    private static Comparison create(boolean compared) {
        // secret, so that nobody can choose host names that make two findings look like one
        FieldDigest digest = FieldDigest.secret();
        return new Comparison(compared, digest, new ReferenceHosts(digest), new HostChecks());
    }

    /** Returns a new comparison with the same reference settings that already knows which hosts were scanned. */
    public Comparison restarted() {
        return new Comparison(compared, digest, hosts, checks);
    }

    /** Returns what the current scan could see on each of its hosts. */
    public HostChecks checks() {
        return checks;
    }

    /** First pass: adds a finding of the reference. */
    public void remember(Finding reference) {
        if (!compared) {
            throw new IllegalStateException(
                    "A comparison without a reference does not accept findings of a reference.");
        }
        if (reference.plugin().id().equals(ScanInformation.PLUGIN)) {
            checks.expectReports();
        }
        long fingerprint = fingerprint(hosts.add(hosts.digests(reference)), reference);
        known.mark(fingerprint, IN_REFERENCE);
        reference.firstSeen().ifPresent(time -> known.time(fingerprint, time.getEpochSecond()));
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
        HostDigests host = hosts.digests(finding);
        checks.add(host.identity(), finding);
        slot = FingerprintMap.NO_SLOT;
        if (!compared) {
            return FindingState.UNKNOWN;
        }
        hosts.reach(host);
        firstSeen = 0;
        boolean outstanding = same(host, finding) || similar(host, finding);
        return outstanding ? FindingState.OUTSTANDING : FindingState.NEW;
    }

    /**
     * Second pass: returns the finding that was accepted last, first seen at the earlier of its own time and that of the
     * reference. A server that forgets a finding for a while starts its time again.
     */
    public Finding dated(Finding accepted) {
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
        return slot;
    }

    /** Third pass: returns the number that identifies a finding of the reference, see {@link #slot()}. */
    public int slot(Finding reference) {
        return known.slot(fingerprint(number(reference), reference));
    }

    /**
     * Second pass: records that the host of a finding was scanned, and what the scanner reports about that host. The
     * finding itself does not count.
     */
    public void scanned(Finding finding) {
        HostDigests host = hosts.digests(finding);
        checks.add(host.identity(), finding);
        if (compared) {
            hosts.reach(host);
        }
    }

    /** Third pass: returns whether that finding of the reference was found again. */
    public boolean isCurrent(Finding reference) {
        byte mark = known.mark(fingerprint(number(reference), reference));
        return mark == CURRENT || mark == CLAIMED;
    }

    /** Third pass: returns whether the host of that finding of the reference was scanned. */
    public boolean isScanned(Finding reference) {
        return hosts.reached(number(reference));
    }

    /**
     * Third pass: returns what the finding of the reference is if it is not current: fixed, not scanned, or not checked.
     */
    public FindingState missing(Finding reference) {
        if (!isScanned(reference)) {
            return FindingState.NOT_SCANNED;
        }
        long host = hosts.current(number(reference), hosts.digests(reference));
        return checks.checked(host, reference) ? FindingState.FIXED : FindingState.NOT_CHECKED;
    }

    /**
     * Third pass: classifies and counts a finding of the reference.
     *
     * @param missing what it is if it is not current, see {@link #missing}
     */
    public FindingState recheck(Finding reference, FindingState missing) {
        return isCurrent(reference) ? FindingState.OUTSTANDING : count(reference, missing);
    }

    /** Third pass: counts a finding of the reference as current that the server does not send although it exists. */
    public void keep(Finding reference, boolean isSuppressed) {
        known.mark(fingerprint(number(reference), reference), CURRENT);
        (isSuppressed ? suppressed : tally(FindingState.OUTSTANDING)).add(reference.severity());
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

    /**
     * Returns whether the reference has the finding on the same host, unless it was already matched to a similar host.
     */
    private boolean same(HostDigests host, Finding finding) {
        int number = hosts.find(host);
        if (number == HostIndex.NONE) {
            return false;
        }
        long fingerprint = fingerprint(number, finding);
        byte before = known.mark(fingerprint);
        if (before != 0) {
            known.mark(fingerprint, CURRENT);
            firstSeen = known.time(fingerprint);
        }
        if (before == IN_REFERENCE || before == CURRENT) {
            slot = known.slot(fingerprint);
            return true;
        }
        return false;
    }

    /** Returns whether the reference has the finding on a similar host, and marks it as matched. */
    private boolean similar(HostDigests host, Finding finding) {
        for (int number : hosts.similar(host)) {
            long fingerprint = fingerprint(number, finding);
            if (known.mark(fingerprint) == IN_REFERENCE) {
                known.mark(fingerprint, CLAIMED);
                firstSeen = known.time(fingerprint);
                slot = known.slot(fingerprint);
                return true;
            }
        }
        return false;
    }

    private int number(Finding reference) {
        if (reference != rechecked) {
            number = hosts.find(hosts.digests(reference));
            if (number == HostIndex.NONE) {
                throw new IllegalStateException("The first pass did not contain this finding of the reference.");
            }
            rechecked = reference;
        }
        return number;
    }

    private long fingerprint(int host, Finding finding) {
        return digest.number(
                "finding",
                Integer.toString(host),
                Integer.toString(finding.port()),
                finding.protocol().toUpperCase(Locale.ROOT),
                finding.plugin().id());
    }

    private FindingState count(Finding finding, FindingState state) {
        tally(state).add(finding.severity());
        return state;
    }

    private SeverityCounter tally(FindingState state) {
        return tallies[state.ordinal()];
    }
}
