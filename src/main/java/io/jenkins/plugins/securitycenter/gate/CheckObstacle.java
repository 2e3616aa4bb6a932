package io.jenkins.plugins.securitycenter.gate;

/** The reasons why a scan could not have found a finding of the reference. */
public enum CheckObstacle {
    NOT_SCANNED("its host was not scanned"),
    NOT_REPORTED("the scan does not report what it checked"),
    CUT_OFF("the scan of its host did not end"),
    NO_LOGIN("the scanner did not log in to its host"),
    PORT("its port was not scanned"),
    FEED("the plugins of the scanner are older than those that found it");

    private final String reason;

    CheckObstacle(String reason) {
        this.reason = reason;
    }

    /** Returns the second half of a sentence about the finding. */
    public String reason() {
        return reason;
    }
}
