package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.json.JSONNull;
import org.junit.jupiter.api.Test;

class ScriptValuesTest {

    @Test
    void makesPlainValuesOfJson() throws IOException {
        Object plain = ScriptValues.plain(new ObjectMapper().readTree("""
                {"id": "5", "count": 3, "big": 5000000000, "share": 0.5, "on": true, "none": null, "list": [1, {}]}"""));

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("id", "5");
        expected.put("count", 3);
        expected.put("big", 5_000_000_000L);
        expected.put("share", 0.5);
        expected.put("on", true);
        expected.put("none", null);
        expected.put("list", List.of(1, Map.of()));
        assertThat(plain).isEqualTo(expected);
    }

    @Test
    void keepsNothingTwice() throws IOException {
        JsonNode tree = new ObjectMapper().readTree("{\"a\": {\"b\": [1, 2]}, \"c\": [{\"d\": \"e\"}]}");
        JsonNode inner = tree.get("a");
        JsonNode list = tree.get("c");

        ScriptValues.plain(tree);

        assertThat(tree).isEmpty();
        assertThat(inner).isEmpty();
        assertThat(list).allMatch(JsonNode::isNull);
    }

    @Test
    void losesNothingOnTheWayToAScriptAndBack() throws IOException {
        String json = "{\"z\":null,\"a\":[123456789012345678901234567890,-0.10,1E+400,9007199254740993,null,true,\"\"],"
                + "\"\u00e4\\n\\\"\":{},\"m\":{\"b\":1,\"a\":2.50}}";
        Object plain = ScriptValues.plain(ScriptValues.json("body", json, UnaryOperator.identity()));
        assertThat(json(plain)).isEqualTo(json);
        assertThat(json(json)).isEqualTo(json);
    }

    @Test
    void takesTheNullOfReadJson() throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("description", JSONNull.getInstance());
        map.put("list", Arrays.asList(1, JSONNull.getInstance(), null));

        assertThat(json(map)).isEqualTo("{\"description\":null,\"list\":[1,null,null]}");
        assertThat(json(JSONNull.getInstance())).isEqualTo("null");
        assertThat(ScriptValues.pairs("query", Map.of("fields", JSONNull.getInstance()), UnaryOperator.identity()))
                .isEqualTo(Map.of("fields", ""));
        assertThat(ScriptValues.pairs("query", JSONNull.getInstance(), UnaryOperator.identity()))
                .isEmpty();
        assertThat(ScriptValues.lines("targets", JSONNull.getInstance())).isEmpty();
    }

    @Test
    void saysWhichNumbersAreNoJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json(List.of(Double.NaN)))
                .withMessage("body contains the number NaN, which JSON cannot represent.");
    }

    @Test
    void makesSerializableValues() throws IOException {
        Object plain = ScriptValues.plain(new ObjectMapper().readTree("{\"list\": [{\"a\": [1.5, \"x\"]}]}"));

        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            stream.writeObject(plain);
        }
        assertThat(plain).isInstanceOf(LinkedHashMap.class);
    }

    @Test
    void makesJsonOfMapsAndLists() {
        StringBuilder interpolated = new StringBuilder("Nightly 5");
        assertThat(json(Map.of("name", interpolated))).isEqualTo("{\"name\":\"Nightly 5\"}");
        assertThat(json(Arrays.asList(1, 2L, 1.5, true, null))).isEqualTo("[1,2,1.5,true,null]");
    }

    @Test
    void readsJsonFromText() {
        assertThat(json("{\"name\": [1, 1.5]}")).isEqualTo("{\"name\":[1,1.5]}");
    }

    @Test
    void expandsTextsWithoutChangingTheStructure() {
        assertThat(ScriptValues.json("body", "{\"name\": \"$X\"}", text -> text.replace("$X", "\", \"admin\": \""))
                        .get("name")
                        .asText())
                .isEqualTo("\", \"admin\": \"");
    }

    @Test
    void saysWhereTextIsNoJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json("{\n\"name\"}"))
                .withMessage("body is not valid JSON (line 2); use an object such as {\"name\": \"x\"}, or a list.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json("{} {}"))
                .withMessageStartingWith("body is not valid JSON (line 1)");
    }

    @Test
    void refusesValuesThatAreNoJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json(Map.of("x", new Thread())))
                .withMessage("body contains a value of type Thread; use maps, lists, strings, numbers, true or false.");
    }

    @Test
    void readsPairsFromLines() {
        assertThat(pairs("fields = id,name\n\nfilter=a=b"))
                .containsExactly(Map.entry("fields", "id,name"), Map.entry("filter", "a=b"));
    }

    @Test
    void readsPairsFromAMap() {
        assertThat(pairs(Map.of("fields", List.of("id", "name")))).containsExactly(Map.entry("fields", "id,name"));
        assertThat(pairs(Map.of("limit", 5))).containsExactly(Map.entry("limit", "5"));
        assertThat(pairs(null)).isEmpty();
    }

    @Test
    void refusesLinesWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pairs("fields"))
                .withMessage("query contains the line \"fields\"; use lines such as name=value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pairs(5))
                .withMessage("query must be a map of names and values, or lines such as name=value.");
    }

    @Test
    void readsLinesFromAListOrAText() {
        assertThat(ScriptValues.lines("addresses", List.of("192.0.2.1", 7))).isEqualTo("192.0.2.1\n7");
        assertThat(ScriptValues.lines("addresses", "192.0.2.1, 192.0.2.2")).isEqualTo("192.0.2.1, 192.0.2.2");
        assertThat(ScriptValues.lines("addresses", null)).isEmpty();
        assertThat(ScriptValues.lines("port", 443)).isEqualTo("443");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptValues.lines("addresses", true))
                .withMessage("addresses must be a list, or text separated by commas or line breaks.");
    }

    private static String json(Object value) {
        return ScriptValues.json("body", value, UnaryOperator.identity()).toString();
    }

    private static Map<String, String> pairs(Object value) {
        return ScriptValues.pairs("query", value, UnaryOperator.identity());
    }
}
