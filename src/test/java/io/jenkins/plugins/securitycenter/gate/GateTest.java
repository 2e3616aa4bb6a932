package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesThresholdsBelowOne(int threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Gate(threshold, Severity.HIGH, Gate.Type.NEW, GateCondition.NONE, Gate.Result.UNSTABLE))
                .withMessage("threshold \"" + threshold
                        + "\" is not allowed; use the number of findings that violates the gate, a"
                        + " whole number from 1 to 1000000000.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesScoresOutOfRange(double score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateCondition(false, score, 0, ""))
                .withMessage("minimumCvss \"" + score
                        + "\" is not allowed; use a number from 0 (no minimum) to 10, such as 7.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateCondition(false, 0, score, ""))
                .withMessageStartingWith("minimumVpr \"" + score);
    }

    @Test
    void readsWordsInAnyCase() {
        assertThat(Gate.Type.parse("new")).isEqualTo(Gate.Type.NEW);
        assertThat(Gate.Type.parse(" Delta ")).isEqualTo(Gate.Type.DELTA);
        assertThat(Gate.Result.parse("FAILURE")).isEqualTo(Gate.Result.FAILURE);
        assertThat(MissingScore.parse("Ignore")).isEqualTo(MissingScore.IGNORE);
    }

    @Test
    void saysWhichWordsAreAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.Type.parse("all"))
                .withMessage("Unknown gate type \"all\". Use total, new, delta or overdue.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gate.Result.parse(null))
                .withMessage("gate result is missing; use unstable, failure or stage.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingScore.parse("drop"))
                .withMessage("Unknown missingScore \"drop\". Use count or ignore.");
    }
}
