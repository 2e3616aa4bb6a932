package io.jenkins.plugins.securitycenter.run;

/** The rule for the id of a scan result. */
public final class ScanResultId {

    private ScanResultId() {}

    /** @throws IllegalArgumentException with a sentence when it cannot be an id; empty is possible */
    public static void check(String id) {
        if (!id.trim().matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("scanResultId \"" + id.trim()
                    + "\" is not a valid ID; use a number such as 42, or leave it empty for the last scan of the"
                    + " build.");
        }
    }
}
