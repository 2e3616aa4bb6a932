package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.model.FieldSource;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The fields of one row that findings are read from. All others are skipped, and values that repeat are created once. It
 * is reused for the next row. Not thread-safe.
 */
final class RowFields implements FieldSource {

    private static final Map<String, Integer> POSITIONS = positions(FindingReader.FIELDS);
    /** The fields whose values many rows have, not only those that follow each other. */
    private static final BitSet SHARED = shared();

    private static final int MOST_OBJECTS = 4096;

    private final RowTexts texts = new RowTexts();
    private final Map<JsonNode, JsonNode> objects = new HashMap<>();
    private final JsonNode[] values = new JsonNode[POSITIONS.size()];
    /** The values of the row before. */
    private final JsonNode[] before = new JsonNode[POSITIONS.size()];

    private static Map<String, Integer> positions(List<String> names) {
        Map<String, Integer> positions = new HashMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        return positions;
    }

    private static BitSet shared() {
        BitSet shared = new BitSet();
        FindingReader.SHARED_FIELDS.forEach(name -> shared.set(position(name)));
        return shared;
    }

    /**
     * Reads the row at the current position of the parser.
     *
     * @return what is there instead, if it is not an object, or an empty one
     */
    Optional<JsonNode> read(JsonParser parser) throws IOException {
        System.arraycopy(values, 0, before, 0, values.length);
        Arrays.fill(values, null);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Optional.of(EnvelopeReader.mapper().readTree(parser));
        }
        boolean empty = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            empty = false;
            Integer position = POSITIONS.get(name);
            JsonToken token = parser.nextToken();
            if (position == null) {
                parser.skipChildren();
            } else {
                values[position] = value(parser, token, position);
            }
        }
        return empty ? Optional.of(EnvelopeReader.mapper().createObjectNode()) : Optional.empty();
    }

    private JsonNode value(JsonParser parser, JsonToken token, int position) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return SHARED.get(position) ? texts.read(parser) : text(parser, before[position]);
        }
        return token == JsonToken.START_OBJECT
                ? known(object(parser))
                : EnvelopeReader.mapper().readTree(parser);
    }

    private static JsonNode text(JsonParser parser, JsonNode last) throws IOException {
        String text = parser.getText();
        return last != null && last.isTextual() && last.textValue().equals(text) ? last : TextNode.valueOf(text);
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = EnvelopeReader.mapper().createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            object.set(name, text ? texts.read(parser) : EnvelopeReader.mapper().readTree(parser));
        }
        return object;
    }

    private JsonNode known(JsonNode value) {
        if (objects.size() >= MOST_OBJECTS) {
            objects.clear();
        }
        JsonNode same = objects.putIfAbsent(value, value);
        return same == null ? value : same;
    }

    /** @throws NoSuchElementException if the field is not among {@link FindingReader#FIELDS}, so it was not read */
    @Override
    public JsonNode path(String name) {
        JsonNode value = values[position(name)];
        return value == null ? MissingNode.getInstance() : value;
    }

    @Override
    public boolean has(String name) {
        return values[position(name)] != null;
    }

    private static int position(String name) {
        Integer position = POSITIONS.get(name);
        if (position == null) {
            throw new NoSuchElementException(name);
        }
        return position;
    }

    /** Returns a hash of the values. */
    int hash() {
        return Arrays.hashCode(values);
    }
}
