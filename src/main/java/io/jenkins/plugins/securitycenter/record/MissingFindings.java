package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Optional;

/**
 * Decides whether findings of the reference that SecurityCenter did not send are fixed: they may be accepted, or the scan
 * may not run their plugins. Not thread-safe.
 */
final class MissingFindings {

    private AcceptedFindings accepted = AcceptedFindings.SENT;
    private boolean acceptedSent;
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

    /** Returns the state of a missing finding whose host and port were scanned. */
    FindingState scanned(Finding finding) {
        return policy.covers(finding) && accepted.known() ? FindingState.FIXED : FindingState.NOT_CHECKED;
    }

    /** Returns why a missing finding whose host and port were scanned does not count as fixed. */
    String obstacle(Finding finding) {
        return policy.covers(finding)
                ? "it is not known whether its risk was accepted"
                : "the scan policy does not contain its plugin";
    }

    /** Returns the missing finding as an accepted one if its risk was accepted. */
    Optional<Finding> find(Finding finding) {
        return accepted.find(finding);
    }
}
