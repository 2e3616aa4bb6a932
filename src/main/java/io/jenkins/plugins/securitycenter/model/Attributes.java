package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.text.Surrogates;
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
 * A lenient view of one JSON object of the API. SecurityCenter sends numbers and booleans as strings in some places and
 * as JSON values in others, {@code -1} for a missing value and {@code []} for an empty object; callers need not
 * distinguish them.
 */
public final class Attributes {

    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern ZERO_FRACTION = Pattern.compile("^(-?\\d+)\\.0+$");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+");

    private static final Attributes EMPTY = ofFields(FieldSource.of(MissingNode.getInstance()));

    private final FieldSource fields;

    private Attributes(FieldSource fields) {
        this.fields = fields;
    }

    /** Returns a view of the fields. */
    public static Attributes ofFields(FieldSource fields) {
        return new Attributes(fields);
    }

    /**
     * Returns a view of the node; anything but an object (null, {@code []}, a string) is treated as an empty object.
     * See {@link #record}.
     */
    public static Attributes of(JsonNode node) {
        return node == null || !node.isObject() ? EMPTY : ofFields(FieldSource.of(node));
    }

    /**
     * Returns a view of a node that must be a non-empty object.
     *
     * @param what the name of the value in the error message
     * @throws UnreadableValueException if the node is not an object, or is an empty one
     */
    public static Attributes record(String what, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw new UnreadableValueException(what, node, "an object");
        }
        return of(node);
    }

    /** Returns a strict view of the same object, for values that decisions depend on. */
    public ExactAttributes exact() {
        return new ExactAttributes(fields);
    }

    /** Returns the value as a trimmed string; an empty string if it is missing or null. */
    public String text(String name) {
        JsonNode value = fields.path(name);
        return value.isValueNode() && !value.isNull()
                ? Surrogates.wellFormed(value.asText()).trim()
                : "";
    }

    /** Returns the value as a single-line string for messages. */
    public String line(String name) {
        return MessageText.line(text(name));
    }

    /**
     * Returns the id in the given field as a string; a number may be written as {@code 8.0}. Returns an empty string if
     * the field is missing or negative, which means that there is no such object.
     *
     * @throws UnreadableValueException if the id has characters other than letters, digits, _ and -, and could
     *     therefore
     *     change the path of a request
     */
    public String id(String name) {
        JsonNode value = fields.path(name);
        String id = identifier(value);
        boolean fraction =
                value.isFloatingPointNumber() && NumberParser.whole(value).isEmpty();
        if (fraction || !id.isEmpty() && !ID.matcher(id).matches()) {
            throw new UnreadableValueException(name, value, "an ID of letters, digits, _ and -");
        }
        return id;
    }

    private static String identifier(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return "";
        }
        OptionalLong number = value.isNumber() ? NumberParser.whole(value) : OptionalLong.empty();
        String text = number.isPresent()
                ? Long.toString(number.getAsLong())
                : ZERO_FRACTION.matcher(value.asText().strip()).replaceFirst("$1");
        return NEGATIVE.matcher(text).matches() ? "" : text;
    }

    /**
     * Returns the whole number in a JSON number or string, for example 8 for {@code 8.0}; empty if it is not a whole
     * number or exceeds a long.
     */
    public static OptionalLong whole(JsonNode value) {
        return NumberParser.whole(value);
    }

    /**
     * Returns the value as a whole number for display; the given default if it is missing, not a number, or exceeds a
     * long.
     */
    public long number(String name, long otherwise) {
        return NumberParser.truncated(fields.path(name)).orElse(otherwise);
    }

    /** Returns whether the value is true, "true", "yes" or "1", ignoring case. */
    public boolean flag(String name) {
        return TRUE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /**
     * Returns whether the value is false, "false", "no" or "0", ignoring case. Returns false if the value is missing.
     */
    boolean denied(String name) {
        return FALSE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /**
     * Returns a time as parsed by {@link TimeParser}, for display; empty if it is missing, invalid, or 0 or -1,
     * which mean
     * never. See {@link ExactAttributes#time}.
     */
    public Optional<Instant> time(String name) {
        return TimeParser.of(fields.path(name)).filter(Instant.EPOCH::isBefore);
    }

    /**
     * Returns the parts of a string separated by commas or line breaks, or the plain values of an array; trimmed,
     * without empty ones.
     */
    public List<String> list(String name) {
        JsonNode value = fields.path(name);
        Stream<String> parts = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(part -> part.isValueNode() && !part.isNull())
                        .map(part -> Surrogates.wellFormed(part.asText()))
                : Arrays.stream(text(name).split("[,\\r\\n]"));
        return parts.map(String::trim).filter(part -> !part.isEmpty()).toList();
    }

    /** Returns the object with the given name; an empty object if it is missing or not an object. */
    public Attributes object(String name) {
        return of(fields.path(name));
    }

    /**
     * Returns the objects in the array with the given name, or the values of an object (PHP encodes an array with gaps
     * as an object); an empty list if it is missing, null or an empty string.
     *
     * @throws UnreadableValueException if it is anything else, or contains anything but objects
     */
    public List<Attributes> objects(String name) {
        JsonNode value = fields.path(name);
        if (!value.isContainerNode() && !ExactAttributes.untold(value)) {
            throw new UnreadableValueException(name, value, "a list of objects");
        }
        List<Attributes> objects = new ArrayList<>();
        value.forEach(element -> objects.add(record("element " + (objects.size() + 1) + " of " + name, element)));
        return List.copyOf(objects);
    }

    /** Returns the JSON value unchanged; a missing node if there is none. */
    public JsonNode json(String name) {
        return fields.path(name);
    }

    /**
     * Returns the reference with the given name, or one made from a plain id; empty if it is missing or the placeholder
     * with id -1.
     */
    public Optional<ResourceReference> reference(String name) {
        Attributes target = object(name);
        String id = fields.path(name).isObject() ? target.id("id") : identifier(fields.path(name));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String called = target.line("name");
        return Optional.of(new ResourceReference(id, called.isEmpty() ? target.line("username") : called));
    }

    /** Returns whether the object has a field with the given name. */
    public boolean has(String name) {
        return fields.has(name);
    }
}
