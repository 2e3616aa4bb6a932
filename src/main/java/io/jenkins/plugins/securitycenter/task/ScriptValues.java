package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.sf.json.JSONNull;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Converts JSON to the maps, lists, strings and numbers of a pipeline script, and back. */
@Restricted(NoExternalUse.class)
public final class ScriptValues {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScriptValues() {}

    /**
     * Returns the value for a script: serializable, and allowed in the sandbox. The JSON is emptied during the
     * conversion, so that large values are not in memory twice.
     */
    static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (Iterator<Map.Entry<String, JsonNode>> fields =
                                node.properties().iterator();
                        fields.hasNext(); ) {
                    Map.Entry<String, JsonNode> field = fields.next();
                    map.put(field.getKey(), plain(field.getValue()));
                    fields.remove();
                }
                yield map;
            }
            case ARRAY -> node instanceof ArrayNode array ? plain(array) : List.of();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case STRING, BINARY, POJO -> node.asText();
            case NULL, MISSING -> null;
        };
    }

    private static List<Object> plain(ArrayNode array) {
        List<Object> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            list.add(plain(array.set(i, NODES.nullNode())));
        }
        return list;
    }

    /**
     * Converts a value of a script or form to JSON: strings are parsed as JSON, other values are converted.
     *
     * @param parameter the name of the parameter in messages
     * @param expand applied to each string in the value, so that a variable cannot change the structure
     * @throws IllegalArgumentException if the value is not valid JSON, with a message for the user
     */
    public static JsonNode json(String parameter, @Nullable Object value, UnaryOperator<String> expand) {
        if (!(value instanceof CharSequence)) {
            return tree(parameter, value, expand);
        }
        try {
            return tree(parameter, plain(MAPPER.readTree(value.toString())), expand);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(parameter + " is not valid JSON (line " + line(e)
                    + "); use an object such as {\"name\": \"x\"}, or a list.");
        }
    }

    /**
     * Converts a value of a script or form to names and strings: a map, or text with lines such as {@code name=value}.
     *
     * @throws IllegalArgumentException if it is neither, with a message for the user
     */
    public static Map<String, String> pairs(String parameter, @Nullable Object value, UnaryOperator<String> expand) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (isNull(value)) {
            return pairs;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, content) -> pairs.put(String.valueOf(name), text(parameter, content)));
        } else if (value instanceof CharSequence text) {
            text.toString().lines().filter(line -> !line.isBlank()).forEach(line -> pair(parameter, line, pairs));
        } else {
            throw new IllegalArgumentException(
                    parameter + " must be a map of names and values, or lines such as name=value.");
        }
        pairs.replaceAll((name, content) -> expand.apply(content));
        return pairs;
    }

    /**
     * Converts a value of a script or form to text: text, a number, or a list with one line per element. A null element becomes
     * {@code null}, which no parameter allows, so that it is not left out unnoticed.
     *
     * @throws IllegalArgumentException if it is neither, with a message for the user
     */
    public static String lines(String parameter, @Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> isNull(element) ? "null" : text(parameter, element))
                    .collect(Collectors.joining("\n"));
        }
        if (isNull(value) || value instanceof CharSequence || value instanceof Number) {
            return isNull(value) ? "" : String.valueOf(value);
        }
        throw new IllegalArgumentException(parameter + " must be a list, or text separated by commas or line breaks.");
    }

    private static void pair(String parameter, String line, Map<String, String> pairs) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    parameter + " contains the line \"" + line.trim() + "\"; use lines such as name=value.");
        }
        pairs.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
    }

    /** Returns the value as a string; a list is joined with commas, as the API expects. */
    private static String text(String parameter, @Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return String.join(
                    ",", list.stream().map(element -> text(parameter, element)).toList());
        }
        if (value instanceof Map) {
            throw new IllegalArgumentException(parameter + " contains a map as a value; use strings or numbers.");
        }
        return isNull(value) ? "" : String.valueOf(value);
    }

    /** Returns whether the value is null, or the null object of the readJSON step. */
    static boolean isNull(@Nullable Object value) {
        return value == null
                || value instanceof JSONNull
                || value instanceof JSONObject object && object.isNullObject();
    }

    /**
     * Converts a value to JSON; strings are not parsed.
     *
     * @throws IllegalArgumentException if JSON cannot represent the value, with a message for the user
     */
    public static JsonNode tree(String parameter, @Nullable Object value, UnaryOperator<String> expand) {
        if (value == null || isNull(value)) {
            return NODES.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, content) -> object.set(String.valueOf(name), tree(parameter, content, expand)));
            return object;
        }
        if (value instanceof Collection<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(tree(parameter, element, expand)));
            return array;
        }
        return value instanceof Number number ? number(parameter, number) : leaf(parameter, value, expand);
    }

    private static JsonNode number(String parameter, Number number) {
        if (number instanceof BigInteger integer) {
            return NODES.numberNode(integer);
        }
        return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte
                ? NODES.numberNode(number.longValue())
                : decimal(parameter, number);
    }

    private static JsonNode decimal(String parameter, Number number) {
        try {
            return NODES.numberNode(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    parameter + " contains the number " + number + ", which JSON cannot represent.", e);
        }
    }

    private static JsonNode leaf(String parameter, Object value, UnaryOperator<String> expand) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof CharSequence text) {
            return NODES.textNode(expand.apply(text.toString()));
        }
        throw new IllegalArgumentException(parameter + " contains a value of type "
                + value.getClass().getSimpleName() + "; use maps, lists, strings, numbers, true or false.");
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
    }
}
