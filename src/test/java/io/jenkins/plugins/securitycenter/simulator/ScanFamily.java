package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The kinds of scans. Their ids do not overlap, as results refer to them without saying of which kind they are. */
enum ScanFamily {
    ACTIVE("scan", "Scan", "active"),
    AGENT("agentScan", "Agent Scan", "agent"),
    WEB("wasScan", "WAS Scan", "active");

    private static final long IDS_OF_A_KIND = 1_000_000;
    private final String path;
    private final String label;
    private final String resultType;

    ScanFamily(String path, String label, String resultType) {
        this.path = path;
        this.label = label;
        this.resultType = resultType;
    }

    String path() {
        return path;
    }

    String label() {
        return label;
    }

    String resultType() {
        return resultType;
    }

    long firstId() {
        return IDS_OF_A_KIND * ordinal();
    }

    /** The name of a result of a definition with this name. */
    String resultName(String name) {
        return this == AGENT ? name + " [Agent Scan Import]" : name;
    }

    void addDefaults(ScanDefinitions definitions) {
        switch (this) {
            case ACTIVE -> definitions.addActive();
            case AGENT -> definitions.addNamed("Agents at night", "agentGroups", "1");
            case WEB -> definitions.addNamed("Shop", "urlList", "https://shop.example.com");
        }
    }

    /** What a definition without addresses is about, as addresses. */
    String targets(ObjectNode scan) {
        int network = 1 + (int) (Long.parseLong(scan.path("id").asText()) % 200);
        return this == AGENT
                ? "10.40." + network + ".1-10.40." + network + ".200"
                : scan.path("urlList").asText().replaceAll("https?://|[/:][^,\\s]*", "");
    }

    /** How many days before a scan the host was looked at. */
    long daysBefore(SimulatedHost host) {
        return this == AGENT ? host.address() % 5 : 0;
    }

    /** Agents go on whatever the server says. */
    void mustBeSteerable(String verb) {
        if (this == AGENT) {
            throw Refusal.of(
                    148,
                    "Scan Result " + verb + " failed.\nAgent scan results cannot be paused, resumed or stopped.\n");
        }
    }
}
