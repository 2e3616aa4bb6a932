package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @ParameterizedTest
    @CsvSource({"7.5, 7.5", "' 3 ', 3", "-1, -1", "'', 0", "' ', 0"})
    void readsNumbers(String text, double number) {
        assertThat(Forms.number("minimumCvss", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "' 3 ', 3", "-1, -1", "'', 0"})
    void readsWholeNumbers(String text, int number) {
        assertThat(Forms.wholeNumber("threshold", text)).isEqualTo(number);
    }

    @Test
    void saysWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forms.number("minimumCvss", " seven "))
                .withMessage("minimumCvss \"seven\" is no number; one such as 7.5 is needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "ten", "99999999999"})
    void saysWhatIsNoWholeNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forms.wholeNumber("threshold", text))
                .withMessage("threshold \"" + text + "\" is no whole number; one such as 10 is needed.");
    }
}
