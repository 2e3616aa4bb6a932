package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerdictLineTest {

    private static final QualityVerdict LOGINS = new QualityVerdict(
            QualityVerdict.Condition.AUTHENTICATED_HOSTS,
            95,
            GateVerdict.State.VIOLATED,
            Gate.Result.UNSTABLE,
            "The scanner logged in to 18 of 22 hosts (81.8 %), at least 95 % required");

    @Test
    void namesTheWorstViolation() {
        assertLine(
                verdict(List.of(
                        gate(GateVerdict.State.VIOLATED, Gate.Result.STAGE, "3 findings, none allowed"),
                        gate(GateVerdict.State.VIOLATED, Gate.Result.FAILURE, "2 findings, none allowed"),
                        gate(GateVerdict.State.PASSED, Gate.Result.FAILURE, "1 finding, fewer than 9 allowed"))),
                "red",
                "Failed",
                "2 findings, none allowed; 1 more below.");
        assertLine(
                verdict(List.of(gate(GateVerdict.State.VIOLATED, Gate.Result.STAGE, "3 findings, none allowed"))),
                "yellow",
                "Stage unstable",
                "3 findings, none allowed.");
    }

    @Test
    void namesWhatIsNoGate() {
        assertLine(
                new Verdict(List.of(), true, true, List.of(LOGINS)),
                "yellow",
                "Unstable",
                "No host was scanned; 2 more below.");
        assertLine(
                new Verdict(List.of(), false, false, List.of(LOGINS)), "yellow", "Unstable", LOGINS.sentence() + ".");
    }

    @Test
    void countsWhatHoldsAndWhatIsInactive() {
        GateVerdict passed = gate(GateVerdict.State.PASSED, Gate.Result.FAILURE, "");
        GateVerdict inactive = gate(GateVerdict.State.INACTIVE, Gate.Result.FAILURE, "");
        assertLine(verdict(List.of(passed)), "blue", "Passed", "The only condition holds.");
        assertLine(verdict(List.of(passed, passed)), "blue", "Passed", "All 2 conditions hold.");
        assertLine(
                verdict(List.of(passed, inactive)),
                "blue",
                "Passed",
                "The only condition holds; 1 gate is inactive, because there is no reference build.");
        assertLine(
                verdict(List.of(inactive, inactive)),
                "blue",
                "Passed",
                "2 gates are inactive, because there is no reference build.");
        assertLine(Verdict.NONE, "nobuilt", "No verdict", "No quality gates are set.");
    }

    @Test
    void speaksGermanExceptForGates() {
        GateVerdict passed = gate(GateVerdict.State.PASSED, Gate.Result.FAILURE, "");
        GateVerdict inactive = gate(GateVerdict.State.INACTIVE, Gate.Result.FAILURE, "");
        VerdictLine line = new VerdictLine(verdict(List.of(passed, inactive, inactive)), Locale.GERMAN);
        assertThat(line.outcome()).isEqualTo("Bestanden");
        assertThat(line.reason())
                .isEqualTo("Die einzige Bedingung ist erf\u00fcllt; 2 Gates sind inaktiv, weil es keinen"
                        + " Referenz-Build gibt.");
        assertThat(new VerdictLine(new Verdict(List.of(), false, false, List.of(LOGINS)), Locale.GERMAN))
                .returns("Instabil", VerdictLine::outcome)
                .returns(LOGINS.sentence() + ".", VerdictLine::reason);
    }

    private static void assertLine(Verdict verdict, String color, String outcome, String reason) {
        VerdictLine line = new VerdictLine(verdict, Locale.ENGLISH);
        assertThat(line.color()).isEqualTo(color);
        assertThat(line.outcome()).isEqualTo(outcome);
        assertThat(line.reason()).isEqualTo(reason);
    }

    private static Verdict verdict(List<GateVerdict> gates) {
        return new Verdict(gates, false, false, List.of());
    }

    private static GateVerdict gate(GateVerdict.State state, Gate.Result result, String sentence) {
        Gate gate = new Gate(1, Severity.HIGH, Gate.Type.TOTAL, GateCondition.NONE, result);
        return new GateVerdict(gate, state, 0, sentence);
    }
}
