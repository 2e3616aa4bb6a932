package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitespaceTest {

    /** A space, a line break, a no-break space, a control character, a zero-width space, and a byte order mark. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\u00A0", "\u0000", "\u200B", "\uFEFF"})
    void stripsInvisibleCharactersAtBothEnds(String blank) {
        assertThat(Whitespace.strip(blank + "a" + blank + "b" + blank)).isEqualTo("a" + blank + "b");
        assertThat(Whitespace.strip(blank + blank + "a")).isEqualTo("a");
        assertThat(Whitespace.strip("a" + blank + blank)).isEqualTo("a");
        assertThat(Whitespace.strip(blank + blank)).isEmpty();
        assertThat(Whitespace.isBlank(blank.charAt(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "\u00E9", "a b"})
    void leavesVisibleTextsAlone(String text) {
        assertThat(Whitespace.strip(text)).isEqualTo(text);
        assertThat(Whitespace.isBlank(text.charAt(0))).isFalse();
    }

    @Test
    void takesNothingForAnEmptyText() {
        assertThat(Whitespace.strip(null)).isEmpty();
        assertThat(Whitespace.strip("")).isEmpty();
    }
}
