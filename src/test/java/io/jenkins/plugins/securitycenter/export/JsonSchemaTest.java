package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'runs': []}                                                        | version",
                "{'version': '2.0.0', 'runs': []}                                    | /version",
                "{'version': '2.1.0', 'runs': [{}]}                                  | tool",
                "{'version': '2.1.0', 'runs': [], 'invocations': []}                 | /invocations",
                "{'version': '2.1.0', 'runs': [], '$schema': 'not an address'}       | /$schema",
            })
    void sarifThatBreaksItsSchemaFails(String document, String problem) {
        assertThatThrownBy(() -> SarifSchema.validate(json(document)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aDateThatDoesNotExistFails() {
        assertThatThrownBy(
                        () -> DefectDojoSchema.validate(
                                json(
                                        "{'findings': [{'title': 'a', 'severity': 'High', 'description': 'b', 'date': '2026-02-30'}]}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/findings/0/date");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
