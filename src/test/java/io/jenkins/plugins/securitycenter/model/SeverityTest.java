package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @ValueSource(strings = {"High", "high", "HIGH", " high "})
    void readsNamesInAnyCase(String text) {
        assertThat(Severity.parse(text)).isEqualTo(Severity.HIGH);
    }

    @Test
    void saysWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severity.parse("severe"))
                .withMessage("Unknown severity \"severe\". Use Critical, High, Medium, Low or Info.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severity.parse(null))
                .withMessage("severity is missing; use Critical, High, Medium, Low or Info.");
    }

    @Test
    void hasTheSameWordsInAllLanguages() {
        assertThat(Severity.descending())
                .extracting(Severity::word)
                .containsExactly("critical", "high", "medium", "low", "info");
    }

    @Test
    void goesByTheNumbersOfTheServer() {
        assertThat(Severity.ofId(0)).contains(Severity.INFO);
        assertThat(Severity.ofId(4)).contains(Severity.CRITICAL);
        assertThat(Severity.ofId(5)).isEmpty();
        assertThat(Severity.ofId(-1)).isEmpty();
        assertThat(Severity.INFO.id()).isZero();
        assertThat(Severity.CRITICAL.id()).isEqualTo(4);
    }

    @Test
    void spellsItsNameAsTheServerDoes() {
        assertThat(Severity.spelled(" hIGH ")).isEqualTo("High");
        assertThat(Severity.spelled(" severe ")).isEqualTo("severe");
    }

    @Test
    void comparesBySeverity() {
        assertThat(Severity.HIGH.atLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.MEDIUM.atLeast(Severity.HIGH)).isFalse();
        assertThat(Severity.descending()).startsWith(Severity.CRITICAL).endsWith(Severity.INFO);
    }
}
