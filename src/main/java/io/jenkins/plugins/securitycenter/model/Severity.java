package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The five severities of SecurityCenter, in ascending order; {@link #id()} is the number that the API uses. */
public enum Severity {
    INFO("Info"),
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

    /** What is needed where a value of the API is no severity. */
    static final String NEED = "Critical, High, Medium, Low or Info, or a number from 0 to 4";

    private static final List<Severity> DESCENDING = List.of(CRITICAL, HIGH, MEDIUM, LOW, INFO);

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The name as SecurityCenter writes it, for example {@code Critical}. */
    public String label() {
        return label;
    }

    /** The number of the API, 0 (Info) to 4 (Critical). */
    public int id() {
        return ordinal();
    }

    /** Whether this severity is the given one or a worse one. */
    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** All severities, the worst first. */
    public static List<Severity> descending() {
        return DESCENDING;
    }

    /** The severity of an API number, or empty for a number outside 0 to 4. */
    public static Optional<Severity> ofId(long id) {
        return id >= 0 && id < values().length ? Optional.of(values()[(int) id]) : Optional.empty();
    }

    /**
     * Reads a severity of the API: an object with id and name, of which the worse one counts, or one of them alone; by its
     * number or its name, in any case; also in an array of one.
     *
     * @return empty when it is not understood
     */
    static Optional<Severity> of(JsonNode value) {
        JsonNode single = ExactAttributes.single(value);
        if (!single.isObject()) {
            return plain(single);
        }
        JsonNode id = single.path("id");
        JsonNode name = single.path("name");
        if (ExactAttributes.untold(id) || ExactAttributes.untold(name)) {
            return plain(ExactAttributes.untold(id) ? name : id);
        }
        return plain(id).flatMap(known -> plain(name).map(named -> known.atLeast(named) ? known : named));
    }

    private static Optional<Severity> plain(JsonNode value) {
        OptionalLong number = Numbers.whole(value);
        return number.isPresent() ? ofId(number.getAsLong()) : named(value.isTextual() ? value.textValue() : "");
    }

    private static Optional<Severity> named(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(wanted))
                .findFirst();
    }

    /**
     * Reads a severity that a user wrote, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static Severity parse(String text) {
        return named(text == null ? "" : text)
                .orElseThrow(() -> new IllegalArgumentException("Severity \"" + (text == null ? "" : text)
                        + "\" is unknown; allowed are "
                        + DESCENDING.stream().map(Severity::label).collect(Collectors.joining(", ")) + "."));
    }
}
