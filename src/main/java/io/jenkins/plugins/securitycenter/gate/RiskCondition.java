package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.io.Serializable;

/**
 * The conditions of a gate that concern the risk of a finding beyond its severity and scores.
 *
 * @param knownExploited whether to count only findings that CISA lists as known to be exploited
 * @param minimumEpss minimum EPSS score in percent; 0 also counts findings without a score
 * @param patchAvailable whether to count only findings for which a patch is published
 * @param olderThanDays minimum number of days since the finding was first seen; 0 for all
 */
public record RiskCondition(boolean knownExploited, double minimumEpss, boolean patchAvailable, int olderThanDays)
        implements Serializable {

    public static final NumberRule MINIMUM_EPSS =
            new NumberRule("minimumEpss", 0, 100, false, "use a percentage from 0 (no minimum) to 100, such as 10.");

    public static final NumberRule OLDER_THAN_DAYS = NumberRule.whole(
            "olderThanDays", 0, 36_500, "use a whole number of days from 0 (findings of any age) to 36500.");

    public static final RiskCondition NONE = new RiskCondition(false, 0, false, 0);

    /** @throws IllegalArgumentException if a number is out of range; the message names it */
    public RiskCondition {
        MINIMUM_EPSS.check(minimumEpss);
        OLDER_THAN_DAYS.check(olderThanDays);
    }
}
