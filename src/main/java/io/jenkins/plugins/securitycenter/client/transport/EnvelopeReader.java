package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads envelopes from a stream field by field, because the order of the fields differs between versions. */
public final class EnvelopeReader {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(ResponseLimits.CONSTRAINTS)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            // servers send output of scanned hosts unescaped
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The approximate memory of a value outside the payload, without its text. */
    private static final int TOKEN = 64;
    /** The maximum memory of such a value, and the maximum length of its texts. */
    private static final long MOST_KEPT = 32L * 1024 * 1024;

    /** Reads the payload while it is received. */
    @FunctionalInterface
    public interface Payload {
        /** Reads the value at the current position of the parser; the result becomes the response of the envelope. */
        JsonNode read(JsonParser parser) throws IOException;

        /** Returns the size limits of the response. */
        default ResponseLimits limits() {
            return ResponseLimits.TREE;
        }

        /** Called before the response is read. */
        default void begin(ResponseBytes bytes) {
            // most payloads do not need this
        }

        /** Called when the whole response has been read. */
        default void end(ResponseBytes bytes) {
            // most payloads do not need this
        }
    }

    private EnvelopeReader() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads a response and keeps its payload as a tree. */
    public static Envelope read(Response answer) throws IOException {
        return read(answer, MAPPER::readTree);
    }

    /**
     * Reads a response and passes its payload to the given reader.
     *
     * @throws NotAnEnvelopeException if the body is anything else
     */
    public static Envelope read(Response answer, Payload payload) throws IOException {
        ResponseBytes bytes = new ResponseBytes(answer.body(), payload.limits());
        payload.begin(bytes);
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAnEnvelopeException();
            }
            Envelope envelope = fields(answer.status(), parser, payload);
            payload.end(bytes);
            return envelope;
        }
    }

    private static Envelope fields(int status, JsonParser parser, Payload payload) throws IOException {
        JsonNode response = MissingNode.getInstance();
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
                        throw new NotAnEnvelopeException();
                    }
                    answered = true;
                    response = payload.read(parser);
                }
                case "error_code" -> {
                    OptionalInt next = code(kept(parser));
                    if (next.isEmpty() || code.isPresent() && !code.equals(next)) {
                        throw new NotAnEnvelopeException();
                    }
                    code = next;
                }
                case "error_msg" -> message = text(kept(parser));
                case "warnings" -> warnings = warnings(kept(parser));
                default -> parser.skipChildren();
            }
        }
        if (code.isEmpty()) {
            throw new NotAnEnvelopeException();
        }
        return new Envelope(status, code.getAsInt(), message, warnings, response);
    }

    /** Reads a value that is kept in memory, even if the limits are those of a payload that is not. */
    private static JsonNode kept(JsonParser parser) throws IOException {
        return MAPPER.readTree(new JsonParserDelegate(parser) {
            private long memory;

            @Override
            public JsonToken nextToken() throws IOException {
                JsonToken token = super.nextToken();
                memory += TOKEN + (token != null && token.isScalarValue() ? getTextLength() : 0);
                if (memory > MOST_KEPT) {
                    throw new ResponseLimits.LimitExceededException("its warnings or its error message are too long.");
                }
                return token;
            }
        });
    }

    /**
     * Returns the error code; empty if it is not a whole number, so that it is not taken for 0, which means success.
     */
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

    /** Thrown if the body is JSON, but not an envelope of SecurityCenter. */
    public static final class NotAnEnvelopeException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
