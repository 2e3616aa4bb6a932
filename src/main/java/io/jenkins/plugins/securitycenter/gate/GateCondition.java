package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.io.Serializable;

/**
 * The conditions other than severity that a finding must meet to be counted by a gate.
 *
 * @param exploitAvailable whether to count only findings with a known exploit
 * @param minimumCvss minimum CVSS base score; 0 also counts findings without a score
 * @param minimumVpr minimum VPR; 0 also counts findings without a VPR
 * @param pluginFamily plugin family of the counted findings, ignoring case; empty for all families
 */
public record GateCondition(
        boolean exploitAvailable,
        double minimumCvss,
        double minimumVpr,
        String pluginFamily,
        RiskCondition risk,
        ScopeCondition scope)
        implements Serializable {

    public static final NumberRule MINIMUM_CVSS = score("minimumCvss");
    public static final NumberRule MINIMUM_VPR = score("minimumVpr");

    public static final GateCondition NONE = new GateCondition(false, 0, 0, "");

    /** @throws IllegalArgumentException if a score is not in the range from 0 to 10; the message names it */
    public GateCondition {
        MINIMUM_CVSS.check(minimumCvss);
        MINIMUM_VPR.check(minimumVpr);
        pluginFamily = pluginFamily == null ? "" : pluginFamily.trim();
        risk = risk == null ? RiskCondition.NONE : risk;
        scope = scope == null ? ScopeCondition.ALL : scope;
    }

    /** Creates conditions without restrictions of risk and scope. */
    public GateCondition(boolean exploitAvailable, double minimumCvss, double minimumVpr, String pluginFamily) {
        this(exploitAvailable, minimumCvss, minimumVpr, pluginFamily, RiskCondition.NONE, ScopeCondition.ALL);
    }

    private static NumberRule score(String field) {
        return new NumberRule(field, 0, 10, false, "use a number from 0 (no minimum) to 10, such as 7.5.");
    }
}
