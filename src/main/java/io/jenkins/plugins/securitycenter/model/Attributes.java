package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A tolerant view of one JSON object of the API. SecurityCenter writes numbers and booleans as text in some places and
 * plainly in others, {@code -1} for what is not there and {@code []} for an empty object; callers need not know which.
 */
public final class Attributes {

    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");

    private final JsonNode node;

    private Attributes(JsonNode node) {
        this.node = node;
    }

    /** A view of the node; anything but an object (null, {@code []}, text) is taken for an empty object. */
    public static Attributes of(JsonNode node) {
        return new Attributes(node == null || !node.isObject() ? MissingNode.getInstance() : node);
    }

    /** The value as trimmed text; the empty text when it is absent or null. */
    public String text(String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().trim() : "";
    }

    /** The value as a whole number; the given default when it is absent or no number. */
    public long number(String name, long otherwise) {
        JsonNode value = node.path(name);
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        OptionalDouble decimal = decimal(name);
        return decimal.isPresent() ? (long) decimal.getAsDouble() : otherwise;
    }

    /** The value as a number; empty when it is absent, empty or no number. */
    public OptionalDouble decimal(String name) {
        try {
            double value = Double.parseDouble(text(name));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether the value says yes: true, "true", "yes", "1" in any case. */
    public boolean flag(String name) {
        return TRUE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /** Whether the value says no: false, "false", "no", "0" in any case. One that is absent does not. */
    public boolean denied(String name) {
        return FALSE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /** A time given as epoch seconds; empty for absent, 0 and -1, which mean never. */
    public Optional<Instant> time(String name) {
        long seconds = number(name, -1);
        return seconds > 0 && seconds <= Instant.MAX.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** The parts of a text with commas or lines, or of an array of plain values; trimmed, without empty ones. */
    public List<String> list(String name) {
        JsonNode value = node.path(name);
        Stream<String> parts = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(part -> part.isValueNode() && !part.isNull())
                        .map(JsonNode::asText)
                : Arrays.stream(text(name).split("[,\\r\\n]"));
        return parts.map(String::trim).filter(part -> !part.isEmpty()).toList();
    }

    /** The object of that name; an empty one when it is absent or of another shape. */
    public Attributes object(String name) {
        return of(node.path(name));
    }

    /** The objects in the array of that name; none when it is absent or of another shape. */
    public List<Attributes> objects(String name) {
        List<Attributes> objects = new ArrayList<>();
        node.path(name).forEach(element -> {
            if (element.isObject()) {
                objects.add(of(element));
            }
        });
        return List.copyOf(objects);
    }

    /** The value as it came; missing when it is absent. */
    public JsonNode json(String name) {
        return node.path(name);
    }

    /** The reference of that name, or the plain id; empty when it is absent or the placeholder with id -1. */
    public Optional<Reference> reference(String name) {
        Attributes target = object(name);
        String id = node.path(name).isObject() ? target.text("id") : text(name);
        if (id.isEmpty() || id.equals("-1")) {
            return Optional.empty();
        }
        String called = target.text("name");
        return Optional.of(new Reference(id, called.isEmpty() ? target.text("username") : called));
    }

    /** Whether the object has that name at all. */
    public boolean has(String name) {
        return node.has(name);
    }
}
