package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.gate.CheckObstacle;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Optional;

/**
 * Decides whether findings of the reference that SecurityCenter did not send are fixed: they may be accepted, or the scan
 * may not run their plugins. Not thread-safe.
 */
final class MissingFindings {

    private AcceptedFindings accepted = AcceptedFindings.SENT;
    private boolean acceptedSent;
    private boolean incomplete;
    private boolean maybeFilteredOut;
    private PolicyCheck policy = PolicyCheck.none();

    /** Records a finding that SecurityCenter sent. */
    void sent(Finding finding) {
        acceptedSent |= finding.risk().accepted();
    }

    /** Returns whether accepted findings can be missing from what the server sent. */
    boolean mayBeAccepted() {
        return !acceptedSent;
    }

    /** Sets which missing findings are accepted instead of fixed. */
    void accepted(AcceptedFindings others) {
        accepted = others;
    }

    /** Sets the policy of the scan. */
    void policy(PolicyCheck used) {
        policy = used;
    }

    /** Records that missing findings may still exist without being selected. */
    void maybeFilteredOut() {
        maybeFilteredOut = true;
    }

    /** Sets whether the server did not send all findings. */
    void incomplete(boolean some) {
        incomplete = some;
    }

    boolean incomplete() {
        return incomplete;
    }

    /** Returns whether the server sent all findings, and those of the reference that do not match the filters. */
    boolean allSent() {
        return !incomplete && !maybeFilteredOut;
    }

    /**
     * Returns the state of a finding of the reference if it is not current.
     *
     * @param inReference whether it was current in the reference
     */
    FindingState state(Finding finding, Comparison comparison, boolean inReference) {
        FindingState state = incomplete ? FindingState.NOT_SCANNED : comparison.missing(finding, inReference);
        boolean gone = state == FindingState.FIXED && !comparison.isCurrent(finding);
        boolean certain = policy.covers(finding) && accepted.known() && !maybeFilteredOut;
        return gone && !certain ? FindingState.NOT_CHECKED : state;
    }

    /**
     * Returns what became of a finding of the reference, which was current there. Unlike in a record, it is fixed only if
     * it is known that the scan runs its plugin.
     */
    VerifiedFinding verified(Finding finding, Comparison comparison) {
        if (comparison.isCurrent(finding)) {
            return new VerifiedFinding(finding, FindingState.OUTSTANDING, "");
        }
        FindingState state = state(finding, comparison, true);
        if (state == FindingState.FIXED && policy.known()) {
            return new VerifiedFinding(finding, state, "");
        }
        return new VerifiedFinding(
                finding, state == FindingState.FIXED ? FindingState.NOT_CHECKED : state, obstacle(finding, comparison));
    }

    private String obstacle(Finding finding, Comparison comparison) {
        if (incomplete) {
            return "SecurityCenter did not send all findings of the scan";
        }
        return comparison.obstacle(finding, true).map(CheckObstacle::reason).orElseGet(() -> unknown(finding));
    }

    private String unknown(Finding finding) {
        if (!policy.known()) {
            return "it is not known whether the scan policy contains its plugin";
        }
        return policy.covers(finding)
                ? "it is not known whether its risk was accepted"
                : "the scan policy does not contain its plugin";
    }

    /** Returns the missing finding as an accepted one if its risk was accepted. */
    Optional<Finding> find(Finding finding) {
        return accepted.find(finding);
    }
}
