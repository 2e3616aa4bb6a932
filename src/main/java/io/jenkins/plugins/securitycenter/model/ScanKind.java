package io.jenkins.plugins.securitycenter.model;

import io.jenkins.plugins.securitycenter.text.EnumWords;

/** The kinds of scans; all are launched and monitored in the same way. */
public enum ScanKind {
    /** An active scan over the network ({@code /scan}). */
    ACTIVE("scan", "scan"),
    /** An agent scan ({@code /agentScan}). */
    AGENT("agentScan", "agent scan"),
    /** A web application scan ({@code /wasScan}). */
    WEB("wasScan", "web application scan");

    private final String resource;
    private final String label;

    ScanKind(String resource, String label) {
        this.resource = resource;
        this.label = label;
    }

    /** Returns the API path of the scan definitions, for example {@code /agentScan}. */
    public String path() {
        return "/" + resource;
    }

    /** Returns the name for messages, for example {@code agent scan}. */
    public String label() {
        return label;
    }

    /** Returns the word that users enter, for example {@code agent}. */
    public String word() {
        return EnumWords.of(this);
    }

    /**
     * Parses a word, ignoring case.
     *
     * @throws IllegalArgumentException with a sentence for users that lists the allowed words
     */
    public static ScanKind parse(String word) {
        return EnumWords.parse(ScanKind.class, "kind", word);
    }
}
