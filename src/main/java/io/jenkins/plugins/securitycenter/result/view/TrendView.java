package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trend shows. */
public enum TrendView {
    SEVERITY,
    CHANGES,
    OVERDUE,
    HOSTS;

    private static final double TOP = 10;
    private static final double HEIGHT = 140;
    private static final double LOWER_TOP = 166;
    private static final double LOWER_HEIGHT = 32;

    public String label() {
        return switch (this) {
            case SEVERITY -> Messages.TrendView_severity();
            case CHANGES -> Messages.TrendView_changes();
            case OVERDUE -> Messages.TrendView_overdue();
            case HOSTS -> Messages.TrendView_hosts();
        };
    }

    /** Returns the description of the chart for users who do not see it. */
    public String description() {
        String chart =
                switch (this) {
                    case SEVERITY -> Messages.TrendView_severityChart();
                    case CHANGES -> Messages.TrendView_changesChart();
                    case OVERDUE -> Messages.TrendView_overdueChart();
                    case HOSTS -> Messages.TrendView_hostsChart();
                };
        return chart + " " + Messages.TrendView_table();
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
            case OVERDUE ->
                Messages.TrendView_overdueCounts(
                        SeverityBar.of(counts.overdue()).text());
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
