package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.Instant;

/**
 * The findings of a reference by host, port, protocol and plugin, and which of them are current. Takes about 13 bytes
 * for each finding and 100 bytes for each host. Not thread-safe.
 */
final class ReferenceIndex {

    private final FieldDigest digest;
    private final ReferenceHosts hosts;
    private final ReferenceMarks known = new ReferenceMarks();

    private final ReferenceLookup lookup;
    private long firstSeen;
    private int slot = FingerprintMap.NO_SLOT;

    ReferenceIndex() {
        // secret, so that nobody can choose host names that make two findings look like one
        this(FieldDigest.secret());
    }

    private ReferenceIndex(FieldDigest digest) {
        this(digest, new ReferenceHosts(digest));
    }

    private ReferenceIndex(FieldDigest digest, ReferenceHosts hosts) {
        this.digest = digest;
        this.hosts = hosts;
        lookup = new ReferenceLookup(digest, hosts, known);
    }

    /** Returns an index without findings that already knows which hosts were scanned. */
    ReferenceIndex restarted() {
        return new ReferenceIndex(digest, hosts);
    }

    HostDigests digests(Finding finding) {
        return hosts.digests(finding);
    }

    /** Adds a finding of the reference. */
    void add(Finding finding) {
        add(finding, false);
    }

    /** Adds a finding of the reference that was verified as fixed since. */
    void addFixed(Finding finding) {
        add(finding, true);
    }

    private void add(Finding finding, boolean fixed) {
        long firstSeen = finding.firstSeen().map(Instant::getEpochSecond).orElse(0L);
        known.add(lookup.fingerprint(hosts.add(digests(finding)), finding), fixed, firstSeen);
    }

    /** Records that the current scan reached the host. */
    void reach(HostDigests host) {
        hosts.reach(host);
    }

    /** Returns whether the reference has the current finding, and marks it as current. */
    boolean match(HostDigests host, Finding finding) {
        reach(host);
        firstSeen = 0;
        slot = FingerprintMap.NO_SLOT;
        return same(host, finding) || similar(host, finding);
    }

    /** Returns when the reference first saw the last match, in seconds since 1970; 0 if unknown. */
    long firstSeen() {
        return firstSeen;
    }

    /** Returns the number of the last match; {@link FingerprintMap#NO_SLOT} if there was none. */
    int slot() {
        return slot;
    }

    /** Returns the number of a finding of the reference. */
    int slot(Finding reference) {
        return lookup.slot(reference);
    }

    boolean isCurrent(Finding reference) {
        return known.isCurrent(slot(reference));
    }

    /** Returns whether some finding of the reference is missing. */
    boolean hasMissing() {
        return known.hasMissing();
    }

    /** Returns whether that finding of the reference is missing. */
    boolean isMissing(Finding reference) {
        return known.isMissing(slot(reference));
    }

    /** Marks the missing findings of the reference that may be this one as filtered out; returns whether there are any. */
    boolean filterOut(HostDigests host, Finding finding) {
        boolean any = filterOut(hosts.find(host), finding);
        for (int similar : hosts.similar(host)) {
            any |= filterOut(similar, finding);
        }
        return any;
    }

    private boolean filterOut(int host, Finding finding) {
        return known.filterOut(lookup.slot(host, finding));
    }

    boolean isFilteredOut(Finding reference) {
        return known.isFilteredOut(slot(reference));
    }

    void markCurrent(Finding reference) {
        known.find(slot(reference));
    }

    /** Returns whether the current scan reached the host of a finding of the reference. */
    boolean isReached(Finding reference) {
        return hosts.reached(lookup.host(reference));
    }

    /** Returns the identity of the current host that is the reached host of a finding of the reference. */
    long currentHost(Finding reference) {
        return hosts.current(lookup.host(reference), digests(reference));
    }

    /**
     * Returns whether the reference has the finding on the same host, unless it was already matched to a similar host
     * that can be no other.
     */
    private boolean same(HostDigests host, Finding finding) {
        int same = lookup.slot(hosts.find(host), finding);
        if (same == FingerprintMap.NO_SLOT) {
            return false;
        }
        return switch (known.find(same)) {
            case OUTSTANDING -> matched(same);
            case FIXED -> foundAgain(same);
            case CLAIMED_WITHOUT_NAME -> exchanged(host, finding, same);
            case CLAIMED -> false;
        };
    }

    /**
     * Gives the host without a name, which was matched to this finding before, the same finding of another host at the
     * address. Returns whether there is one. The order of the rows does not matter then.
     */
    private boolean exchanged(HostDigests host, Finding finding, int own) {
        for (int number : hosts.atAddress(host)) {
            int other = lookup.slot(number, finding);
            if (known.claim(other, false)) {
                firstSeen = known.firstSeen(own);
                slot = other;
                return true;
            }
        }
        return false;
    }

    /** Returns whether the reference has the finding on a similar host, and marks it as matched. */
    private boolean similar(HostDigests host, Finding finding) {
        int[] likely = hosts.similar(host);
        for (int number : likely) {
            int similar = lookup.slot(number, finding);
            if (known.claim(similar, host.anyAtAddress())) {
                return matched(similar);
            }
        }
        for (int number : likely) {
            int similar = lookup.slot(number, finding);
            if (known.claimFixed(similar)) {
                return foundAgain(similar);
            }
        }
        return false;
    }

    /** Keeps the age of a finding that was fixed since; it does not match, because it is new. */
    private boolean foundAgain(int fixed) {
        firstSeen = known.firstSeen(fixed);
        return false;
    }

    private boolean matched(int found) {
        firstSeen = known.firstSeen(found);
        slot = found;
        return true;
    }
}
