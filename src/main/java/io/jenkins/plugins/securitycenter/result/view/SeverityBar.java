package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bar with one colored part for each severity that has findings.
 *
 * @param text the same as text, for example {@code 2 Critical, 7 Info}
 */
public record SeverityBar(List<Part> parts, String text) {

    /** The width of the whole bar. */
    private static final int WIDTH = 1000;

    /** The minimum width of a part, so that a single critical finding among thousands is visible. */
    private static final int LEAST = 12;

    /** A part of the bar; {@code x} and {@code width} are in units of a thousandth of its width. */
    public record Part(Severity severity, long number, int x, int width) {}

    public static SeverityBar of(Totals totals) {
        List<Severity> present = Severity.descending().stream()
                .filter(severity -> totals.count(severity) > 0)
                .toList();
        int shared = WIDTH - LEAST * present.size();
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (Severity severity : present) {
            int x = position(before, totals.total(), shared) + LEAST * parts.size();
            before += totals.count(severity);
            int end = position(before, totals.total(), shared) + LEAST * (parts.size() + 1);
            parts.add(new Part(severity, totals.count(severity), x, end - x));
        }
        return new SeverityBar(parts, words(parts));
    }

    private static int position(long before, long total, int width) {
        return (int) Math.round((double) before / total * width);
    }

    private static String words(List<Part> parts) {
        return parts.isEmpty()
                ? Messages.SeverityBar_none()
                : parts.stream()
                        .map(part -> PageNumbers.grouped(part.number()) + " "
                                + part.severity().label())
                        .collect(Collectors.joining(", "));
    }
}
