package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Objects;

/**
 * A finding that a scan was to verify.
 *
 * @param state {@code OUTSTANDING}, {@code FIXED}, {@code NOT_SCANNED} or {@code NOT_CHECKED}
 * @param reason why it was not scanned or checked, as the second half of a sentence; empty for other states
 */
public record VerifiedFinding(Finding finding, FindingState state, String reason) {

    public VerifiedFinding {
        Objects.requireNonNull(state);
        if (unknown(state) == reason.isEmpty()) {
            throw new IllegalArgumentException("A finding has a reason if, and only if, it was not checked.");
        }
    }

    /** Creates a finding that could not be checked. */
    public static VerifiedFinding notChecked(Finding finding, String reason) {
        return new VerifiedFinding(finding, FindingState.NOT_CHECKED, reason);
    }

    /** Returns whether it is not known if the finding still exists. */
    public boolean unknown() {
        return unknown(state);
    }

    private static boolean unknown(FindingState state) {
        return state == FindingState.NOT_CHECKED || state == FindingState.NOT_SCANNED;
    }
}
