package io.jenkins.plugins.securitycenter.gate;

/**
 * The findings of a reference by their fingerprints: when each was first seen, and whether it was found again. All findings
 * are added before the first one is looked up. Methods that take a number return false for {@link FingerprintMap#NO_SLOT}.
 */
final class ReferenceMarks {

    /** Not current, and fixed after the reference was recorded, so that a current finding is new. */
    private static final byte FIXED_SINCE = -1;
    /** Not current, although it still exists, unless it is found later. */
    private static final byte FILTERED_OUT = -2;
    /** The same, but fixed after the reference was recorded, so that a current finding is new. */
    private static final byte FIXED_SINCE_AND_FILTERED_OUT = -3;

    private static final byte IN_REFERENCE = 1;
    private static final byte CURRENT = 2;
    /** Current, on a host that is similar to that of the reference. */
    private static final byte CLAIMED = 3;
    /** Current, on a host without a name, which can be any host at its address. */
    private static final byte CLAIMED_WITHOUT_NAME = 4;

    /** What a finding of the reference was before it was found on its host. */
    enum Before {
        /** Missing, filtered out or already found there. */
        OUTSTANDING,
        /** Fixed after the reference was recorded. */
        FIXED,
        /** Matched to a host without a name, which may have been another one. */
        CLAIMED_WITHOUT_NAME,
        /** Matched to a similar host that can be no other. */
        CLAIMED
    }

    private final FingerprintMap known = new FingerprintMap();

    /**
     * Adds a finding.
     *
     * @param fixed whether it was verified as fixed since
     * @param firstSeen in seconds since 1970; 0 if unknown
     */
    void add(long fingerprint, boolean fixed, long firstSeen) {
        known.add(fingerprint, fixed ? FIXED_SINCE : IN_REFERENCE, firstSeen);
    }

    /** Returns the number of a finding; {@link FingerprintMap#NO_SLOT} if the reference does not have it. */
    int slot(long fingerprint) {
        return known.slot(fingerprint);
    }

    /** Returns when a finding was first seen, in seconds since 1970; 0 if unknown. */
    long firstSeen(int slot) {
        return known.time(slot);
    }

    boolean hasMissing() {
        return known.hasMark(IN_REFERENCE) || known.hasMark(FIXED_SINCE);
    }

    boolean isMissing(int slot) {
        byte mark = known.mark(slot);
        return mark == IN_REFERENCE || mark == FIXED_SINCE;
    }

    boolean isCurrent(int slot) {
        return known.mark(slot) > IN_REFERENCE;
    }

    boolean isFilteredOut(int slot) {
        byte mark = known.mark(slot);
        return mark == FILTERED_OUT || mark == FIXED_SINCE_AND_FILTERED_OUT;
    }

    /** Marks a finding as filtered out if it is missing; returns whether it was. */
    boolean filterOut(int slot) {
        boolean missing = isMissing(slot);
        if (missing) {
            known.mark(slot, known.mark(slot) == IN_REFERENCE ? FILTERED_OUT : FIXED_SINCE_AND_FILTERED_OUT);
        }
        return missing;
    }

    /** Marks a finding as found on its host, and returns what it was before. */
    Before find(int slot) {
        byte before = known.mark(slot);
        known.mark(slot, CURRENT);
        return switch (before) {
            case IN_REFERENCE, FILTERED_OUT, CURRENT -> Before.OUTSTANDING;
            case FIXED_SINCE, FIXED_SINCE_AND_FILTERED_OUT -> Before.FIXED;
            case CLAIMED_WITHOUT_NAME -> Before.CLAIMED_WITHOUT_NAME;
            default -> Before.CLAIMED;
        };
    }

    /**
     * Matches a missing finding that was not fixed since to a similar host; returns whether it is one.
     *
     * @param withoutName whether that host has no name
     */
    boolean claim(int slot, boolean withoutName) {
        boolean missing = known.mark(slot) == IN_REFERENCE;
        if (missing) {
            known.mark(slot, withoutName ? CLAIMED_WITHOUT_NAME : CLAIMED);
        }
        return missing;
    }

    /** Marks a finding that was fixed since as found on a similar host; returns whether it is one. */
    boolean claimFixed(int slot) {
        boolean fixed = known.mark(slot) == FIXED_SINCE;
        if (fixed) {
            known.mark(slot, CLAIMED);
        }
        return fixed;
    }
}
