package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The verdict of a record in one sentence. */
public record VerdictLine(Verdict verdict) {

    private static final List<Gate.Result> RANKS =
            List.of(Gate.Result.FAILURE, Gate.Result.UNSTABLE, Gate.Result.STAGE);

    /** Returns the part of the name of the Jenkins symbol that goes with the outcome, such as {@code red}. */
    public String color() {
        return switch (verdict.outcome()) {
            case INACTIVE -> "nobuilt";
            case PASSED -> "blue";
            case STAGE, UNSTABLE -> "yellow";
            case FAILED -> "red";
        };
    }

    /** Returns the outcome in words, such as {@code Failed}. */
    public String outcome() {
        return switch (verdict.outcome()) {
            case INACTIVE -> "No verdict";
            case PASSED -> "Passed";
            case STAGE -> "Stage unstable";
            case UNSTABLE -> "Unstable";
            case FAILED -> "Failed";
        };
    }

    /** Returns why: the worst violation and how many there are beside it, or what holds. */
    public String reason() {
        List<String> violations = violations().stream().map(Violation::sentence).toList();
        if (violations.isEmpty()) {
            return passed();
        }
        int others = violations.size() - 1;
        return violations.get(0) + (others == 0 ? "." : "; " + Digits.grouped(others) + " more below.");
    }

    private record Violation(Gate.Result result, String sentence) {}

    /** Returns the violations, those that fail the build first. */
    private List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        if (verdict.nothingScanned()) {
            all.add(new Violation(Gate.Result.UNSTABLE, "No host was scanned"));
        }
        if (verdict.incomplete()) {
            all.add(new Violation(Gate.Result.UNSTABLE, "SecurityCenter did not send all findings"));
        }
        verdict.gates().stream()
                .filter(GateVerdict::violated)
                .forEach(gate -> all.add(new Violation(gate.gate().result(), gate.sentence())));
        verdict.quality().stream()
                .filter(QualityVerdict::violated)
                .forEach(condition -> all.add(new Violation(condition.result(), condition.sentence())));
        all.sort(Comparator.comparing(violation -> RANKS.indexOf(violation.result())));
        return all;
    }

    private String passed() {
        long inactive = verdict.gates().stream()
                .filter(gate -> gate.state() == GateVerdict.State.INACTIVE)
                .count();
        long held = verdict.gates().size() + verdict.quality().size() - inactive;
        String active = held == 1 ? "The only condition holds" : "All " + Digits.grouped(held) + " conditions hold";
        if (inactive == 0) {
            return held == 0 ? "No quality gates are set." : active + ".";
        }
        String text = inactive == 1 ? "1 gate is" : Digits.grouped(inactive) + " gates are";
        return (held == 0 ? "" : active + "; ") + text + " inactive, because there is no reference build.";
    }
}
