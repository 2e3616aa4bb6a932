package io.jenkins.plugins.securitycenter.gate;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.Locale;

/**
 * One of the fixes of a record that remove the most risk.
 *
 * @param fix the ID of the fix, for the filter of the findings page
 * @param solution the product and the first sentence of the solution, on one line
 * @param findings the number of open findings that it resolves
 * @param hosts the number of hosts with such findings
 * @param severity the worst severity
 * @param knownExploited whether CISA lists one of them as known to be exploited; null if that is unknown
 * @param share how much of the risk of all open findings it removes, in percent with one decimal place
 */
public record TopFix(
        String fix,
        String solution,
        long findings,
        long hosts,
        Severity severity,
        @CheckForNull Boolean knownExploited,
        double share) {

    /** The number of fixes that a record keeps. */
    public static final int MOST = 5;

    /** Sets the values that a stored summary lacks. */
    public TopFix {
        fix = fix == null ? "" : fix;
        solution = solution == null ? "" : solution;
        severity = severity == null ? Severity.INFO : severity;
    }

    /** Returns one line for the build log. */
    public String text() {
        return solution + " (" + Digits.counted(findings, "finding") + " on " + Digits.counted(hosts, "host")
                + ", worst severity "
                + severity.label() + (Boolean.TRUE.equals(knownExploited) ? ", known exploited" : "") + ", "
                + String.format(Locale.ENGLISH, "%.1f", share) + " % of the risk)";
    }
}
