package io.jenkins.plugins.securitycenter.client;

/** Characters that nobody sees, and that come along when a value is copied: line ends, spaces of all kinds, marks. */
public final class Blanks {

    private Blanks() {}

    /** The text without such characters at both ends; empty for null. */
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

    static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
