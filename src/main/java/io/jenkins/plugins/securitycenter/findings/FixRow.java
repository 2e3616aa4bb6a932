package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.fix.SolutionText;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fix in a table, with the open findings that it resolves.
 *
 * @param fix the fix with the highest version
 * @param solution the solution of that fix, which may be shortened; empty if none is known
 * @param hosts number of hosts that have such findings
 * @param severity the worst severity
 * @param listedByCisa whether CISA lists one of them as known to be exploited; empty if that is unknown
 * @param epss the highest EPSS score in percent
 * @param vpr the highest VPR
 * @param due the earliest due date
 * @param share how much of the risk of all open findings it removes, in percent
 */
public record FixRow(
        Fix fix,
        String solution,
        Totals totals,
        int hosts,
        Severity severity,
        Optional<Boolean> listedByCisa,
        OptionalDouble epss,
        OptionalDouble vpr,
        Optional<LocalDate> due,
        double share) {

    /** Returns the first sentence of the solution, preceded by the product if it does not name it. */
    public String title() {
        String sentence =
                solution.isBlank() || !fix.known() ? "No solution given" : SolutionText.firstSentence(solution);
        return fix.product().isEmpty() ? sentence : SolutionText.firstSentence(fix.product()) + ": " + sentence;
    }

    /** Returns whether it is known that CISA lists one of the findings. */
    public boolean knownExploited() {
        return listedByCisa.orElse(false);
    }

    TopFix summary() {
        return new TopFix(
                fix.id(),
                title(),
                totals.total(),
                hosts,
                severity,
                listedByCisa.orElse(null),
                Math.round(share * 10) / 10.0);
    }
}
