package io.jenkins.plugins.securitycenter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolutionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade to Apache version 2.4.56 or later. | Upgrade to Apache version 2.4.56 or later.",
                "'Upgrade the linux packages.\n\nFor the stable distribution' | Upgrade the linux packages.",
                "Install 1.2.5.See the advisory | Install 1.2.5.See the advisory",
                "'\u202EUpdate\tit now' | '\uFFFDUpdate it now'"
            })
    void isTheFirstSentence(String solution, String sentence) {
        assertThat(SolutionText.firstSentence(solution)).isEqualTo(sentence);
    }

    @Test
    void isShort() {
        assertThat(SolutionText.firstSentence("x".repeat(1 << 20))).hasSize(200).endsWith("...");
    }
}
