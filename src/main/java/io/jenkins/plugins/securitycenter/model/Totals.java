package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The number of findings of each severity. */
public record Totals(long critical, long high, long medium, long low, long info) implements Serializable {

    public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    /**
     * Reads the rows of tool {@code sumseverity}.
     *
     * @throws UnreadableValueException if a row has no severity or count, or two rows have the same severity
     */
    public static Totals of(JsonNode rows) {
        Totals totals = NONE;
        Set<Severity> seen = EnumSet.noneOf(Severity.class);
        int number = 0;
        for (JsonNode row : rows) {
            number++;
            try {
                ExactAttributes exact = Attributes.record("row", row).exact();
                Severity severity = exact.severity("severity");
                if (!seen.add(severity)) {
                    throw new UnreadableValueException("severity", row.path("severity"), "one row per severity");
                }
                totals = totals.plus(severity, exact.count("count"));
            } catch (UnreadableValueException e) {
                throw e.at("(row " + number + ")");
            }
        }
        return totals;
    }

    /** Returns the number of findings with the given severity. */
    public long count(Severity severity) {
        return switch (severity) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
            case INFO -> info;
        };
    }

    /** Returns the number of findings with at least the given severity. */
    public long atLeast(Severity minimum) {
        return Severity.descending().stream()
                .filter(severity -> severity.atLeast(minimum))
                .mapToLong(this::count)
                .sum();
    }

    public long total() {
        return atLeast(Severity.INFO);
    }

    /** Returns the counts as text in descending order: "Critical 1, High 2, Medium 0, Low 5, Info 9". */
    public String bySeverity() {
        return Severity.descending().stream()
                .map(severity -> severity.label() + " " + Digits.grouped(count(severity)))
                .collect(Collectors.joining(", "));
    }

    /** Returns the sum of these totals and others. */
    public Totals plus(Totals other) {
        return new Totals(
                critical + other.critical,
                high + other.high,
                medium + other.medium,
                low + other.low,
                info + other.info);
    }

    /** Returns these totals with {@code more} additional findings of the given severity. */
    public Totals plus(Severity severity, long more) {
        return switch (severity) {
            case CRITICAL -> new Totals(critical + more, high, medium, low, info);
            case HIGH -> new Totals(critical, high + more, medium, low, info);
            case MEDIUM -> new Totals(critical, high, medium + more, low, info);
            case LOW -> new Totals(critical, high, medium, low + more, info);
            case INFO -> new Totals(critical, high, medium, low, info + more);
        };
    }
}
