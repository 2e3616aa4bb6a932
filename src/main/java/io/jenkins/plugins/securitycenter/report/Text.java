package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Unicode;
import java.util.function.IntPredicate;

/** Makes texts from servers and scanned hosts fit for a format, by replacing what it forbids by U+FFFD. */
public final class Text {

    private Text() {}

    /** Without the characters that XML 1.0 forbids; with one of some of them Jenkins could not save a build. */
    public static String xml(String text) {
        return replace(text, Text::forbiddenInXml);
    }

    /** Without surrogate halves and control characters, except tab and line ends. */
    static String plain(String text) {
        return replace(text, code -> forbiddenInXml(code) || code >= 0x7F && code <= 0x9F);
    }

    /** The beginning of the text, with a remark when something was cut off. */
    static String limit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\n... (" + (text.length() - end) + " more characters)";
    }

    private static boolean forbiddenInXml(int code) {
        return code < ' ' && code != '\t' && code != '\n' && code != '\r'
                || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE
                || code == 0xFFFE
                || code == 0xFFFF;
    }

    private static String replace(String text, IntPredicate forbidden) {
        if (isFree(text, forbidden)) {
            return text;
        }
        return text.codePoints()
                .map(code -> forbidden.test(code) ? Unicode.REPLACEMENT : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Most texts are, so this is done without a stream. */
    private static boolean isFree(String text, IntPredicate forbidden) {
        for (int i = 0; i < text.length(); i++) {
            int code = text.codePointAt(i);
            if (forbidden.test(code)) {
                return false;
            }
            i += Character.charCount(code) - 1;
        }
        return true;
    }
}
