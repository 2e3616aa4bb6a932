package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the numbers and verdicts of a build. */
final class DemoReport {

    private DemoReport() {}

    static void print(RecordSummary summary, PrintStream out) {
        StateCounts counts = summary.changes();
        out.println("              total     new   fixed");
        for (Severity severity : Severity.descending()) {
            out.printf(
                    Locale.ROOT,
                    "  %-10s %7d %7s %7s%n",
                    severity.label(),
                    counts.total().count(severity),
                    compared(counts, counts.added().count(severity)),
                    compared(counts, counts.fixed().count(severity)));
        }
        summary.fixes().forEach(fix -> out.println("  Fix: " + fix.text()));
        for (GateVerdict verdict : summary.verdict().gates()) {
            out.println("  Gate: " + verdict.sentence() + " - " + verdict.state());
        }
        out.println("  Outcome: " + summary.verdict().outcome());
    }

    private static String compared(StateCounts counts, long count) {
        return counts.compared() ? Long.toString(count) : "-";
    }
}
