package io.jenkins.plugins.securitycenter.gate;

/** What became of a finding since the reference. */
public enum Change {
    /** In the current findings, not in the reference. */
    NEW("new"),
    /** In both; a changed severity, for example by a recast rule, does not matter. */
    OUTSTANDING("outstanding"),
    /** In the reference only, although its host was scanned. */
    FIXED("fixed"),
    /** In the reference only, because its host was not scanned this time. Still known to the next comparison. */
    NOT_SCANNED("notScanned"),
    /** In the current findings, and there is no reference to compare with. */
    UNKNOWN("unknown");

    private final String word;

    Change(String word) {
        this.word = word;
    }

    /** The word that exports and the remote API use. */
    public String word() {
        return word;
    }

    /** Whether the finding is one of the current findings. */
    public boolean current() {
        return this == NEW || this == OUTSTANDING || this == UNKNOWN;
    }

    /** Whether a later comparison that takes these findings as its reference has to know this one. */
    public boolean remembered() {
        return this != FIXED;
    }
}
