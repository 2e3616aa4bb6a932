package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step scans: an existing scan, an on-demand scan, or findings to verify.
 *
 * @param scan the name or ID of an existing scan; empty for none
 * @param onDemand the scan to create; null for none
 * @param verify the findings to verify; null for none
 * @param word the kind of scan, as specified
 */
record ScanChoice(
        String scan,
        @CheckForNull OnDemandDefinition onDemand,
        @CheckForNull VerificationDefinition verify,
        String word) {

    /**
     * Returns the kind of scan.
     *
     * @throws IllegalArgumentException unless exactly one of them is selected, or if a scan of that kind cannot be
     *     created, with a message for the user
     */
    ScanKind kind() {
        ScanKind kind = ScanKind.parse(word);
        List<String> given = given();
        if (given.isEmpty()) {
            throw new IllegalArgumentException(
                    "scan is empty; enter the name or the ID of an existing scan, create a scan for this build"
                            + " (onDemand), or verify findings (verify).");
        }
        if (given.size() > 1) {
            throw new IllegalArgumentException(String.join(" and ", given.subList(0, 2))
                    + " are both set; set only one of scan, onDemand and verify.");
        }
        if (scan.isBlank() && kind != ScanKind.ACTIVE) {
            throw new IllegalArgumentException("kind \"" + word + "\" cannot be used with " + given.get(0)
                    + ", which creates " + ScanKind.ACTIVE.word() + " scans.");
        }
        return kind;
    }

    private List<String> given() {
        return Stream.of(
                        scan.isBlank() ? "" : "scan",
                        onDemand == null ? "" : "onDemand",
                        verify == null ? "" : "verify")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns what is prepared, for display. */
    String label() {
        if (verify != null && scan.isBlank()) {
            return "verification";
        }
        return "scan \"" + (scan.isBlank() && onDemand != null ? onDemand.getName() : scan) + "\"";
    }
}
