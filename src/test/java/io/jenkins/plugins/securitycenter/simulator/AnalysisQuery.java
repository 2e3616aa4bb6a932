package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of an analysis request; clients put the same things inside {@code query} or beside it. */
record AnalysisQuery(ObjectNode body, boolean rootScanIgnored, boolean scanForgotten) {
    private static final int DEFAULT_PAGE = 1_000;

    String tool() {
        return text("tool", "vulndetails");
    }

    String type() {
        return text("type", "vuln");
    }

    /** Newer servers forget about a scan that is only named beside the query, and give everything. */
    String source() {
        String source = text("sourceType", "cumulative");
        if (scanForgotten) {
            return "cumulative";
        }
        return source.equals("individual") && scanId().isEmpty() && rootScanIgnored ? "cumulative" : source;
    }

    String scanId() {
        return rootScanIgnored ? Json.id(body.path("query").path("scanID")) : text("scanID", "");
    }

    String view() {
        return rootScanIgnored ? body.path("query").path("view").asText() : text("view", "");
    }

    JsonNode filters() {
        return body.path("query").path("filters");
    }

    int start() {
        return offset("startOffset", 0);
    }

    int end() {
        return offset("endOffset", start() + DEFAULT_PAGE);
    }

    String sortField() {
        return text("sortField", text("sortColumn", ""));
    }

    boolean descending() {
        return text("sortDir", text("sortDirection", "ASC")).equalsIgnoreCase("DESC");
    }

    JsonNode columns() {
        return body.path("columns");
    }

    private int offset(String name, int otherwise) {
        String text = text(name, "");
        try {
            return text.isBlank() ? otherwise : Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The value '" + text + "' for " + name + " is not a number.");
        }
    }

    private String text(String name, String otherwise) {
        return Json.text(body.path("query"), name, Json.text(body, name, otherwise));
    }
}
