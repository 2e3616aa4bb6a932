package io.jenkins.plugins.securitycenter.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that a scan looks at, from the text of the scanner: {@code all}, {@code default}, or a list such as {@code
 * 1-1024,8080} or {@code T:1-1024,U:53}. The list behind {@code default} is not known, so it covers every port. A text
 * that is not understood covers no port.
 */
public record ScannedPorts(List<Part> parts) {

    /** The ranges of a text that is missing or not understood. */
    public static final ScannedPorts UNKNOWN = new ScannedPorts(List.of());

    static final ScannedPorts ALL = new ScannedPorts(List.of(new Part("", 0, Finding.MOST_PORTS)));

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
            return ALL;
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
        return new ScannedPorts(parts);
    }

    /** Returns whether the scan looked at the port of the finding. Port 0 is the host as a whole. */
    public boolean covers(Finding finding) {
        String protocol = finding.protocol().toUpperCase(Locale.ROOT);
        return finding.port() == 0 || parts.stream().anyMatch(part -> part.contains(finding.port(), protocol));
    }
}
