package io.jenkins.plugins.securitycenter.gate;

/** Who decides whether a missing finding could have been found. */
public enum CheckRule {
    /** What the scanner reports about each host of the scan. */
    SCAN,
    /** The same, but agents need no login. */
    AGENTS,
    /** SecurityCenter, which keeps a finding open until a scan that could find it does not. */
    SERVER
}
