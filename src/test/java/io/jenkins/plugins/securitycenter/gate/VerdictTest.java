package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.Gate.Result;
import io.jenkins.plugins.securitycenter.gate.Gate.Type;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Gate STRICT = new Gate(1, Severity.HIGH, Type.NEW, GateCondition.NONE, Result.FAILURE);
    private static final Gate MILD = new Gate(10, Severity.INFO, Type.TOTAL, GateCondition.NONE, Result.UNSTABLE);

    @Test
    void isInactiveWithoutGates() {
        assertThat(GateEvaluations.of(List.of()).verdict(true).outcome()).isEqualTo(Outcome.INACTIVE);
        assertThat(Verdict.NONE.passed()).isTrue();
    }

    @Test
    void takesTheGravestOutcome() {
        assertThat(judge(0, 9).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(0, 10).outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(judge(1, 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(1, 10).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(1, 10).passed()).isFalse();
    }

    @Test
    void isUnstableAtLeastWhenNothingWasScanned() {
        assertThat(Verdict.NONE.ofNothing().outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(judge(0, 0).ofNothing().outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(judge(1, 0).ofNothing().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(0, 0).ofNothing().passed()).as("a reference").isFalse();
    }

    @Test
    void isUnstableAtLeastWhenFindingsAreMissing() {
        assertThat(Verdict.NONE.ofIncomplete().outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(judge(1, 0).ofIncomplete().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(0, 0).ofIncomplete().passed()).as("a reference").isFalse();
        assertThat(judge(0, 0).ofNothing().ofIncomplete().gates()).hasSize(2);
    }

    /** A record whose changes were violated lacked a reference that there was once, or had one. */
    @Test
    void knowsWhetherChangesAreViolated() {
        assertThat(judge(1, 0).changesViolated()).isTrue();
        assertThat(judge(0, 0).changesViolated()).isFalse();
        assertThat(judge(0, 10).changesViolated()).isFalse();
    }

    @Test
    void saysWhatWasCounted() {
        assertThat(judge(3, 4).gates())
                .extracting(GateVerdict::sentence)
                .containsExactly(
                        "3 new findings of severity High or worse, none allowed",
                        "7 findings of any severity, fewer than 10 allowed");
    }

    @Test
    void saysHowManyMoreThereAre() {
        GateCondition condition = new GateCondition(true, 7, 8.5, "Web Servers");
        Gate gate = new Gate(2, Severity.CRITICAL, Type.DELTA, condition, Result.UNSTABLE);

        assertThat(new GateSentence(gate, Map.of(), List.of()).delta(3, 2))
                .isEqualTo(
                        "1 more finding of severity Critical in plugin family Web Servers with an available exploit and a CVSS"
                                + " score of at least 7.0 and a VPR of at least 8.5, compared with the reference (3 now, 2 before), fewer than"
                                + " 2 allowed");
        assertThat(new GateSentence(gate, Map.of(), List.of()).delta(2, 5))
                .startsWith("0 more findings")
                .contains("(2 now, 5 before)");
    }

    @Test
    void saysWhyAGateIsInactive() {
        assertThat(GateSentence.inactive(STRICT))
                .isEqualTo(
                        "There is no reference build yet, so new findings of severity High or worse cannot be counted");
    }

    private static Verdict judge(int fresh, int outstanding) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(STRICT, MILD));
        IntStream.range(0, fresh)
                .forEach(i -> GateEvaluations.accept(evaluation, finding().build(), FindingState.NEW));
        IntStream.range(0, outstanding)
                .forEach(i -> GateEvaluations.accept(evaluation, finding().build(), FindingState.OUTSTANDING));
        return evaluation.verdict(true);
    }
}
