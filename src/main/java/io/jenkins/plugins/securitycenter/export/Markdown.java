package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes arbitrary strings as Markdown that shows them unchanged: without links, markup and HTML of their own. */
public final class Markdown {

    /** The characters that mean something in CommonMark or GitHub Flavored Markdown, also in links without markup. */
    private static final String SPECIAL = "\\`*_{}[]()<>#+-=.!|~&:@$\"'^";

    /** Addresses that need no escaping between angle brackets. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,1000}");

    private Markdown() {}

    /** Returns Markdown that shows the text, with the line breaks inside it. */
    static String escaped(String text) {
        return escaped(text, "\n");
    }

    /** Returns a line of Markdown that shows the address, as a link if it is an HTTP address. */
    public static String link(String address) {
        return ADDRESS.matcher(address).matches() ? "<" + address + ">" : line(address);
    }

    /** Returns Markdown that shows the text in one line. */
    public static String line(String text) {
        return escaped(text, " ");
    }

    /** Returns Markdown that shows the text as code, with all its spaces; empty for an empty text. */
    static String code(String text) {
        return TextSanitizer.visible(text).lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text, String lineBreak) {
        return TextSanitizer.visible(text)
                .lines()
                .map(Markdown::escapedLine)
                .collect(Collectors.joining(lineBreak))
                .strip();
    }

    /** Returns a line without indentation, which would make it code. */
    private static String escapedLine(String line) {
        String plain = line.strip();
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char next = plain.charAt(i);
            if (SPECIAL.indexOf(next) >= 0) {
                escaped.append('\\');
            }
            escaped.append(next);
        }
        return escaped.toString();
    }
}
