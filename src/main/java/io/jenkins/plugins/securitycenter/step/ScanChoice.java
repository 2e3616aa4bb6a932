package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.ScanKind;

/**
 * Which scan a user chose.
 *
 * @param scan name or id of an existing one; empty for none
 * @param onDemand one to make; null for none
 * @param word the kind, as it was written
 */
record ScanChoice(String scan, @CheckForNull OnDemandDefinition onDemand, String word) {

    /**
     * The kind of scan, when just one scan was chosen.
     *
     * @throws IllegalArgumentException with a sentence when it is none or two, or when such a scan cannot be made
     */
    ScanKind kind() {
        ScanKind kind = ScanKind.parse(word);
        if (scan.isBlank() && onDemand == null) {
            throw new IllegalArgumentException(
                    "scan is empty; enter the name or the id of an existing scan, or create a scan for this build"
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

    /** What it is called, for people. */
    String label() {
        return scan.isBlank() && onDemand != null ? onDemand.getName() : scan;
    }
}
