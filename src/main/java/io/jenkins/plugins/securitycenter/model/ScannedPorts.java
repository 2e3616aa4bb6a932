package io.jenkins.plugins.securitycenter.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that a scan looks at, from the text of the scanner: {@code all}, {@code default}, or a list such as {@code
 * 1-1024,8080} or {@code T:1-1024,U:53}. A text that is not understood covers no port.
 *
 * @param parts the ranges that are known
 * @param standard whether the scan looks at the default ports of the scanner, whose list is not known
 */
public record ScannedPorts(List<Part> parts, boolean standard) {

    /** The ranges of a text that is missing or not understood. */
    public static final ScannedPorts UNKNOWN = new ScannedPorts(List.of(), false);

    static final ScannedPorts ALL = new ScannedPorts(List.of(new Part("", 0, Finding.MOST_PORTS)), false);

    static final ScannedPorts DEFAULT = new ScannedPorts(List.of(), true);

    private static final int MOST_PARTS = 1_000;
    private static final Pattern PART = Pattern.compile("(?:([TU]):)?(\\d{1,5})(?:-(\\d{1,5}))?");

    /** Ports of one protocol, or of all if it is empty. */
    record Part(String protocol, int first, int last) {

        boolean contains(int port, String of) {
            return first <= port && port <= last && (protocol.isEmpty() || protocol.equals(of));
        }
    }

    public ScannedPorts {
        parts = List.copyOf(parts);
    }

    static ScannedPorts parse(String text) {
        String plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (plain.equals("ALL") || plain.equals("DEFAULT")) {
            return plain.equals("ALL") ? ALL : DEFAULT;
        }
        List<Part> parts = new ArrayList<>();
        String protocol = "";
        for (String piece : plain.split(",", MOST_PARTS + 1)) {
            Matcher part = PART.matcher(piece);
            if (!part.matches()) {
                return UNKNOWN;
            }
            // A protocol holds for the ports behind it as well.
            protocol = part.group(1) == null ? protocol : part.group(1).equals("T") ? "TCP" : "UDP";
            int first = Integer.parseInt(part.group(2));
            parts.add(new Part(protocol, first, part.group(3) == null ? first : Integer.parseInt(part.group(3))));
        }
        return new ScannedPorts(parts, false);
    }

    /**
     * Returns whether the scan looked at the port of the finding. Port 0 is the host as a whole.
     *
     * @param byDefault whether an earlier scan of the default ports found it
     */
    public boolean covers(Finding finding, boolean byDefault) {
        String protocol = finding.protocol().toUpperCase(Locale.ROOT);
        return finding.port() == 0
                || standard && byDefault
                || parts.stream().anyMatch(part -> part.contains(finding.port(), protocol));
    }
}
