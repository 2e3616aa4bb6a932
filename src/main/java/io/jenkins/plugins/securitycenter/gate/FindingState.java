package io.jenkins.plugins.securitycenter.gate;

/** The state of a finding compared with the reference. */
public enum FindingState {
    /** Among the current findings, but not in the reference. */
    NEW("new"),
    /** In both. A changed severity, for example by a recast rule, has no effect. */
    OUTSTANDING("outstanding"),
    /** Only in the reference, although its host was scanned. */
    FIXED("fixed"),
    /** Only in the reference, because its host was not scanned this time. Stored for the next comparison. */
    NOT_SCANNED("notScanned"),
    /** Among the current findings; there is no reference to compare with. */
    UNKNOWN("unknown"),
    /**
     * Only in the reference; its host was scanned, but its check could not have found it there. Stored for the next
     * comparison.
     */
    NOT_CHECKED("notChecked");

    private final String word;

    FindingState(String word) {
        this.word = word;
    }

    /** Returns the name in exports and the remote API. */
    public String word() {
        return word;
    }

    /** Returns whether the finding is one of the current findings. */
    public boolean current() {
        return this == NEW || this == OUTSTANDING || this == UNKNOWN;
    }

    /** Returns whether the finding is known to exist or to be fixed, so that reports of test results contain it. */
    public boolean exported() {
        return this != NOT_SCANNED && this != NOT_CHECKED;
    }

    /** Returns whether a comparison that uses these findings as its reference needs this one. */
    public boolean remembered() {
        return this != FIXED;
    }
}
