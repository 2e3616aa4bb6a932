package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * What a finding must meet, besides its severity, to be counted by a gate.
 *
 * @param exploitAvailable count only findings with a known exploit
 * @param minimumCvss count only findings with at least this CVSS base score; 0 counts those without a score too
 * @param minimumVpr count only findings with at least this VPR; 0 counts those without one too
 * @param pluginFamily count only findings of this plugin family, in any case; empty for all families
 */
public record Condition(boolean exploitAvailable, double minimumCvss, double minimumVpr, String pluginFamily)
        implements Serializable {

    /** The highest score there is. */
    public static final double MAXIMUM_SCORE = 10;

    public static final Condition NONE = new Condition(false, 0, 0, "");

    /** @throws IllegalArgumentException with a sentence that says which score is not within 0 to 10 */
    public Condition {
        requireScore("CVSS", minimumCvss);
        requireScore("VPR", minimumVpr);
        pluginFamily = pluginFamily == null ? "" : pluginFamily.trim();
    }

    boolean test(Finding finding) {
        return (!exploitAvailable || finding.risk().exploitAvailable())
                && reaches(finding.risk().cvss(), minimumCvss)
                && reaches(finding.risk().vpr(), minimumVpr)
                && (pluginFamily.isEmpty()
                        || pluginFamily.equalsIgnoreCase(finding.plugin().family()));
    }

    private static boolean reaches(OptionalDouble score, double minimum) {
        return minimum == 0 || score.orElse(0) >= minimum;
    }

    private static void requireScore(String name, double score) {
        // written so that NaN is refused too
        if (!(score >= 0 && score <= MAXIMUM_SCORE)) {
            throw new IllegalArgumentException(
                    "Minimum " + name + " " + score + " is out of range; allowed is 0 (no minimum) to 10.");
        }
    }
}
