package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSanitizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "two words", "line\r\n\ttab", "é\uD83D\uDE00", "<&>\"'", "~\u00A0", "\uD7FF\uE000"})
    void leavesOrdinaryTextsAlone(String text) {
        assertThat(TextSanitizer.xml(text)).isSameAs(text);
        assertThat(TextSanitizer.plain(text)).isSameAs(text);
        assertThat(TextSanitizer.visible(text)).isSameAs(text);
    }

    @Test
    void replacesWhatXmlForbids() {
        assertThat(TextSanitizer.xml("a\u0000\u001B\u007F\uFFFE\uFFFFb")).isEqualTo("a\uFFFD\uFFFD\u007F\uFFFD\uFFFDb");
        assertThat(TextSanitizer.plain("a\u0000\u007F\u009Bb")).isEqualTo("a\uFFFD\uFFFD\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001F", "\uD800", "\uDFFF", "\uFFFE", "\uFFFF"})
    void replacesWhatXmlForbidsInEveryFormat(String character) {
        assertThat(TextSanitizer.xml("a" + character + "b")).isEqualTo("a\uFFFDb");
        assertThat(TextSanitizer.plain("a" + character + "b")).isEqualTo("a\uFFFDb");
        assertThat(TextSanitizer.visible("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u007F", "\u0080", "\u009F"})
    void replacesTheOtherControlCharactersInPlainTexts(String character) {
        assertThat(TextSanitizer.plain("a" + character + "b")).isEqualTo("a\uFFFDb");
        assertThat(TextSanitizer.visible("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A", "\u202C", "\u202E", "\u2066", "\u2067", "\u2069"})
    void replacesWhatChangesTheDirectionOfATextOnlyWhereItMustBeVisible(String character) {
        assertThat(TextSanitizer.visible("a" + character + "b")).isEqualTo("a\uFFFDb");
        assertThat(TextSanitizer.plain("a" + character + "b")).isEqualTo("a" + character + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2029", "\u202F", "\u2065", "\u206A"})
    void leavesTheNeighboursOfThoseCharactersAlone(String character) {
        assertThat(TextSanitizer.visible("a" + character + "b")).isEqualTo("a" + character + "b");
    }

    @Test
    void saysHowMuchWasCutOff() {
        assertThat(TextSanitizer.limit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TextSanitizer.limit("abcdef", 4)).isEqualTo("abcd\n... (2 more characters)");
    }

    @Test
    void cutsNoPairInTwo() {
        assertThat(TextSanitizer.limit("ab\uD83D\uDE00c", 3)).isEqualTo("ab\n... (3 more characters)");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 6, abcdef",
        "abcdef, 5, abcd\u2026",
        "abcdef, 1, \u2026",
        "'', 1, ''",
        "ab\uD83D\uDE00cd, 5, ab\uD83D\uDE00\u2026",
        "ab\uD83D\uDE00cd, 4, ab\u2026",
        "abe\u0301cd, 4, ab\u2026",
        "abe\u0301cd, 5, abe\u0301\u2026",
        "e\u0301\u0301\u0301\u0301, 3, e\u0301\u2026",
        "\uD83D\uDE00\uD83D\uDE00, 2, \u2026",
        "\uD83D\uDE00\u0301, 2, \u2026"
    })
    void cutsBetweenCharacters(String text, int length, String cut) {
        assertThat(TextSanitizer.cut(text, length)).isEqualTo(cut).hasSizeLessThanOrEqualTo(Math.max(length, 1));
    }
}
