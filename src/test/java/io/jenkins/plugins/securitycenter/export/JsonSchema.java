package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;

/** A JSON schema of the draft that it names. Dates, times and addresses must be valid as well. */
final class JsonSchema {

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .createValidator();
    private final URI schema;

    JsonSchema(JsonNode schema) {
        this.schema = validator.registerSchema(schema);
    }

    /** Fails if the document breaks the schema. */
    void validate(JsonNode document) {
        assertThat(validator.validate(schema, document).getErrors())
                .extracting(error -> error.getInstanceLocation() + ": " + error.getError())
                .isEmpty();
    }
}
