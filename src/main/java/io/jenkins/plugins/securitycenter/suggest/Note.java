package io.jenkins.plugins.securitycenter.suggest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value without spaces, such as an id, with something for people in parentheses behind it. A form can only offer what
 * it puts into the field as a whole, so such a note is taken off again.
 */
public final class Note {

    private static final Pattern NOTED = Pattern.compile("\\A(\\S++) \\(.*\\)", Pattern.DOTALL);

    private Note() {}

    public static String add(String value, String note) {
        return value + " (" + note + ")";
    }

    /** The value alone; a text without a note as it is, but trimmed. */
    public static String remove(String text) {
        Matcher noted = NOTED.matcher(text.trim());
        return noted.matches() ? noted.group(1) : text.trim();
    }
}
