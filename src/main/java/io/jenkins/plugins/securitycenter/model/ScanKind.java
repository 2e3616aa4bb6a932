package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of scans; all are launched and waited for alike. */
public enum ScanKind {
    /** A scan over the network ({@code /scan}). */
    ACTIVE("scan", "scan"),
    /** A scan by agents on the hosts ({@code /agentScan}). */
    AGENT("agentScan", "agent scan"),
    /** A scan of web applications ({@code /wasScan}). */
    WEB("wasScan", "web application scan");

    private final String resource;
    private final String label;

    ScanKind(String resource, String label) {
        this.resource = resource;
        this.label = label;
    }

    /** The path of its definitions, for example {@code /agentScan}. */
    public String path() {
        return "/" + resource;
    }

    /** The words for it in messages, for example {@code agent scan}. */
    public String label() {
        return label;
    }

    /** The word that users write, for example {@code agent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word of a user, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static ScanKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind \"" + word + "\" is unknown; allowed are "
                        + Arrays.stream(values()).map(ScanKind::word).collect(Collectors.joining(", ")) + "."));
    }
}
