package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @Test
    void leavesOtherTextsAlone() {
        String text = "Scan get failed.\n\tScan #9: \u00e9\u05d0\uD83D\uDE00\r\n";
        assertThat(MessageText.clean(text)).isSameAs(text);
        assertThat(MessageText.line("Weekly scan")).isEqualTo("Weekly scan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0", "\u001B", "\u007F", "\u0085", "\uD800", "\uDC00", "\uDFFF", "\uFFFE", "\uFFFF", "\u202A",
                "\u202E", "\u2066", "\u2069"
            })
    void replacesWhatCannotBePrinted(String character) {
        assertThat(MessageText.clean("a" + character + "b")).isEqualTo("a\uFFFDb");
        assertThat(MessageText.line("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u2065", "\u206A", "\uD7FF", "\uE000", "\uFFFD"})
    void leavesTheNeighboursOfThoseCharactersAlone(String character) {
        assertThat(MessageText.clean("a" + character + "b")).isEqualTo("a" + character + "b");
    }

    @Test
    void joinsLines() {
        assertThat(MessageText.line("a\nb\r\nc\td\u2028e\n")).isEqualTo("a b  c d e");
    }

    @Test
    void shortensLongTexts() {
        assertThat(MessageText.shortened("abcdef", 6)).isEqualTo("abcdef");
        assertThat(MessageText.shortened("abcdefg", 6)).isEqualTo("abc...");
        assertThat(MessageText.shortened("ab\uD83D\uDE00efg", 6)).isEqualTo("ab...");
    }

    @Test
    void namesExceptionsWithoutMessage() {
        assertThat(MessageText.of(new IllegalStateException("closed"))).isEqualTo("closed");
        assertThat(MessageText.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
