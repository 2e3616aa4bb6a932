package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.client.resource.PageSequence;
import io.jenkins.plugins.securitycenter.client.resource.RowReader;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.ResponseBytes;
import io.jenkins.plugins.securitycenter.client.transport.ResponseLimits;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads one page of findings row by row. */
final class AnalysisPage implements EnvelopeReader.Payload {

    /**
     * One row.
     *
     * @param content a hash that is the same for rows that are equal in all fields, including those that are not part
     *     of a finding
     */
    record Row(Finding finding, int content) {}

    private final RowReader reader;
    private final RowFields fields;
    private final List<Row> rows = new ArrayList<>();
    private OptionalLong total = OptionalLong.empty();
    private OptionalLong returned = OptionalLong.empty();
    private MalformedRows odd = MalformedRows.NONE;
    private long length;

    @SuppressWarnings("NullAway.Init") // set before anything is read
    private ResponseBytes bytes;

    private boolean read;

    /** @param fields used for all pages of a read */
    AnalysisPage(RowReader reader, RowFields fields) {
        this.reader = reader;
        this.fields = fields;
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * Returns whether the response contained a list of findings, even an empty one: a missing list must not be taken
     * for a clean result.
     */
    boolean read() {
        return read;
    }

    /** Returns the number of rows on all pages, if the server sent it. */
    OptionalLong total() {
        return total;
    }

    /** Returns the number of rows on this page according to the server, if it sent it; truncated to a whole number. */
    OptionalLong returned() {
        return returned;
    }

    /** Returns the number of rows that were changed while reading. */
    MalformedRows odd() {
        return odd;
    }

    /** Returns the size of the response in bytes. */
    long length() {
        return length;
    }

    @Override
    public ResponseLimits limits() {
        return ResponseLimits.ROWS;
    }

    @Override
    public void begin(ResponseBytes response) {
        bytes = response;
        bytes.rows().computeHashes();
    }

    @Override
    public void end(ResponseBytes response) {
        odd = response.rows().malformed();
        length = response.length();
    }

    @Override
    public JsonNode read(JsonParser parser) throws IOException {
        rows.clear();
        read = false;
        total = OptionalLong.empty();
        returned = OptionalLong.empty();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return MissingNode.getInstance();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("results") && value == JsonToken.START_ARRAY) {
                rows(parser);
            } else if (name.equals("totalRecords")) {
                OptionalLong told = count(parser, true);
                if (total.isPresent() && !total.equals(told)) {
                    throw new UnreadableValueException(
                            name, LongNode.valueOf(total.getAsLong()), "the same number throughout the response");
                }
                total = told;
            } else if (name.equals("returnedRecords")) {
                returned = count(parser, false);
            } else {
                parser.skipChildren();
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns a count; empty for an invalid one and for -1, because a missing total is not 0. */
    private static OptionalLong count(JsonParser parser, boolean whole) throws IOException {
        double value = -1;
        if (parser.currentToken() == JsonToken.VALUE_STRING
                || parser.currentToken().isNumeric()) {
            value = parser.getValueAsDouble(-1);
        } else {
            parser.skipChildren();
        }
        return PageSequence.count(value, whole);
    }

    private void rows(JsonParser parser) throws IOException {
        read = true;
        Attributes row = Attributes.ofFields(fields);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Optional<JsonNode> other = fields.read(parser);
            OptionalInt content = bytes.rows().hash(parser.currentLocation().getByteOffset());
            Finding finding =
                    other.isPresent() ? reader.reject(other.get(), rows.size()) : reader.read(row, rows.size());
            rows.add(new Row(finding, content.orElseGet(fields::hash)));
        }
    }
}
