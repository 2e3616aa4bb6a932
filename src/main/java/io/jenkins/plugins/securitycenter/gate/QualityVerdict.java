package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;

/**
 * The verdict on one condition of a {@link ScanQuality}.
 *
 * @param limit the required percentage or number, or the allowed number of days
 * @param state violated if the value is worse than the limit or unknown, otherwise passed
 * @param result effect of a violation on the build
 * @param sentence description for users, for example {@code The scanner logged in to 19 of 20 hosts (95 %), at least 95
 *     % required}
 */
public record QualityVerdict(
        Condition condition, double limit, GateVerdict.State state, Gate.Result result, String sentence)
        implements Serializable {

    /** What is judged. */
    public enum Condition {
        /** The percentage of scanned hosts that the scanner logged in to. */
        AUTHENTICATED_HOSTS,
        /** The percentage of the addresses of the scan at which a host responded. */
        SCANNED_TARGETS,
        /** The age of the plugin feed in days. */
        PLUGIN_FEED_DAYS,
        /** The number of findings that a verification had to find fixed. */
        VERIFIED_FIXES
    }

    static QualityVerdict of(Condition condition, double limit, boolean violated, Gate.Result result, String sentence) {
        GateVerdict.State state = violated ? GateVerdict.State.VIOLATED : GateVerdict.State.PASSED;
        return new QualityVerdict(condition, limit, state, result, sentence);
    }

    public boolean violated() {
        return state != GateVerdict.State.PASSED;
    }

    /** Returns whether all fields are present; a stored verdict may lack some. */
    boolean complete() {
        return condition != null && state != null && result != null && sentence != null;
    }
}
