package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jvnet.localizer.Localizable;

/**
 * The verdict of a record in one sentence.
 *
 * @param locale the language; the reason of a violated gate is English in any
 */
public record VerdictLine(Verdict verdict, Locale locale) {

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
        Localizable word =
                switch (verdict.outcome()) {
                    case INACTIVE -> Messages._VerdictLine_inactive();
                    case PASSED -> Messages._VerdictLine_passed();
                    case STAGE -> Messages._VerdictLine_stage();
                    case UNSTABLE -> Messages._VerdictLine_unstable();
                    case FAILED -> Messages._VerdictLine_failed();
                };
        return word.toString(locale);
    }

    /** Returns why: the worst violation and how many there are beside it, or what holds. */
    public String reason() {
        List<String> violations = violations().stream().map(Violation::sentence).toList();
        if (violations.isEmpty()) {
            return passed().toString(locale);
        }
        String worst = violations.get(0);
        int others = violations.size() - 1;
        return others == 0
                ? worst + "."
                : Messages._VerdictLine_violations(worst, Digits.grouped(others))
                        .toString(locale);
    }

    private record Violation(Gate.Result result, String sentence) {}

    /** Returns the violations, those that fail the build first. */
    private List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        if (verdict.nothingScanned()) {
            all.add(new Violation(
                    Gate.Result.UNSTABLE, Messages._VerdictLine_nothingScanned().toString(locale)));
        }
        if (verdict.incomplete()) {
            all.add(new Violation(
                    Gate.Result.UNSTABLE, Messages._VerdictLine_incomplete().toString(locale)));
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

    private Localizable passed() {
        long inactive = verdict.gates().stream()
                .filter(gate -> gate.state() == GateVerdict.State.INACTIVE)
                .count();
        long held = verdict.gates().size() + verdict.quality().size() - inactive;
        if (inactive == 0) {
            return held == 0 ? Messages._VerdictLine_noGates() : Messages._VerdictLine_held(held);
        }
        return held == 0
                ? Messages._VerdictLine_inactiveGates(inactive)
                : Messages._VerdictLine_heldAndInactive(held, inactive);
    }
}
