package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;

/** Counts findings by severity. */
final class SeverityCounter {

    private final long[] counts = new long[Severity.values().length];

    void add(Severity severity) {
        counts[severity.ordinal()]++;
    }

    Totals totals() {
        return sum(this);
    }

    static Totals sum(SeverityCounter... tallies) {
        Totals totals = Totals.NONE;
        for (SeverityCounter tally : tallies) {
            for (Severity severity : Severity.values()) {
                totals = totals.plus(severity, tally.counts[severity.ordinal()]);
            }
        }
        return totals;
    }
}
