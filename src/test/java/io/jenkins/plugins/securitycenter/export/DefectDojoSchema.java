package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What DefectDojo's Generic Findings Import accepts: {@code defectdojo-generic.schema.json}. */
final class DefectDojoSchema {

    private static final JsonSchema SCHEMA = load();

    private DefectDojoSchema() {}

    static void validate(JsonNode document) {
        assertThat(SCHEMA.validate(
                        document.toString(),
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static JsonSchema load() {
        try (InputStream stream = DefectDojoSchema.class.getResourceAsStream("defectdojo-generic.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
