package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.NotUnderstoodException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads one page of findings, row by row. */
final class FindingPage implements EnvelopeReader.Payload {

    /**
     * One row.
     *
     * @param content the same for rows that are equal in all their fields, also those that a finding does not have
     */
    record Row(Finding finding, int content) {}

    private final RowReader reader;
    private final List<Row> rows = new ArrayList<>();
    private OptionalLong total = OptionalLong.empty();
    private OptionalLong returned = OptionalLong.empty();
    private OddRows odd = OddRows.NONE;
    private boolean read;

    FindingPage(RowReader reader) {
        this.reader = reader;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether the answer had findings at all, be it none: the absence of a list must not pass for a clean result. */
    boolean read() {
        return read;
    }

    /** How many rows there are on all pages, if the server tells it. */
    OptionalLong total() {
        return total;
    }

    /** How many rows this page has by the server's count, if it tells it; without its fraction. */
    OptionalLong returned() {
        return returned;
    }

    /** Rows of which something was replaced or left out. */
    OddRows odd() {
        return odd;
    }

    @Override
    public AnswerLimits limits() {
        return AnswerLimits.ROWS;
    }

    @Override
    public void end(AnswerBytes bytes) {
        odd = bytes.oddRows();
    }

    @Override
    public JsonNode read(JsonParser parser) throws IOException {
        rows.clear();
        read = false;
        total = OptionalLong.empty();
        returned = OptionalLong.empty();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("results") && value == JsonToken.START_ARRAY) {
                rows(parser);
            } else if (name.equals("totalRecords")) {
                OptionalLong told = count(parser, true);
                if (total.isPresent() && !total.equals(told)) {
                    throw new NotUnderstoodException(
                            name, LongNode.valueOf(total.getAsLong()), "the same number throughout the response");
                }
                total = told;
            } else if (name.equals("returnedRecords")) {
                returned = count(parser, false);
            } else {
                parser.skipChildren();
            }
        }
        return null;
    }

    /** A count in one of its shapes; empty for anything else, -1 too, since a total that is missing is not 0. */
    private static OptionalLong count(JsonParser parser, boolean whole) throws IOException {
        double value = -1;
        if (parser.currentToken() == JsonToken.VALUE_STRING
                || parser.currentToken().isNumeric()) {
            value = parser.getValueAsDouble(-1);
        } else {
            parser.skipChildren();
        }
        return PageWalk.count(value, whole);
    }

    private void rows(JsonParser parser) throws IOException {
        read = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode row = EnvelopeReader.mapper().readTree(parser);
            rows.add(new Row(reader.read(row, rows.size()), row.hashCode()));
        }
    }
}
