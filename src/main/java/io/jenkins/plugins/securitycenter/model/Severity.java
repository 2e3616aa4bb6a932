package io.jenkins.plugins.securitycenter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five severities of SecurityCenter, in ascending order; {@link #id()} is the number that the API uses. */
public enum Severity {
    INFO("Info"),
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

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
     * Reads a severity that a user wrote, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static Severity parse(String text) {
        String wanted = text == null ? "" : text.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Severity \"" + (text == null ? "" : text)
                        + "\" is unknown; allowed are "
                        + DESCENDING.stream().map(Severity::label).collect(Collectors.joining(", ")) + "."));
    }
}
