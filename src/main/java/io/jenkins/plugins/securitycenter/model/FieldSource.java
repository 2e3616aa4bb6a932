package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a JSON object. */
public interface FieldSource {

    /** Returns the value of a field; a missing node if there is none. */
    JsonNode path(String name);

    /** Returns whether there is a field with that name. */
    boolean has(String name);

    /** Returns the fields of a node. */
    static FieldSource of(JsonNode node) {
        return new FieldSource() {
            @Override
            public JsonNode path(String name) {
                return node.path(name);
            }

            @Override
            public boolean has(String name) {
                return node.has(name);
            }
        };
    }
}
