package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * The conditions other than severity that a finding must meet to be counted by a gate.
 *
 * @param exploitAvailable whether to count only findings with a known exploit
 * @param minimumCvss minimum CVSS base score; 0 also counts findings without a score
 * @param minimumVpr minimum VPR; 0 also counts findings without a VPR
 * @param pluginFamily plugin family of the counted findings, ignoring case; empty for all families
 */
public record GateCondition(boolean exploitAvailable, double minimumCvss, double minimumVpr, String pluginFamily)
        implements Serializable {

    public static final NumberRule MINIMUM_CVSS = score("minimumCvss");
    public static final NumberRule MINIMUM_VPR = score("minimumVpr");

    public static final GateCondition NONE = new GateCondition(false, 0, 0, "");

    /** @throws IllegalArgumentException if a score is not in the range from 0 to 10; the message names it */
    public GateCondition {
        MINIMUM_CVSS.check(minimumCvss);
        MINIMUM_VPR.check(minimumVpr);
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

    private static NumberRule score(String field) {
        return new NumberRule(field, 0, 10, false, "use a number from 0 (no minimum) to 10, such as 7.5.");
    }
}
