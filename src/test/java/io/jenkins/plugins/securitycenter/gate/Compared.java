package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.List;

/**
 * What a comparison says of each finding.
 *
 * @param now the changes of the current findings, in their order
 * @param before those of the reference
 */
record Compared(List<FindingState> now, List<FindingState> before) {

    static Compared of(List<Finding> reference, List<Finding> current) {
        Comparison comparison = Comparison.withReference();
        reference.forEach(comparison::remember);
        List<FindingState> now = current.stream().map(comparison::accept).toList();
        return new Compared(
                now,
                reference.stream()
                        .map(finding -> comparison.recheck(finding, comparison.missing(finding, true)))
                        .toList());
    }
}
