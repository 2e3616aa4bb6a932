package io.jenkins.plugins.securitycenter.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes strings from servers and scanned hosts valid in an output format, by replacing forbidden characters with
 * U+FFFD.
 */
public final class TextSanitizer {

    private static final String ELLIPSIS = "\u2026";
    /** The first character after the printable ones of ASCII, which no format forbids. */
    private static final char DELETE = 0x7F;

    private TextSanitizer() {}

    /** Replaces the characters that XML 1.0 forbids. Jenkins cannot save a build that contains some of them. */
    public static String xml(String text) {
        return replace(text, TextSanitizer::forbiddenInXml);
    }

    /** Replaces unpaired surrogates, and control characters except tabs and line breaks. */
    public static String plain(String text) {
        return replace(text, code -> forbiddenInXml(code) || code >= 0x7F && code <= 0x9F);
    }

    /**
     * Replaces what {@link #plain} replaces, and the control characters of bidirectional text, which can make a text look
     * like another one.
     */
    public static String visible(String text) {
        return replace(
                text,
                code -> forbiddenInXml(code)
                        || code >= 0x7F && code <= 0x9F
                        || code >= 0x202A && code <= 0x202E
                        || code >= 0x2066 && code <= 0x2069);
    }

    /** Returns the beginning of the text, with a remark if the rest was cut off. */
    public static String limit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\n... (" + (text.length() - end) + " more characters)";
    }

    /**
     * Returns the text, or its beginning with an ellipsis, with at most that many UTF-16 units. A character of several
     * code points, such as a letter with accents, stays whole unless it alone is longer.
     */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(0, length + 1));
        int end = characters.preceding(length);
        if (end <= 0) {
            end = length - 1;
            end -= end > 0 && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? 1 : 0;
        }
        return text.substring(0, end) + ELLIPSIS;
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
                .map(code -> forbidden.test(code) ? Surrogates.REPLACEMENT : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Returns whether the text has no forbidden characters. Without a stream, because this is true of most texts, and
     * without the predicate for the characters that most texts consist of.
     */
    private static boolean isFree(String text, IntPredicate forbidden) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < DELETE || c == '\n') {
                continue;
            }
            int code = text.codePointAt(i);
            if (forbidden.test(code)) {
                return false;
            }
            i += Character.charCount(code) - 1;
        }
        return true;
    }
}
