package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record means the same in whichever way a version of the server writes it. The samples are in variants.json. */
class VariantsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> SURPRISES = List.of(
            NODES.nullNode(),
            NODES.arrayNode(),
            NODES.objectNode(),
            NODES.textNode(""),
            NODES.textNode("-1"),
            NODES.textNode("a, b"),
            NODES.numberNode(-1),
            NODES.numberNode(10000.052631578947),
            NODES.booleanNode(true),
            NODES.arrayNode().add("x").add(1).addNull().addObject(),
            NODES.objectNode().put("id", -1).put("name", ""));

    /** The records that are read from the API. */
    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(VariantsTest.class.getPackageName())
                        .stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> type.isRecord() && reader(type) != null);
    }

    @ParameterizedTest
    @MethodSource("records")
    void numbersMayBePlain(Class<?> type) throws Exception {
        assertSame(type, text -> text.asText().matches("-?\\d{1,18}") ? NODES.numberNode(text.asLong()) : text);
    }

    @ParameterizedTest
    @MethodSource("records")
    void booleansMayBePlain(Class<?> type) throws Exception {
        assertSame(type, text -> text.asText().matches("true|false") ? NODES.booleanNode(text.asBoolean()) : text);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsEmptyMayBeNull(Class<?> type) throws Exception {
        assertSame(type, text -> text.asText().isEmpty() ? NODES.nullNode() : text);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsEmptyMayBeAnEmptyList(Class<?> type) throws Exception {
        assertSame(type, text -> text.asText().isEmpty() ? NODES.arrayNode() : text);
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsEmptyMayBeAbsent(Class<?> type) throws Exception {
        ObjectNode changed = sample(type);
        changed.properties().stream()
                .filter(field -> field.getValue().isTextual()
                        && field.getValue().asText().isEmpty())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(changed::remove);
        assertThat(read(type, changed)).isEqualTo(read(type, sample(type)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void moreMayBeTold(Class<?> type) throws Exception {
        ObjectNode changed = sample(type).put("uuid2", "x").putNull("ioSyncStatus");
        changed.putObject("futureObject").putArray("list").add(1);
        assertThat(read(type, changed)).isEqualTo(read(type, sample(type)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void nothingThatIsToldIsFatal(Class<?> type) throws Exception {
        assertThat(read(type, nothing(type))).isNotNull();
        List<String> fields = new ArrayList<>();
        sample(type).fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            for (JsonNode surprise : SURPRISES) {
                Object read = understood(type, sample(type).set(field, surprise), field);
                if (read instanceof Named named && !List.of("id", "uuid").contains(field)) {
                    assertThat(named.id()).isEqualTo(sample(type).path("id").asText());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSampleFillsTheRecord(Class<?> type) throws Exception {
        assertThat(read(type, sample(type))).hasNoNullFieldsOrProperties().isNotEqualTo(read(type, nothing(type)));
    }

    /** Reads the record, or returns null when the value of that very field is refused. */
    private static Object understood(Class<?> type, JsonNode json, String field) throws Exception {
        try {
            Object read = read(type, json);
            assertThat(read).as(json.toString()).isNotNull();
            return read;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .isInstanceOf(UnreadableValueException.class)
                    .message()
                    .matches("(element \\d+ of )?" + field + " .*");
            return null;
        }
    }

    /** A record that tells nothing; a finding tells what it must. */
    private static ObjectNode nothing(Class<?> type) {
        return type == Finding.class
                ? NODES.objectNode().put("pluginID", "1").put("severity", "0")
                : NODES.objectNode();
    }

    private static void assertSame(Class<?> type, UnaryOperator<JsonNode> ofText) throws Exception {
        assertThat(read(type, changed(sample(type), ofText))).isEqualTo(read(type, sample(type)));
    }

    /** The same with other nodes in place of the texts, at every depth. */
    private static JsonNode changed(JsonNode node, UnaryOperator<JsonNode> ofText) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(changed(field.getValue(), ofText)));
            return object;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(element -> copy.add(changed(element, ofText)));
            return copy;
        }
        return node.isTextual() ? ofText.apply(node) : node;
    }

    private static ObjectNode sample(Class<?> type) throws IOException {
        JsonNode sample;
        try (InputStream samples = VariantsTest.class.getResourceAsStream("variants.json")) {
            sample = new ObjectMapper().readTree(samples).path(type.getSimpleName());
        }
        assertThat(sample.isObject()).as("sample of " + type.getSimpleName()).isTrue();
        return (ObjectNode) sample;
    }

    private static Object read(Class<?> type, JsonNode json) throws Exception {
        return reader(type).invoke(null, Attributes.of(json));
    }

    private static Method reader(Class<?> type) {
        try {
            Method reader = type.getDeclaredMethod("of", Attributes.class);
            return Modifier.isStatic(reader.getModifiers()) && type.getEnclosingClass() == null ? reader : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
