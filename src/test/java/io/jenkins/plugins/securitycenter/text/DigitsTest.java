package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "1234567, '1,234,567'", "-1234, '-1,234'"})
    void groupsDigitsByThree(long number, String text) {
        assertThat(Digits.grouped(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 findings", "1, 1 finding", "2, 2 findings", "12345, '12,345 findings'"})
    void namesOneInTheSingular(long number, String text) {
        assertThat(Digits.counted(number, "finding")).isEqualTo(text);
    }

    @Test
    void takesAnIrregularPlural() {
        assertThat(Digits.counted(1, "address", "addresses")).isEqualTo("1 address");
        assertThat(Digits.counted(1001, "address", "addresses")).isEqualTo("1,001 addresses");
    }
}
