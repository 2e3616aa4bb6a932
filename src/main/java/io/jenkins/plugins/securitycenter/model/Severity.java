package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The five severities of SecurityCenter, in ascending order; {@link #id()} is the number in the API. */
public enum Severity {
    INFO("Info"),
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

    /** The expected values in the error message for an invalid severity of the API. */
    static final String NEED = "Critical, High, Medium, Low or Info, or a number from 0 to 4";

    private static final List<Severity> DESCENDING = List.of(CRITICAL, HIGH, MEDIUM, LOW, INFO);

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** Returns the name as SecurityCenter writes it, for example {@code Critical}. */
    public String label() {
        return label;
    }

    /** Returns the name in lower case, for example {@code critical}. */
    public String word() {
        return EnumWords.of(this);
    }

    /** Returns the number in the API, 0 (Info) to 4 (Critical). */
    public int id() {
        return ordinal();
    }

    /** Returns whether this severity is at least as severe as the given one. */
    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** Returns all severities in descending order. */
    public static List<Severity> descending() {
        return DESCENDING;
    }

    /** Returns the severity with the given API number; empty for a number outside 0 to 4. */
    public static Optional<Severity> ofId(long id) {
        return id >= 0 && id < values().length ? Optional.of(values()[(int) id]) : Optional.empty();
    }

    /**
     * Reads a severity of the API: by number or by name, ignoring case, or an object with id and name, of which the
     * more severe one counts; also in an array with one element.
     *
     * @return empty if the value is invalid
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
        OptionalLong number = NumberParser.whole(value);
        return number.isPresent() ? ofId(number.getAsLong()) : named(value.isTextual() ? value.textValue() : "");
    }

    private static Optional<Severity> named(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(wanted))
                .findFirst();
    }

    /** Returns the label that equals the text except for case, or the trimmed text if there is none. */
    public static String spelled(String text) {
        return EnumWords.spelled(DESCENDING.stream().map(Severity::label).toList(), text);
    }

    /**
     * Parses a severity that a user entered, ignoring case.
     *
     * @throws IllegalArgumentException with a sentence for users that lists the allowed severities
     */
    public static Severity parse(String text) {
        return parse("severity", text);
    }

    /**
     * Parses a severity that a user entered, ignoring case.
     *
     * @param fieldName the name of the field in messages, for example {@code gate severity}
     * @throws IllegalArgumentException with a sentence for users that lists the allowed severities
     */
    public static Severity parse(String fieldName, String text) {
        return EnumWords.parse(DESCENDING, Severity::label, fieldName, text);
    }
}
