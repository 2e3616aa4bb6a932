package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;

/** A field of a kind of record. */
record Column<T>(String name, Function<T, JsonNode> value) {

    static <T> Column<T> text(String name, Function<T, String> value) {
        return new Column<>(name, record -> TextNode.valueOf(value.apply(record)));
    }

    static <T> Column<T> number(String name, Function<T, ? extends Number> value) {
        return text(name, record -> String.valueOf(value.apply(record)));
    }

    static <T> Column<T> fixed(String name, String value) {
        return text(name, record -> value);
    }

    /** The value as one text: references by their name. */
    String plain(T record) {
        return plain(value.apply(record));
    }

    static String plain(JsonNode node) {
        return node.isObject() ? node.path("name").asText() : node.asText();
    }
}
