package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The five severities; the ordinal is the id. */
enum Severity {
    INFO("Info", "Informative", 0),
    LOW("Low", "Low Severity", 1),
    MEDIUM("Medium", "Medium Severity", 3),
    HIGH("High", "High Severity", 10),
    CRITICAL("Critical", "Critical Severity", 40);

    private final String label;
    private final String description;
    private final int weight;

    Severity(String label, String description, int weight) {
        this.label = label;
        this.description = description;
        this.weight = weight;
    }

    String label() {
        return label;
    }

    /** What a finding of this severity adds to a score. */
    int weight() {
        return weight;
    }

    ObjectNode json() {
        return Json.texts("id", String.valueOf(ordinal()), "name", label, "description", description);
    }
}
