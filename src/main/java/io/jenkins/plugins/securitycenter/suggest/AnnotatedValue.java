package io.jenkins.plugins.securitycenter.suggest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds a note in parentheses to a value without spaces, such as an id, and removes it. A form puts a suggestion into
 * the field as a whole, so the note must be removed before the value is used.
 */
public final class AnnotatedValue {

    private static final Pattern NOTED = Pattern.compile("\\A(\\S++) \\(.*\\)", Pattern.DOTALL);

    private AnnotatedValue() {}

    public static String add(String value, String note) {
        return value + " (" + note + ")";
    }

    /** Returns the value without its note; a text without a note is only trimmed. */
    public static String remove(String text) {
        Matcher noted = NOTED.matcher(text.trim());
        return noted.matches() ? noted.group(1) : text.trim();
    }
}
