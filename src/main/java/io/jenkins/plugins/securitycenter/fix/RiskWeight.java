package io.jenkins.plugins.securitycenter.fix;

import io.jenkins.plugins.securitycenter.model.Severity;

/**
 * The weight of a finding: that of its severity in SecurityCenter's own score, four times as much if it is known to be
 * exploited.
 */
public final class RiskWeight {

    private static final int KNOWN_EXPLOITED = 4;

    private RiskWeight() {}

    public static int of(Severity severity, boolean knownExploited) {
        int weight =
                switch (severity) {
                    case CRITICAL -> 40;
                    case HIGH -> 10;
                    case MEDIUM -> 3;
                    case LOW -> 1;
                    case INFO -> 0;
                };
        return knownExploited ? KNOWN_EXPLOITED * weight : weight;
    }
}
