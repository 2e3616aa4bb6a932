package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.client.transport.Envelope;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.ResponseLimits;
import java.io.IOException;

/** Writes the payload of an envelope to a file while it is received; numbers keep their original digits. */
final class PayloadWriter implements EnvelopeReader.Payload {

    private final Download.Target target;
    private long bytes = -1;

    PayloadWriter(Download.Target target) {
        this.target = target;
    }

    @Override
    public ResponseLimits limits() {
        return ResponseLimits.PASSING;
    }

    /**
     * Writes a payload that is an object or array; any other payload, including that of an error, is written by {@link
     * #end(Envelope)}.
     */
    @Override
    public JsonNode read(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return EnvelopeReader.mapper().readTree(parser);
        }
        try (DownloadSink sink = new DownloadSink(target)) {
            try (JsonGenerator json = EnvelopeReader.mapper().createGenerator(sink)) {
                copy(parser, json);
            }
            bytes = sink.bytes();
        }
        return MissingNode.getInstance();
    }

    /** Returns the number of bytes that were written for a successful response. */
    long end(Envelope envelope) throws IOException {
        if (bytes < 0) {
            try (DownloadSink sink = new DownloadSink(target)) {
                byte[] content = EnvelopeReader.mapper().writeValueAsBytes(envelope.response());
                sink.write(content, 0, content.length);
                bytes = sink.bytes();
            }
        }
        return bytes;
    }

    private static void copy(JsonParser parser, JsonGenerator json) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric() && !parser.isNaN()) {
                json.writeNumber(parser.getText());
            } else if (token.isNumeric()) {
                json.writeString(parser.getText());
            } else {
                json.copyCurrentEvent(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
    }
}
