package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the shapes that lists come in: a plain array, an object of arrays that repeat each other's records, an object of
 * records (what PHP makes of an array with gaps), or a single record.
 */
final class Listing {

    private static final String ID = "id";

    private Listing() {}

    /** The records, each id once and those without an id all, in the order of their first appearance. */
    static List<Attributes> of(JsonNode response) {
        Map<String, Attributes> byId = new LinkedHashMap<>();
        if (response.isArray()) {
            add(response, byId);
        } else if (response.has(ID)) {
            add(List.of(response), byId);
        } else {
            response.forEach(part -> add(part.has(ID) ? List.of(part) : part, byId));
        }
        return List.copyOf(byId.values());
    }

    private static void add(Iterable<JsonNode> records, Map<String, Attributes> byId) {
        for (JsonNode node : records) {
            if (node.isObject()) {
                Attributes attributes = Attributes.of(node);
                String id = attributes.text(ID);
                byId.putIfAbsent(id.isEmpty() ? "record " + byId.size() : id, attributes);
            }
        }
    }
}
