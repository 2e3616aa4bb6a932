package io.jenkins.plugins.securitycenter.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedValueTest {

    @Test
    void takesOffWhatItAdded() {
        assertThat(AnnotatedValue.remove(AnnotatedValue.add("42", "DMZ (weekly), Completed")))
                .isEqualTo("42");
    }

    @ParameterizedTest
    @CsvSource({"42, 42", "' 42 ', 42", "/scan /3, /scan /3", "4 2 (x), 4 2 (x)", "42(x), 42(x)", "'', ''"})
    void leavesOtherTextsAlone(String text, String same) {
        assertThat(AnnotatedValue.remove(text)).isEqualTo(same);
    }
}
