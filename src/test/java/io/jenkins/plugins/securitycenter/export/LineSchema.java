package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The documented schema of a line of JSON Lines. */
public enum LineSchema {
    FINDINGS("docs/findings.schema.json"),
    HOSTS("docs/hosts.schema.json");

    private final JsonNode document;
    private final JsonSchema schema;

    LineSchema(String path) {
        document = load(path);
        schema = new JsonSchema(document);
    }

    /** Fails if the line breaks the schema, or has a field that the schema does not describe. */
    public void validate(JsonNode line) {
        schema.validate(line);
        assertDescribed(line, document);
    }

    private static void assertDescribed(JsonNode value, JsonNode schema) {
        if (value.isObject()) {
            assertThat(names(value)).isEqualTo(names(schema.get("properties")));
            assertThat(schema.get("required")).hasSameSizeAs(schema.get("properties"));
            value.properties()
                    .forEach(field -> assertDescribed(
                            field.getValue(), schema.get("properties").get(field.getKey())));
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode load(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(path))) {
            root = root.getParent();
        }
        try {
            return new ObjectMapper().readTree(root.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
