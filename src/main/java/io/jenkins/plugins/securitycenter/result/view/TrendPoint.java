package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.Optional;

/**
 * A point of a trend: what a build recorded.
 *
 * @param build the name of the build, for example {@code #12}
 * @param link the link to the findings of the build; to the build itself if it recorded nothing
 * @param counts empty if the build recorded nothing, or if its numbers are unknown
 * @param checked the hosts that were scanned
 * @param remark what is special about the build, for example {@code build failed}; empty for nothing
 * @param failed whether the build failed or was aborted
 */
public record TrendPoint(
        String build, String link, Optional<StateCounts> counts, CheckedHosts checked, String remark, boolean failed) {

    /** Returns whether there are counts that were compared with a reference. */
    public boolean compared() {
        return counts.map(StateCounts::compared).orElse(false);
    }

    /** Returns a text with the name of the build before it and the remark after it. */
    String titled(String text) {
        String shown = counts.isPresent() ? text : "";
        return build + ": " + shown + (shown.isEmpty() || remark.isEmpty() ? "" : "; ") + remark;
    }
}
