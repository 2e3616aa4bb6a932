package io.jenkins.plugins.securitycenter.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of ports. Port 0 is that of findings about a host as a whole.
 *
 * @param first the first port
 * @param last the last port, inclusive
 */
public record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");

    /**
     * Parses a port or a range such as {@code 8000-8099}.
     *
     * @throws IllegalArgumentException if it is not valid, with a message for the user
     */
    public static PortRange parse(String written) {
        String text = written.trim();
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int first = Integer.parseInt(form.group(1));
            int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
            if (first <= last && last <= Finding.MOST_PORTS) {
                return new PortRange(first, last);
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a port; use a number from 0 to "
                + Finding.MOST_PORTS + ", or a range such as 8000-8099.");
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** Returns the text that {@link #parse} reads. */
    public String text() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
