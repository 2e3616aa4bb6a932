package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are the same whether they are read field by field or as a tree. */
class RowFieldsTest {

    private static final JsonMapper MAPPER = EnvelopeReader.mapper();
    /** Values of every type, most of them ones that servers send. */
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"0\"",
            "\"1\"",
            "\"3\"",
            "\"19506\"",
            "\"443\"",
            "\"7.5\"",
            "\"1600000000\"",
            "\"10.0.0.1\"",
            "\"a.example.com\"",
            "\" Yes \"",
            "\"Gr\u00fc\u00dfe\\n\\\"\\u00e4\\\\\"",
            "\"" + "long text ".repeat(3000) + "\"",
            "\"" + "long text ".repeat(200) + "\"",
            "\"" + "long text ".repeat(200) + ".\"",
            "7",
            "2.50",
            "-1",
            "null",
            "true",
            "[]",
            "{}",
            "[\"1\"]",
            "{\"id\":\"4\",\"name\":\"Critical\"}",
            "{\"id\":\"2\",\"name\":\"Web Servers\",\"type\":\"active\"}",
            "{\"id\":7,\"name\":null}");

    private final RowFields fields = new RowFields();
    private final FindingReader reader = new FindingReader(EpssScale.AUTO);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsWhatATreeHas(long seed) throws IOException {
        Random random = new Random(seed);
        ArrayNode rows = MAPPER.createArrayNode();
        for (int i = 0; i < 300; i++) {
            rows.add(i > 0 && random.nextBoolean() ? changed(rows.get(random.nextInt(i)), random) : row(random));
        }
        try (JsonParser parser = MAPPER.createParser(rows.toString())) {
            parser.nextToken();
            for (JsonNode row : rows) {
                parser.nextToken();
                assertThat(fields.read(parser)).isEmpty();
                Attributes read = Attributes.ofFields(fields);
                assertThat(finding(reader, read)).isEqualTo(finding(newReader(), Attributes.of(row)));
                for (String name : FindingReader.FIELDS) {
                    assertThat(read.json(name)).isEqualTo(row.path(name));
                    assertThat(read.has(name)).isEqualTo(row.has(name));
                }
            }
        }
    }

    private static FindingReader newReader() {
        return new FindingReader(EpssScale.AUTO);
    }

    /** Returns the finding, or why it cannot be read. */
    private static Object finding(FindingReader reader, Attributes row) {
        try {
            return reader.read(row);
        } catch (UnreadableValueException e) {
            return e.getMessage();
        }
    }

    private static ObjectNode row(Random random) throws IOException {
        ObjectNode row = MAPPER.createObjectNode().put("cpe", "cpe:/a:" + random.nextInt());
        for (String name : FindingReader.FIELDS) {
            if (random.nextInt(4) > 0) {
                row.set(name, value(name, random));
            }
        }
        return row;
    }

    private static JsonNode changed(JsonNode before, Random random) throws IOException {
        ObjectNode row = before.deepCopy();
        String name = FindingReader.FIELDS.get(random.nextInt(FindingReader.FIELDS.size()));
        row.set(name, value(name, random));
        return row;
    }

    private static JsonNode value(String name, Random random) throws IOException {
        boolean needed =
                random.nextInt(10) > 0 && List.of("pluginID", "severity").contains(name);
        return MAPPER.readTree(needed ? "\"" + random.nextInt(4) + "\"" : VALUES.get(random.nextInt(VALUES.size())));
    }

    @Test
    void keepsAStringThatRepeatsOnce() throws IOException {
        other("{\"solution\":\"Install the update.\"}");
        JsonNode first = fields.path("solution");
        other("{\"solution\":\"Restart the server.\"}");
        other("{\"solution\":\"Install the update.\"}");

        assertThat(fields.path("solution")).isSameAs(first);
    }

    @Test
    void returnsWhatIsNotARow() throws IOException {
        assertThat(other("17")).hasToString("Optional[17]");
        assertThat(other("{}")).hasToString("Optional[{}]");
        assertThat(other("{\"cpe\":\"\"}")).isEmpty();
    }

    /** Otherwise a field that nobody reads would look like one that the server does not send. */
    @Test
    void knowsOnlyTheFieldsThatItReads() {
        assertThatThrownBy(() -> fields.path("cpe")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> fields.has("cpe")).isInstanceOf(NoSuchElementException.class);
    }

    private Optional<JsonNode> other(String row) throws IOException {
        try (JsonParser parser = MAPPER.createParser(row)) {
            parser.nextToken();
            return fields.read(parser);
        }
    }
}
