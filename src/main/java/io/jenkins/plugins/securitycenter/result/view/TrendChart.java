package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Two charts, one above the other, with a column for each build. The upper chart shows the findings, stacked by
 * severity; the lower chart shows new findings upwards and fixed findings downwards, and is omitted if no build was
 * compared. All lengths are in the units of {@link #viewBox}.
 *
 * @param points the oldest build first; at least one
 * @param info whether findings of severity Info are shown
 */
public record TrendChart(List<TrendPoint> points, boolean info) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 250;
    private static final int SHORT = 172;

    private static final double LEFT = 40;
    private static final double RIGHT = WIDTH - 4.0;
    private static final double STACKS = 140;
    private static final double TOP = 10;
    private static final double CHANGES = 32;
    private static final double ZERO = 198;
    private static final double WIDEST = 40;
    private static final double UNDER = 6;
    private static final double LABEL_WIDTH = 44;
    /** The minimum height of a severity, so that few critical findings among thousands are visible. */
    private static final double LEAST = 2;

    /** A rectangle; {@code kind} is a severity in lower case, {@code new} or {@code fixed}. */
    public record Box(String kind, String x, String y, String width, String height) {}

    /** A grid line from {@code x1} to {@code x2}, with its number. */
    public record Line(String x1, String x2, String y, Name number) {}

    /**
     * The column of a build.
     *
     * @param area all of the column, also where it is empty
     */
    public record Column(TrendPoint point, List<Box> boxes, Box area) {}

    /** A text in the chart. */
    public record Name(String text, String x, String y) {}

    public TrendChart {
        points = List.copyOf(points);
    }

    /** Returns the viewBox attribute of the SVG element. */
    public String viewBox() {
        return "0 0 " + WIDTH + " " + height();
    }

    /** Returns whether the chart shows new and fixed findings. */
    public boolean compared() {
        return points.stream().anyMatch(TrendPoint::compared);
    }

    public List<Severity> severities() {
        return Severity.descending().stream()
                .filter(severity -> info || severity != Severity.INFO)
                .toList();
    }

    public List<TrendPoint> newestFirst() {
        List<TrendPoint> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    public List<Column> columns() {
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Column(points.get(i), boxes(i), area(i)))
                .toList();
    }

    /** Returns the grid lines of both charts. */
    public List<Line> lines() {
        long stacks = stacks().top();
        List<Line> lines =
                new ArrayList<>(List.of(line(TOP, stacks), line(TOP + STACKS / 2, stacks / 2), line(TOP + STACKS, 0)));
        if (compared()) {
            long changes = changes().top();
            lines.addAll(List.of(line(ZERO - CHANGES, changes), line(ZERO, 0), line(ZERO + CHANGES, changes)));
        }
        return lines;
    }

    /** Returns the names of as many builds as fit, always including the newest one. */
    public List<Name> names() {
        int every = (int) Math.ceil(LABEL_WIDTH / step());
        List<Name> names = new ArrayList<>();
        for (int i = points.size() - 1; i >= 0; i -= every) {
            double middle = Math.min(x(i) + width() / 2, RIGHT - LABEL_WIDTH / 2);
            names.add(new Name(points.get(i).build(), number(middle), number(height() - UNDER)));
        }
        return names;
    }

    private List<Box> boxes(int index) {
        TrendPoint point = points.get(index);
        List<Box> boxes = new ArrayList<>();
        double bottom = TOP + STACKS;
        List<Severity> severities = severities();
        double[] heights = heights(point);
        for (int i = 0; i < heights.length; i++) {
            bottom -= heights[i];
            add(boxes, EnumWords.of(severities.get(i)), index, bottom, heights[i]);
        }
        double added = changes().length(point.added());
        add(boxes, "new", index, ZERO - added, added);
        add(boxes, "fixed", index, ZERO, changes().length(point.fixed()));
        return boxes;
    }

    /** Returns the heights of the severities of a build; the tallest one gives way to those that are too low to see. */
    private double[] heights(TrendPoint point) {
        double[] heights = severities().stream()
                .mapToDouble(severity -> stacks().length(point.changes().total().count(severity)))
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
        heights[tallest] = heights[tallest] > LEAST ? Math.max(LEAST, heights[tallest] - lifted) : heights[tallest];
        return heights;
    }

    private Box area(int index) {
        double bottom = compared() ? ZERO + CHANGES : TOP + STACKS;
        return new Box("area", number(x(index)), number(TOP), number(width()), number(bottom - TOP));
    }

    private void add(List<Box> boxes, String kind, int index, double y, double height) {
        if (height > 0) {
            boxes.add(new Box(kind, number(x(index)), number(y), number(width()), number(height)));
        }
    }

    private TrendScale stacks() {
        return TrendScale.upTo(
                points.stream()
                        .mapToLong(point -> severities().stream()
                                .mapToLong(point.changes().total()::count)
                                .sum())
                        .max()
                        .orElse(0),
                STACKS);
    }

    private TrendScale changes() {
        return TrendScale.upTo(
                points.stream()
                        .mapToLong(point -> Math.max(point.added(), point.fixed()))
                        .max()
                        .orElse(0),
                CHANGES);
    }

    private int height() {
        return compared() ? HEIGHT : SHORT;
    }

    private double step() {
        return (RIGHT - LEFT) / points.size();
    }

    private double width() {
        return Math.min(WIDEST, step() * 0.8);
    }

    private double x(int index) {
        return LEFT + step() * index + (step() - width()) / 2;
    }

    private static Line line(double y, long number) {
        Name label = new Name(TrendScale.label(number), number(LEFT - 6), number(y + 4));
        return new Line(number(LEFT), number(RIGHT), number(y), label);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
