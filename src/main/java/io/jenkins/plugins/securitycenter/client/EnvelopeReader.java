package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads envelopes from a stream, field by field, since their order differs between versions. */
final class EnvelopeReader {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(AnswerLimits.CONSTRAINTS)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            // servers write what scanned hosts say as it is
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Receives the payload while it is being read. */
    @FunctionalInterface
    interface Payload {
        /** Reads the value at which the parser stands; the result becomes the envelope's response. */
        JsonNode read(JsonParser parser) throws IOException;

        /** What the answer may take. */
        default AnswerLimits limits() {
            return AnswerLimits.TREE;
        }

        /** The answer is read. */
        default void end(AnswerBytes bytes) {
            // most do not mind what became of its bytes
        }
    }

    private EnvelopeReader() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads an answer, keeping its payload as a tree. */
    static Envelope read(Answer answer) throws IOException {
        return read(answer, MAPPER::readTree);
    }

    /**
     * Reads an answer, handing its payload to the given reader.
     *
     * @throws NotAnEnvelope when the body is something else
     */
    static Envelope read(Answer answer, Payload payload) throws IOException {
        AnswerBytes bytes = new AnswerBytes(answer.body(), payload.limits());
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAnEnvelope();
            }
            Envelope envelope = fields(answer.status(), parser, payload);
            payload.end(bytes);
            return envelope;
        }
    }

    private static Envelope fields(int status, JsonParser parser, Payload payload) throws IOException {
        JsonNode response = null;
        boolean answered = false;
        OptionalInt code = OptionalInt.empty();
        String message = "";
        List<String> warnings = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "response" -> {
                    if (answered) {
                        throw new NotAnEnvelope();
                    }
                    answered = true;
                    response = payload.read(parser);
                }
                case "error_code" -> {
                    OptionalInt next = code(MAPPER.readTree(parser));
                    if (next.isEmpty() || code.isPresent() && !code.equals(next)) {
                        throw new NotAnEnvelope();
                    }
                    code = next;
                }
                case "error_msg" -> message = text(MAPPER.readTree(parser));
                case "warnings" -> warnings = warnings(MAPPER.readTree(parser));
                default -> parser.skipChildren();
            }
        }
        if (code.isEmpty()) {
            throw new NotAnEnvelope();
        }
        return new Envelope(status, code.getAsInt(), message, warnings, response);
    }

    /** A code that is no whole number, as a number or a text, must not pass for 0, which means success. */
    private static OptionalInt code(JsonNode node) {
        OptionalLong code = Attributes.whole(node);
        return code.isPresent() && code.getAsLong() == (int) code.getAsLong()
                ? OptionalInt.of((int) code.getAsLong())
                : OptionalInt.empty();
    }

    private static List<String> warnings(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode warning : node.isArray() ? node : List.of(node)) {
            String text = text(warning.has("warning") ? warning.path("warning") : warning);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.isValueNode() ? node.asText().trim() : node.toString();
    }

    /** The body is JSON, but no envelope of SecurityCenter. */
    static final class NotAnEnvelope extends IOException {
        private static final long serialVersionUID = 1;
    }
}
