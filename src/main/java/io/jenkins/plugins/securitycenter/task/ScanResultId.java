package io.jenkins.plugins.securitycenter.task;

import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Validates the ID of a scan result. */
@Restricted(NoExternalUse.class)
public final class ScanResultId {

    private ScanResultId() {}

    /** @throws IllegalArgumentException if the ID is not valid, with a message for the user; an empty ID is valid */
    public static void check(String id) {
        if (!id.trim().matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("scanResultId \"" + id.trim()
                    + "\" is not a valid ID; use a number such as 42, or leave it empty for the last scan of the"
                    + " build.");
        }
    }
}
