package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRuleTest {

    private static final NumberRule AGE = NumberRule.whole("age", 1, 120, "1 to 120 is needed.");
    private static final NumberRule SCORE = new NumberRule("score", 0, 10, false, "0 to 10 is needed.");

    @ParameterizedTest
    @CsvSource({"7, 7", "' 3 ', 3", "12.0, 12", "1e2, 100", "'', 0", "-5, -5", "121, 121"})
    void readsWholeNumbers(String text, int number) {
        assertThat(AGE.read(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"7.5, 7.5", "' 0 ', 0", "10.00, 10", "'', 0", "-1, -1"})
    void readsNumbers(String text, double number) {
        assertThat(SCORE.read(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "1e10", "1e999999999", "99999999999", "-99999999999", "NaN", "1d", "7,5"})
    void refusesWhatCannotBeKept(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGE.read(text))
                .withMessage("age \"" + text + "\" is not allowed; 1 to 120 is needed.");
    }

    @Test
    void refusesScoresWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORE.read("1e999"))
                .withMessage("score \"1e999\" is not allowed; 0 to 10 is needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "121", "1.5"})
    void saysWhatIsAllowed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGE.check(text))
                .withMessage("age \"" + text + "\" is not allowed; 1 to 120 is needed.");
    }

    @Test
    void allowsItsLimits() {
        assertThatCode(() -> {
                    AGE.check("1");
                    AGE.check("120");
                    SCORE.check(0);
                    SCORE.check(10);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatNothingWasGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AGE.check(" "))
                .withMessage("age is empty; 1 to 120 is needed.");
        assertThatCode(() -> SCORE.check(" ")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"11, 11", "10.01, 10.01", "-1, -1", "NaN, NaN", "Infinity, Infinity"})
    void checksNumbersOfScripts(double number, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORE.check(number))
                .withMessage("score \"" + shown + "\" is not allowed; 0 to 10 is needed.");
    }

    @Test
    void keepsTheSentenceShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORE.read("9".repeat(5000)))
                .withMessage("score \"" + "9".repeat(40) + "...\" is not allowed; 0 to 10 is needed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORE.check("9".repeat(40)))
                .withMessage("score \"" + "9".repeat(40) + "\" is not allowed; 0 to 10 is needed.");
    }
}
