package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What DefectDojo's Generic Findings Import accepts: {@code defectdojo-generic.schema.json}. */
final class DefectDojoSchema {

    private static final JsonSchema SCHEMA = load();

    private DefectDojoSchema() {}

    static void validate(JsonNode document) {
        SCHEMA.validate(document);
    }

    private static JsonSchema load() {
        try (InputStream stream = DefectDojoSchema.class.getResourceAsStream("defectdojo-generic.schema.json")) {
            return new JsonSchema(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
