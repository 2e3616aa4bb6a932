package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.ScanKind;

/**
 * The selected scan: either an existing scan or an on-demand scan.
 *
 * @param scan the name or ID of an existing scan; empty for none
 * @param onDemand the scan to create; null for none
 * @param word the kind of scan, as specified
 */
record ScanChoice(String scan, @CheckForNull OnDemandDefinition onDemand, String word) {

    /**
     * Returns the kind of scan.
     *
     * @throws IllegalArgumentException unless exactly one scan is selected, or if a scan of that kind cannot be
     *     created, with a message for the user
     */
    ScanKind kind() {
        ScanKind kind = ScanKind.parse(word);
        if (scan.isBlank() && onDemand == null) {
            throw new IllegalArgumentException(
                    "scan is empty; enter the name or the ID of an existing scan, or create a scan for this build"
                            + " (onDemand).");
        }
        if (!scan.isBlank() && onDemand != null) {
            throw new IllegalArgumentException("scan and onDemand are both set; set only one of them.");
        }
        if (onDemand != null && kind != ScanKind.ACTIVE) {
            throw new IllegalArgumentException("kind \"" + word + "\" cannot be used with onDemand, which creates "
                    + ScanKind.ACTIVE.word() + " scans.");
        }
        return kind;
    }

    /** Returns the name of the scan, for display. */
    String label() {
        return scan.isBlank() && onDemand != null ? onDemand.getName() : scan;
    }
}
