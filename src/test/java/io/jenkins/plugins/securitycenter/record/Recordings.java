package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recordings without suppressions and with the default rules. */
public final class Recordings {

    private Recordings() {}

    public static Recording plain(
            Optional<ReferenceFindings> reference, List<Gate> gates, FindingWriters.Factory outputs, Instant now) {
        return new Recording(reference, gates, RiskRules.DEFAULT, Suppressions.none(), outputs, BuildDay.of(now));
    }
}
