package io.jenkins.plugins.securitycenter.result.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart with a column for each build: numbers that are stacked upwards from an axis, and others downwards. All lengths
 * are in the units of the picture.
 *
 * @param points all builds, for the scale
 * @param top where the chart begins
 * @param up the height of the part above the axis
 * @param down the height of the part below the axis; 0 for none
 * @param above the numbers above the axis, from the axis to the top in reverse order
 * @param below the numbers below the axis
 */
record TrendPanel(
        List<TrendPoint> points, double top, double up, double down, List<TrendSeries> above, List<TrendSeries> below) {

    /** The minimum height of a number, so that few critical findings among thousands are visible. */
    private static final double LEAST = 2;

    /** A part of a column; {@code height} is more than 0. */
    record Part(String kind, double y, double height) {}

    /** A line across the chart, with its number. */
    record Grid(double y, long number) {}

    double zero() {
        return top + up;
    }

    double bottom() {
        return zero() + down;
    }

    /** Returns whether a number of the build is known. */
    boolean knows(TrendPoint point) {
        return above.stream().anyMatch(series -> series.knows(point));
    }

    List<Part> parts(TrendPoint point) {
        List<Part> parts = new ArrayList<>();
        double y = zero();
        double[] heights = heights(above, up, point);
        for (int i = 0; i < heights.length; i++) {
            y -= heights[i];
            add(parts, above.get(i), y, heights[i]);
        }
        y = zero();
        heights = heights(below, down, point);
        for (int i = 0; i < heights.length; i++) {
            add(parts, below.get(i), y, heights[i]);
            y += heights[i];
        }
        return parts;
    }

    private static void add(List<Part> parts, TrendSeries series, double y, double height) {
        if (height > 0) {
            parts.add(new Part(series.kind(), y, height));
        }
    }

    List<Grid> grid() {
        long most = scale(up).top();
        return down > 0
                ? List.of(new Grid(top, most), new Grid(zero(), 0), new Grid(bottom(), most))
                : List.of(new Grid(top, most), new Grid(top + up / 2, most / 2), new Grid(zero(), 0));
    }

    private TrendScale scale(double height) {
        return TrendScale.upTo(
                points.stream()
                        .mapToLong(point -> Math.max(sum(above, point), sum(below, point)))
                        .max()
                        .orElse(0),
                height);
    }

    private static long sum(List<TrendSeries> stack, TrendPoint point) {
        return stack.stream().mapToLong(series -> series.length(point)).sum();
    }

    /** Returns the heights of the numbers of a build; the tallest one gives way to those that are too low to see. */
    private double[] heights(List<TrendSeries> stack, double height, TrendPoint point) {
        double[] heights = stack.stream()
                .mapToDouble(series -> scale(height).length(series.length(point)))
                .toArray();
        double lifted = 0;
        int tallest = 0;
        for (int i = 0; i < heights.length; i++) {
            tallest = heights[i] > heights[tallest] ? i : tallest;
            if (heights[i] > 0 && heights[i] < LEAST) {
                lifted += LEAST - heights[i];
                heights[i] = LEAST;
            }
        }
        if (heights.length > 0 && heights[tallest] > LEAST) {
            heights[tallest] = Math.max(LEAST, heights[tallest] - lifted);
        }
        return heights;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
