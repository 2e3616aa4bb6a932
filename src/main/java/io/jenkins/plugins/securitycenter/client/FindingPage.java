package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads one page of findings, row by row. */
final class FindingPage implements EnvelopeReader.Payload {

    private final int asked;
    private final List<Finding> findings = new ArrayList<>();
    private long total = -1;
    private boolean read;

    FindingPage(int asked) {
        this.asked = asked;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether the answer had findings at all, be it none: the absence of a list must not pass for a clean result. */
    boolean read() {
        return read;
    }

    /** Whether there is nothing behind this page; servers may leave the total out, or send a row too few or too many. */
    boolean last(long end) {
        return findings.isEmpty() || (total >= 0 ? end >= total : findings.size() < asked);
    }

    /** How many rows there are on all pages, if the server tells it. */
    OptionalLong total() {
        return total >= 0 ? OptionalLong.of(total) : OptionalLong.empty();
    }

    /** How many rows went away since there were that many. */
    long fewerThan(OptionalLong before) {
        return total >= 0 && before.isPresent() ? Math.max(0, before.getAsLong() - total) : 0;
    }

    @Override
    public JsonNode read(JsonParser parser) throws IOException {
        findings.clear();
        read = false;
        total = -1;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("results") && value == JsonToken.START_ARRAY) {
                rows(parser);
            } else if (name.equals("totalRecords") && (value == JsonToken.VALUE_STRING || value.isNumeric())) {
                total = (long) parser.getValueAsDouble(-1);
            } else {
                parser.skipChildren();
            }
        }
        return null;
    }

    private void rows(JsonParser parser) throws IOException {
        read = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode row = EnvelopeReader.mapper().readTree(parser);
            findings.add(Finding.of(Attributes.of(row)));
        }
    }
}
