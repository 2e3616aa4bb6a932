package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** The title of a check: {@code 2 new High, 1 overdue; gate violated}. */
final class CheckTitle {

    private CheckTitle() {}

    /** @param caveat see {@link DocumentHeader#caveat()} */
    static String of(RecordSummary summary, String caveat) {
        List<String> counts = counts(summary.changes());
        List<String> verdicts = verdicts(summary.verdict(), caveat);
        return String.join(", ", counts) + (verdicts.isEmpty() ? "" : "; " + String.join(", ", verdicts));
    }

    private static List<String> counts(StateCounts changes) {
        List<String> counts = new ArrayList<>();
        if (changes.compared()) {
            Severity.descending().stream()
                    .filter(severity -> changes.added().count(severity) > 0)
                    .forEach(severity ->
                            counts.add(Digits.grouped(changes.added().count(severity)) + " new " + severity.label()));
            if (counts.isEmpty()) {
                counts.add("No new findings");
            }
        } else {
            long total = changes.total().total();
            counts.add(Digits.counted(total, "finding") + ", not compared");
        }
        long overdue = changes.overdue().total();
        if (overdue > 0) {
            counts.add(Digits.grouped(overdue) + " overdue");
        }
        return counts;
    }

    private static List<String> verdicts(Verdict verdict, String caveat) {
        List<String> verdicts = new ArrayList<>();
        if (!caveat.isEmpty()) {
            verdicts.add(caveat);
        } else if (verdict.nothingScanned()) {
            verdicts.add("no host was scanned");
        }
        if (verdict.incomplete()) {
            verdicts.add("findings are missing");
        }
        long gates = verdict.gates().stream().filter(GateVerdict::violated).count();
        if (gates > 0) {
            verdicts.add(gates == 1 ? "gate violated" : Digits.grouped(gates) + " gates violated");
        }
        if (verdict.quality().stream().anyMatch(QualityVerdict::violated)) {
            verdicts.add("scan quality violated");
        }
        if (verdict.outcome() == Verdict.Outcome.PASSED) {
            boolean judged = !verdict.quality().isEmpty()
                    || verdict.gates().stream().anyMatch(gate -> gate.state() == GateVerdict.State.PASSED);
            verdicts.add(judged ? "passed" : "gates inactive");
        }
        return verdicts;
    }
}
