package io.jenkins.plugins.securitycenter.text;

/**
 * Removes invisible characters that are often copied with a value: line breaks, spaces of all kinds, and format
 * characters.
 */
public final class Whitespace {

    private Whitespace() {}

    /** Returns the text without invisible characters at its ends; empty for null. */
    public static String strip(String text) {
        if (text == null) {
            return "";
        }
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    public static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
