package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the server writes it: slashes in text are escaped. */
public final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory().setCharacterEscapes(new EscapedSlashes()));

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An object from text. */
    static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** An object of texts from alternating names and values. */
    static ObjectNode texts(String... namesAndValues) {
        ObjectNode object = object();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** A reference to another object, as most records hold it. */
    static ObjectNode reference(String id, String name) {
        return texts("id", id, "name", name, "description", "");
    }

    /** What stands where no object is: the id is a number here and nowhere else. */
    static ObjectNode nothing() {
        return object().put("id", -1).put("name", "").put("description", "");
    }

    /** A field as text, or something else where there is none. */
    static String text(JsonNode object, String name, String otherwise) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : otherwise;
    }

    /** The id in a reference, an id as text or a bare number; empty when there is none. */
    static String id(JsonNode value) {
        JsonNode id = value.isObject() ? value.path("id") : value;
        return id.isValueNode() && !id.isNull() ? id.asText() : "";
    }

    private static final class EscapedSlashes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final SerializableString SLASH = new SerializedString("\\/");
        private final int[] codes = standardAsciiEscapesForJSON();

        EscapedSlashes() {
            codes['/'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character == '/' ? SLASH : null;
        }
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Value {
        void write(JsonGenerator out) throws java.io.IOException;
    }
}
