package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.ArrayList;
import java.util.List;

/** What the build log says about a record. */
final class RecordLog {

    private RecordLog() {}

    /** Returns the lines, without links. */
    static List<String> lines(String title, RecordOrigin origin, RecordSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(title + ": " + findings(summary.changes().total()));
        lines.addAll(lacks(origin, summary.verdict()));
        lines.addAll(changes(summary.changes(), origin.reference()));
        lines.addAll(summary.checked().sentences());
        StateCounts changes = summary.changes();
        if (changes.suppressed().total() > 0) {
            lines.add("Suppressed and not counted: " + findings(changes.suppressed()));
        }
        lines.addAll(summary.suppressions().lines());
        if (changes.overdue().total() > 0) {
            lines.add("Overdue: " + findings(changes.overdue()));
        }
        lines.addAll(fixes(summary.fixes()));
        lines.addAll(verdicts(summary.verdict()));
        return lines;
    }

    private static List<String> lacks(RecordOrigin origin, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        if (origin.partialScan()) {
            lines.add("The scan is partial: it did not reach all of its targets. Findings may be missing.");
        }
        lines.addAll(origin.readingTexts());
        if (origin.nothingScanned()) {
            lines.add(origin.nothingText()
                    + (verdict.nothingScanned()
                            ? " The build is marked unstable; set allowEmpty: true to accept such records."
                            : " The record is accepted because allowEmpty is set."));
        }
        return lines;
    }

    private static List<String> changes(StateCounts changes, String reference) {
        List<String> lines = new ArrayList<>();
        lines.add(
                changes.compared()
                        ? "Compared with " + reference + ": " + counted("new", changes.added()) + "; "
                                + counted("fixed", changes.fixed()) + "; "
                                + counted("outstanding", changes.outstanding())
                        : "Not compared: there is no earlier build with passed gates.");
        if (changes.notScanned().total() > 0) {
            lines.add("Not counted as fixed because the host was not scanned this time: "
                    + findings(changes.notScanned()));
        }
        if (changes.notChecked().total() > 0) {
            lines.add("Not counted as fixed because this scan could not check it: " + findings(changes.notChecked()));
        }
        return lines;
    }

    private static List<String> verdicts(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.gates().forEach(gate -> lines.add(line(gate)));
        for (QualityVerdict quality : verdict.quality()) {
            lines.add((quality.violated()
                            ? "Scan quality violated (" + EnumWords.of(quality.result()) + "): "
                            : "Scan quality passed: ")
                    + quality.sentence());
        }
        if (verdict.outcome() != Verdict.Outcome.INACTIVE) {
            lines.add("Verdict: " + EnumWords.of(verdict.outcome()));
        }
        return lines;
    }

    private static List<String> fixes(List<TopFix> fixes) {
        List<String> lines = new ArrayList<>();
        fixes.forEach(top -> lines.add((lines.size() + 1) + ". " + top.text()));
        if (!lines.isEmpty()) {
            lines.add(0, "Fix first:");
        }
        return lines;
    }

    private static String line(GateVerdict verdict) {
        return switch (verdict.state()) {
            case PASSED -> "Gate passed: " + verdict.sentence();
            case INACTIVE -> "Gate inactive: " + verdict.sentence();
            case VIOLATED -> "Gate violated (" + EnumWords.of(verdict.gate().result()) + "): " + verdict.sentence();
        };
    }

    private static String findings(Totals totals) {
        return Digits.counted(totals.total(), "finding") + " (" + totals.bySeverity() + ")";
    }

    private static String counted(String what, Totals totals) {
        return Digits.grouped(totals.total()) + " " + what
                + (totals.total() == 0 ? "" : " (" + totals.bySeverity() + ")");
    }
}
