package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares the current findings with those of a reference, in three passes that hold no finding in memory, only some 15
 * bytes for each finding and 100 for each host of the reference:
 *
 * <ol>
 *   <li>{@link #remember} every finding of the reference;
 *   <li>{@link #accept} every current finding: new or outstanding;
 *   <li>{@link #recheck} every finding of the reference once more: outstanding, fixed or not scanned.
 * </ol>
 *
 * <p>A host is the same as before if its {@code Host.identity()} is. Otherwise it may be one that resembles it: with the
 * same uuid where one of the two repositories goes by it, or on the same address with the same name, or where one of them
 * lacks the name or the uuid. Each finding of the reference then makes one such finding outstanding, so that there are
 * never fewer new ones than there must be. A host counts as scanned if no other host can be the one that was. For one
 * thread.
 */
public final class Comparison {

    private static final byte IN_REFERENCE = 1;
    private static final byte CURRENT = 2;
    /** Current on a host that resembles that of the reference. */
    private static final byte CLAIMED = 3;

    private final boolean compared;
    private final FieldDigest digest;
    private final ReferenceHosts hosts;
    private final Fingerprints known = new Fingerprints();
    private final Tally[] tallies = new Tally[Change.values().length];

    /** The finding of the reference that was asked for last, and the number of its host: each is asked for repeatedly. */
    private Finding rechecked;

    private int number;

    private Comparison(boolean compared, FieldDigest digest, ReferenceHosts hosts) {
        this.compared = compared;
        this.digest = digest;
        this.hosts = hosts;
        Arrays.setAll(tallies, index -> new Tally());
    }

    /** A comparison with a reference, possibly one without findings. */
    public static Comparison withReference() {
        return begun(true);
    }

    /** No comparison: the change of every finding is unknown. */
    public static Comparison withoutReference() {
        return begun(false);
    }

    private static Comparison begun(boolean compared) {
        // secret, since whoever names hosts must not be able to make two findings look like one
        FieldDigest digest = FieldDigest.secret();
        return new Comparison(compared, digest, new ReferenceHosts(digest));
    }

    /** The same comparison before its first pass; the hosts that were scanned stay known. */
    public Comparison restarted() {
        return new Comparison(compared, digest, hosts);
    }

    /** First pass: a finding that the reference has. */
    public void remember(Finding reference) {
        if (!compared) {
            throw new IllegalStateException(
                    "A comparison without a reference does not accept findings of a reference.");
        }
        known.mark(fingerprint(hosts.add(hosts.digests(reference)), reference), IN_REFERENCE);
    }

    /**
     * Second pass: a current finding. Its host counts as scanned. Each one counts: rows that were read twice must have
     * been dropped before.
     */
    public Change accept(Finding finding) {
        if (!compared) {
            return count(finding, Change.UNKNOWN);
        }
        HostDigests host = hosts.digests(finding);
        hosts.reach(host);
        boolean outstanding = same(host, finding) || similar(host, finding);
        return count(finding, outstanding ? Change.OUTSTANDING : Change.NEW);
    }

    /** Second pass: a finding that does not count, but shows that its host was scanned. */
    public void scanned(Finding finding) {
        if (compared) {
            hosts.reach(hosts.digests(finding));
        }
    }

    /** Third pass: whether the second one had that finding of the reference. */
    public boolean isCurrent(Finding reference) {
        byte mark = known.mark(fingerprint(number(reference), reference));
        return mark == CURRENT || mark == CLAIMED;
    }

    /** Third pass: whether the second one reached the host of that finding of the reference. */
    public boolean isScanned(Finding reference) {
        return hosts.reached(number(reference));
    }

    /**
     * Third pass: a finding of the reference.
     *
     * @param scanned whether the current findings would have it if it were not fixed, see {@link #isScanned}
     */
    public Change recheck(Finding reference, boolean scanned) {
        if (isCurrent(reference)) {
            return Change.OUTSTANDING;
        }
        return count(reference, scanned ? Change.FIXED : Change.NOT_SCANNED);
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

    /** Whether the reference has the finding on the same host, and not only one that was taken for it before. */
    private boolean same(HostDigests host, Finding finding) {
        int number = hosts.find(host);
        if (number == HostTable.NONE) {
            return false;
        }
        long fingerprint = fingerprint(number, finding);
        byte before = known.mark(fingerprint);
        if (before != 0) {
            known.mark(fingerprint, CURRENT);
        }
        return before == IN_REFERENCE || before == CURRENT;
    }

    /** Whether the reference has the finding on a host that resembles this one, and takes it. */
    private boolean similar(HostDigests host, Finding finding) {
        for (int number : hosts.similar(host)) {
            long fingerprint = fingerprint(number, finding);
            if (known.mark(fingerprint) == IN_REFERENCE) {
                known.mark(fingerprint, CLAIMED);
                return true;
            }
        }
        return false;
    }

    private int number(Finding reference) {
        if (reference != rechecked) {
            number = hosts.find(hosts.digests(reference));
            if (number == HostTable.NONE) {
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

    private Change count(Finding finding, Change change) {
        tally(change).add(finding.severity());
        return change;
    }

    private Tally tally(Change change) {
        return tallies[change.ordinal()];
    }
}
