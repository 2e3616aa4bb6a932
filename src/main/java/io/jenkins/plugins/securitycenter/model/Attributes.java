package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A tolerant view of one JSON object of the API. SecurityCenter writes numbers and booleans as text in some places and
 * plainly in others, {@code -1} for what is not there and {@code []} for an empty object; callers need not know which.
 */
public final class Attributes {

    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern ZERO_FRACTION = Pattern.compile("^(-?\\d+)\\.0+$");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+");

    private final JsonNode node;

    private Attributes(JsonNode node) {
        this.node = node;
    }

    /** A view of the node; anything but an object (null, {@code []}, text) is taken for an empty object. See {@link #record}. */
    public static Attributes of(JsonNode node) {
        return new Attributes(node == null || !node.isObject() ? MissingNode.getInstance() : node);
    }

    /**
     * A view of a record, which must be one.
     *
     * @param what the value is called when it is not
     * @throws NotUnderstoodException when the node is no object, or an empty one
     */
    public static Attributes record(String what, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw new NotUnderstoodException(what, node, "an object");
        }
        return of(node);
    }

    /** The same object with the values that decisions rest on. */
    public ExactAttributes exact() {
        return new ExactAttributes(node);
    }

    /** The value as trimmed text; the empty text when it is absent or null. */
    public String text(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull()
                ? Unicode.wellFormed(value.asText()).trim()
                : "";
    }

    /** The value as a text for messages, on one line. */
    public String line(String name) {
        return MessageText.line(text(name));
    }

    /**
     * The id in that field as text, where a number may have been written as {@code 8.0}; the empty text when it is absent
     * or less than 0, which means that there is no such object.
     *
     * @throws NotUnderstoodException when it has other characters than letters, digits, _ and -, so that it could mean
     *     another path
     */
    public String id(String name) {
        JsonNode value = node.path(name);
        String id = identifier(value);
        boolean fraction = value.isFloatingPointNumber() && Numbers.whole(value).isEmpty();
        if (fraction || !id.isEmpty() && !ID.matcher(id).matches()) {
            throw new NotUnderstoodException(name, value, "an id of letters, digits, _ and -");
        }
        return id;
    }

    private static String identifier(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return "";
        }
        OptionalLong number = value.isNumber() ? Numbers.whole(value) : OptionalLong.empty();
        String text = number.isPresent()
                ? Long.toString(number.getAsLong())
                : ZERO_FRACTION.matcher(value.asText().strip()).replaceFirst("$1");
        return NEGATIVE.matcher(text).matches() ? "" : text;
    }

    /** The whole number in a plain value or a text, for example 8 of {@code 8.0}; empty when it is none, or beyond a long. */
    public static OptionalLong whole(JsonNode value) {
        return Numbers.whole(value);
    }

    /** The value as a whole number; the given default when it is absent, no number or beyond a long. For display. */
    public long number(String name, long otherwise) {
        return Numbers.truncated(node.path(name)).orElse(otherwise);
    }

    /** Whether the value says yes: true, "true", "yes", "1" in any case. */
    public boolean flag(String name) {
        return TRUE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /** Whether the value says no: false, "false", "no", "0" in any case. One that is absent does not. */
    public boolean denied(String name) {
        return FALSE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /**
     * A time as {@link Times} reads it; empty for absent, 0 and -1, which mean never, and for what is not understood. For
     * display; see {@link ExactAttributes#time}.
     */
    public Optional<Instant> time(String name) {
        return Times.of(node.path(name)).filter(Instant.EPOCH::isBefore);
    }

    /** The parts of a text with commas or lines, or of an array of plain values; trimmed, without empty ones. */
    public List<String> list(String name) {
        JsonNode value = node.path(name);
        Stream<String> parts = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(part -> part.isValueNode() && !part.isNull())
                        .map(part -> Unicode.wellFormed(part.asText()))
                : Arrays.stream(text(name).split("[,\\r\\n]"));
        return parts.map(String::trim).filter(part -> !part.isEmpty()).toList();
    }

    /** The object of that name; an empty one when it is absent or of another shape. */
    public Attributes object(String name) {
        return of(node.path(name));
    }

    /**
     * The objects in the array of that name, or in an object of them (what PHP makes of an array with gaps); none when it
     * is absent, null or an empty text.
     *
     * @throws NotUnderstoodException when it is something else, or has another member
     */
    public List<Attributes> objects(String name) {
        JsonNode value = node.path(name);
        if (!value.isContainerNode() && !ExactAttributes.untold(value)) {
            throw new NotUnderstoodException(name, value, "a list of objects");
        }
        List<Attributes> objects = new ArrayList<>();
        value.forEach(element -> objects.add(record("element " + (objects.size() + 1) + " of " + name, element)));
        return List.copyOf(objects);
    }

    /** The value as it came; missing when it is absent. */
    public JsonNode json(String name) {
        return node.path(name);
    }

    /** The reference of that name, or the plain id; empty when it is absent or the placeholder with id -1. */
    public Optional<Reference> reference(String name) {
        Attributes target = object(name);
        String id = node.path(name).isObject() ? target.id("id") : identifier(node.path(name));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String called = target.line("name");
        return Optional.of(new Reference(id, called.isEmpty() ? target.line("username") : called));
    }

    /** Whether the object has that name at all. */
    public boolean has(String name) {
        return node.has(name);
    }
}
