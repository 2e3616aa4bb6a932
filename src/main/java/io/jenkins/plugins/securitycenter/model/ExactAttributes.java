package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A strict view of the values of a JSON object that decisions depend on. It accepts every format in which the API sends
 * a value, including an array with one element, and rejects anything else with a {@link UnreadableValueException}, so
 * that an invalid value is never taken for a harmless one. A missing value, null, an empty string, array or object mean
 * that the server sent no value.
 */
public final class ExactAttributes {

    private static final Set<String> TRUE = Set.of("true", "yes", "1", "1.0");
    private static final Set<String> FALSE = Set.of("false", "no", "0", "0.0", "-1");
    private static final Set<String> NO_SCORE = Set.of("n/a", "na", "none", "-");
    private static final Map<String, String> PROTOCOLS = Map.of("1", "ICMP", "6", "TCP", "17", "UDP");
    /** Limits counts so that sums cannot overflow. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final BigDecimal HIGHEST_SCORE = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FieldSource fields;

    ExactAttributes(FieldSource fields) {
        this.fields = fields;
    }

    /**
     * Returns the id; a number may be written as {@code 8.0}.
     *
     * @throws UnreadableValueException if there is no id, or it has characters other than letters, digits, _ and -
     */
    String id(String name) {
        String id = Attributes.ofFields(fields).id(name);
        if (id.isEmpty()) {
            throw new UnreadableValueException(name, fields.path(name), "an ID");
        }
        return id;
    }

    /** Returns the severity, which is required. */
    public Severity severity(String name) {
        JsonNode value = fields.path(name);
        return Severity.of(value).orElseThrow(() -> new UnreadableValueException(name, value, Severity.NEED));
    }

    /** Returns a count, which is required: a whole number from 0 to 10^15. */
    long count(String name) {
        JsonNode value = value(name);
        OptionalLong number = NumberParser.whole(value);
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > MOST) {
            throw new UnreadableValueException(name, fields.path(name), "a whole number from 0 to " + MOST);
        }
        return number.getAsLong();
    }

    /** Returns a port from 0 to 65535; 0 if there is no value. */
    int port(String name) {
        JsonNode value = value(name);
        if (untold(value)) {
            return 0;
        }
        OptionalLong port = NumberParser.whole(value);
        if (port.isEmpty() || port.getAsLong() < 0 || port.getAsLong() > Finding.MOST_PORTS) {
            throw new UnreadableValueException(name, value, "a port from 0 to " + Finding.MOST_PORTS);
        }
        return (int) port.getAsLong();
    }

    /**
     * Returns a protocol in upper case, for example {@code TCP} for {@code tcp}, 6, {@code 6/tcp} and {@code TCP(6)};
     * empty if there is no value.
     */
    public String protocol(String name) {
        JsonNode value = value(name);
        if (untold(value)) {
            return "";
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new UnreadableValueException(name, value, "a protocol such as TCP or 6");
        }
        OptionalLong number = NumberParser.whole(value);
        String text = number.isPresent() ? Long.toString(number.getAsLong()) : value.asText();
        String word = text.split("[/(]", 2)[0].strip().toUpperCase(Locale.ROOT);
        return word.equals("-1") ? "" : PROTOCOLS.getOrDefault(word, word);
    }

    /**
     * Returns a time as parsed by {@link TimeParser}; empty if there is no value, and for 0 and -1, which mean never.
     */
    public Optional<Instant> time(String name) {
        JsonNode value = value(name);
        if (untold(value)) {
            return Optional.empty();
        }
        Instant time = TimeParser.of(value)
                .orElseThrow(() -> new UnreadableValueException(
                        name, value, "a time in seconds since 1970 or in ISO 8601 format"));
        return Optional.of(time).filter(Instant.EPOCH::isBefore);
    }

    /**
     * Returns a score from 0 to 10, which may have a decimal comma; empty if there is no value, and for -1, {@code N/A}
     * and similar values.
     */
    OptionalDouble score(String name) {
        return number(name, HIGHEST_SCORE, "a score");
    }

    /** Returns a number from 0 to 100, in the same formats as {@link #score}. */
    OptionalDouble percentage(String name) {
        return number(name, HUNDRED, "a number");
    }

    /** Returns a number from 0 to 1, in the same formats as {@link #score}. */
    OptionalDouble fraction(String name) {
        return number(name, BigDecimal.ONE, "a number");
    }

    private OptionalDouble number(String name, BigDecimal highest, String noun) {
        JsonNode value = value(name);
        if (untold(value) || NO_SCORE.contains(value.asText().strip().toLowerCase(Locale.ROOT))) {
            return OptionalDouble.empty();
        }
        JsonNode number = value.isTextual() ? TextNode.valueOf(value.textValue().replace(',', '.')) : value;
        Optional<BigDecimal> score = NumberParser.of(number);
        if (score.isPresent() && score.get().compareTo(BigDecimal.ONE.negate()) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(score.filter(known -> known.signum() >= 0 && known.compareTo(highest) <= 0)
                .orElseThrow(() -> new UnreadableValueException(name, value, noun + " from 0 to " + highest))
                .doubleValue());
    }

    /** Returns whether the value is true, "true", "yes" or "1", ignoring case; false if there is no value. */
    boolean flag(String name) {
        JsonNode value = value(name);
        String word = value.isValueNode() ? value.asText().strip().toLowerCase(Locale.ROOT) : "";
        if (!untold(value) && !TRUE.contains(word) && !FALSE.contains(word)) {
            throw new UnreadableValueException(name, value, "yes or no");
        }
        return TRUE.contains(word);
    }

    /** Returns the parts of a string or the plain values of an array, see {@link Attributes#list}. */
    List<String> texts(String name) {
        JsonNode value = fields.path(name);
        boolean plain = !value.isObject() || value.isEmpty();
        for (JsonNode part : value) {
            plain &= part.isValueNode();
        }
        if (!plain) {
            throw new UnreadableValueException(name, value, "a list of strings");
        }
        return Attributes.ofFields(fields).list(name);
    }

    private JsonNode value(String name) {
        return single(fields.path(name));
    }

    /** Returns the element of an array with one element; any other value unchanged. */
    static JsonNode single(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.path(0) : value;
    }

    static boolean untold(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.textValue().isBlank();
    }
}
