package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trend shows. */
public enum TrendView {
    SEVERITY(
            "Findings by severity",
            "A column for each build shows its findings by severity; the new and fixed findings are shown below it"
                    + " if builds were compared."),
    CHANGES(
            "New and fixed",
            "A column for each build shows its new findings upwards and its fixed findings downwards."),
    OVERDUE("Overdue", "A column for each build shows its overdue findings by severity."),
    HOSTS(
            "Authenticated hosts",
            "A column for each build shows the scanned hosts, and to how many of them the scanner logged in.");

    private static final double TOP = 10;
    private static final double HEIGHT = 140;
    private static final double LOWER_TOP = 166;
    private static final double LOWER_HEIGHT = 32;

    private final String label;
    private final String description;

    TrendView(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public String label() {
        return label;
    }

    /** Returns the description of the chart for users who do not see it. */
    public String description() {
        return description
                + " Builds whose numbers are unknown have no column. The table that follows contains the same"
                + " numbers.";
    }

    /** Returns the columns of the table. */
    List<TrendSeries> series(boolean info) {
        return switch (this) {
            case SEVERITY ->
                Stream.concat(
                                TrendSeries.severities(info, StateCounts::total).stream(),
                                Stream.of(TrendSeries.NEW, TrendSeries.FIXED))
                        .toList();
            case CHANGES -> List.of(TrendSeries.NEW, TrendSeries.FIXED);
            case OVERDUE -> TrendSeries.severities(info, StateCounts::overdue);
            case HOSTS -> List.of(TrendSeries.AUTHENTICATED, TrendSeries.UNAUTHENTICATED);
        };
    }

    /** Returns the charts, one above the other. */
    List<TrendPanel> panels(List<TrendPoint> points, boolean info) {
        List<TrendSeries> added = List.of(TrendSeries.NEW);
        List<TrendSeries> fixed = List.of(TrendSeries.FIXED);
        if (this == CHANGES) {
            return List.of(new TrendPanel(points, TOP, HEIGHT / 2, HEIGHT / 2, added, fixed));
        }
        List<TrendSeries> stacked = this == SEVERITY ? TrendSeries.severities(info, StateCounts::total) : series(info);
        TrendPanel upper = new TrendPanel(points, TOP, HEIGHT, 0, stacked, List.of());
        return this == SEVERITY && points.stream().anyMatch(TrendPoint::compared)
                ? List.of(upper, new TrendPanel(points, LOWER_TOP, LOWER_HEIGHT, LOWER_HEIGHT, added, fixed))
                : List.of(upper);
    }

    /** Returns the numbers of a build as text. */
    String text(TrendPoint point) {
        StateCounts counts = point.counts().orElse(StateCounts.NONE);
        return switch (this) {
            case SEVERITY -> SeverityBar.of(counts.total()).text() + (counts.compared() ? "; " + numbers(point) : "");
            case CHANGES, HOSTS -> numbers(point);
            case OVERDUE -> "Overdue: " + SeverityBar.of(counts.overdue()).text();
        };
    }

    private String numbers(TrendPoint point) {
        List<TrendSeries> shown = this == HOSTS ? series(true) : List.of(TrendSeries.NEW, TrendSeries.FIXED);
        return shown.get(0).knows(point)
                ? shown.stream()
                        .map(series -> series.text(point) + " " + series.label().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                : shown.get(0).unknown();
    }
}
