package io.jenkins.plugins.securitycenter.text;

/**
 * Prepares text from servers for messages. Messages are stored with builds as XML, which certain characters would make
 * unreadable; other characters would change how the log is displayed.
 */
public final class MessageText {

    private static final String ELLIPSIS = "...";

    private MessageText() {}

    /**
     * Returns the text with non-printable characters replaced by U+FFFD; the same object if there is nothing to
     * replace.
     */
    public static String clean(String text) {
        return text.codePoints().noneMatch(MessageText::forbidden)
                ? text
                : text.codePoints()
                        .map(code -> forbidden(code) ? Surrogates.REPLACEMENT : code)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Returns the message of an exception; the name of its class if it has none. */
    public static String of(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    /** Returns the text on a single line. */
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

    /** Returns the text, truncated with an ellipsis if it is longer than {@code length}. */
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

    /** Returns whether the character is a control character, a noncharacter, or one that changes the text direction. */
    private static boolean forbidden(int code) {
        return Character.isISOControl(code) && !separating(code)
                || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE
                || (code & 0xFFFE) == 0xFFFE
                || code >= 0x202A && code <= 0x202E
                || code >= 0x2066 && code <= 0x2069;
    }
}
