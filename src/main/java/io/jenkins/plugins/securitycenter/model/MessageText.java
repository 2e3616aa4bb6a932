package io.jenkins.plugins.securitycenter.model;

/**
 * Texts from servers as messages repeat them. Messages are stored with builds, in XML, which some characters would make
 * unreadable; others would change what a reader of the log sees.
 */
public final class MessageText {

    private static final String ELLIPSIS = "...";

    private MessageText() {}

    /** The text with U+FFFD in place of what cannot be printed; the same object when there is nothing to replace. */
    public static String clean(String text) {
        return text.codePoints().noneMatch(MessageText::forbidden)
                ? text
                : text.codePoints()
                        .map(code -> forbidden(code) ? Unicode.REPLACEMENT : code)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The text on one line. */
    public static String line(String text) {
        String clean = clean(text);
        return clean.chars().noneMatch(MessageText::separating)
                ? clean
                : clean.codePoints()
                        .map(code -> separating(code) ? ' ' : code)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .trim();
    }

    /** The beginning of a text that is longer than that. */
    public static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    private static boolean separating(int code) {
        return code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
    }

    /** Control characters, what is no character, and what turns the direction of the text. */
    private static boolean forbidden(int code) {
        return Character.isISOControl(code) && !separating(code)
                || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE
                || (code & 0xFFFE) == 0xFFFE
                || code >= 0x202A && code <= 0x202E
                || code >= 0x2066 && code <= 0x2069;
    }
}
