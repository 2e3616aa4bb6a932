package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Tickets: their words are fixed. */
final class TicketContent implements ObjectKind.Content {
    private static final Set<String> STATUS =
            Set.of("Assigned", "Resolved", "More Information", "Not Applicable", "Duplicate", "Closed");
    private static final Set<String> CLASSIFICATION = Set.of(
            "Information",
            "Configuration",
            "Patch",
            "Disable",
            "Firewall",
            "Schedule",
            "IDS",
            "Other",
            "Accept Risk",
            "Recast Risk",
            "Re-scan Request",
            "False Positive",
            "System Probe",
            "External Probe");

    @Override
    public ObjectNode read(ObjectNode body, boolean fresh) {
        ObjectNode fields = body.deepCopy();
        if (fresh) {
            ObjectKind.need(body, "name", "assignee");
            fields.put("status", Json.text(body, "status", "Assigned"));
            fields.put("classification", Json.text(body, "classification", "Information"));
        }
        check(fields, "status", STATUS);
        check(fields, "classification", CLASSIFICATION);
        return fields;
    }

    private static void check(ObjectNode fields, String field, Set<String> words) {
        if (fields.has(field) && !words.contains(fields.path(field).asText())) {
            throw Refusal.badRequest(
                    "The " + field + " '" + fields.path(field).asText() + "' of the ticket is invalid.");
        }
    }
}
