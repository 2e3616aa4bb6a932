package io.jenkins.plugins.securitycenter.client.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for an API path below {@code /rest}. */
public final class ApiPath {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.~/-]++");
    /** Matches empty segments and those that refer to another folder. */
    private static final Pattern NO_SEGMENT = Pattern.compile("/\\.{0,2}(/|$)");

    private static final int LONGEST = 2000;

    /** Matches the placeholders of the API documentation. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private ApiPath() {}

    /**
     * Checks a path and returns it with a leading slash.
     *
     * @throws IllegalArgumentException with a sentence for users that says what is wrong and what is allowed
     */
    public static String check(String text) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("Path is empty; enter a path below /rest, such as /scan/3.");
        }
        if (trimmed.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Path is longer than " + LONGEST + " characters; enter a path below /rest, such as /scan/3.");
        }
        String path = trimmed.startsWith("/") ? trimmed : "/" + trimmed;
        if (path.equals("/rest") || path.startsWith("/rest/")) {
            throw wrong(trimmed, "must not start with /rest, which is added automatically");
        }
        if (path.contains("?")) {
            throw wrong(trimmed, "must not contain a query, which has its own parameter");
        }
        Matcher placeholder = PLACEHOLDER.matcher(path);
        if (placeholder.find()) {
            throw wrong(
                    trimmed,
                    "contains the placeholder " + placeholder.group() + ", which must be replaced with a value");
        }
        if (!ALLOWED.matcher(path).matches() || NO_SEGMENT.matcher(path).find()) {
            throw wrong(trimmed, "may only contain letters, digits and - _ . ~ between its slashes");
        }
        return path;
    }

    private static IllegalArgumentException wrong(String path, String problem) {
        return new IllegalArgumentException(
                "Path \"" + path + "\" " + problem + "; enter a path below /rest, such as /scan/3.");
    }
}
