package io.jenkins.plugins.securitycenter.gate;

/** What became of a finding since the reference. */
public enum Change {
    /** In the current findings, not in the reference. */
    NEW,
    /** In both; a changed severity, for example by a recast rule, does not matter. */
    OUTSTANDING,
    /** In the reference only, although its host was scanned. */
    FIXED,
    /** In the reference only, because its host was not scanned this time. Still known to the next comparison. */
    NOT_SCANNED,
    /** In the current findings, and there is no reference to compare with. */
    UNKNOWN;

    /** Whether the finding is one of the current findings. */
    public boolean current() {
        return this == NEW || this == OUTSTANDING || this == UNKNOWN;
    }

    /** Whether a later comparison that takes these findings as its reference has to know this one. */
    public boolean remembered() {
        return this != FIXED;
    }
}
