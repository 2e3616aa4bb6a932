package io.jenkins.plugins.securitycenter.result.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The picture of a trend: one or two charts, one above the other, with a column for each build. A build whose numbers are
 * unknown has no column but a mark. All lengths are in the units of {@link #viewBox}.
 *
 * @param points the oldest build first; at least one
 */
public record TrendChart(List<TrendPoint> points, TrendSettings settings) {

    private static final int WIDTH = 480;
    private static final double LEFT = 40;
    private static final double RIGHT = WIDTH - 4.0;
    private static final double WIDEST = 40;
    private static final double UNDER = 6;
    private static final double NAMES = 20;
    private static final double LABEL_WIDTH = 44;
    private static final double MARK = 4;
    private static final double LINE = 2;

    private static final String FAILED = "\u00d7";
    private static final String NOTHING = "\u2013";

    /** A rectangle; {@code kind} is that of a {@link TrendSeries}, or {@code failed}. */
    public record Box(String kind, String x, String y, String width, String height) {}

    /** A grid line from {@code x1} to {@code x2}, with its number. */
    public record Line(String x1, String x2, String y, Name number) {}

    /**
     * The column of a build.
     *
     * @param title the build and its numbers
     * @param area all of the column, also where it is empty
     * @param marks a text instead of the numbers if they are unknown
     */
    public record Column(TrendPoint point, String title, List<Box> boxes, Box area, List<Name> marks) {}

    /** A text in the chart. */
    public record Name(String text, String x, String y) {}

    public TrendChart {
        points = List.copyOf(points);
    }

    /** Returns the viewBox attribute of the SVG element. */
    public String viewBox() {
        return "0 0 " + WIDTH + " " + (int) height();
    }

    /** Returns the description for users who do not see the chart. */
    public String description() {
        return settings.view().description();
    }

    /** Returns the numbers that the chart shows, for its legend. */
    public List<TrendSeries> legend() {
        return panels().stream()
                .flatMap(panel -> Stream.concat(panel.above().stream(), panel.below().stream()))
                .toList();
    }

    /** Returns whether a build of the chart failed. */
    public boolean hasFailed() {
        return points.stream().anyMatch(TrendPoint::failed);
    }

    /** Returns whether there is something special about a build of the chart. */
    public boolean hasRemarks() {
        return points.stream().anyMatch(point -> !point.remark().isEmpty());
    }

    /** Returns the columns of the table. */
    public List<TrendSeries> series() {
        return settings.view().series(settings.info());
    }

    public List<TrendPoint> newestFirst() {
        List<TrendPoint> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    public List<Column> columns() {
        List<TrendPanel> panels = panels();
        return IntStream.range(0, points.size())
                .mapToObj(i -> column(panels, i))
                .toList();
    }

    /** Returns the grid lines of all charts. */
    public List<Line> lines() {
        return panels().stream()
                .flatMap(panel -> panel.grid().stream())
                .map(TrendChart::line)
                .toList();
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

    private Column column(List<TrendPanel> panels, int index) {
        TrendPoint point = points.get(index);
        TrendPanel first = panels.get(0);
        List<Box> boxes = new ArrayList<>();
        for (TrendPanel panel : panels) {
            panel.parts(point).forEach(part -> boxes.add(box(part.kind(), index, part.y(), part.height())));
        }
        if (point.failed()) {
            boxes.add(box("failed", index, first.bottom() + LINE, LINE));
        }
        List<Name> marks = first.knows(point)
                ? List.of()
                : List.of(new Name(
                        point.failed() ? FAILED : NOTHING,
                        number(x(index) + width() / 2),
                        number(first.zero() - MARK)));
        Box area = box("area", index, first.top(), panels.get(panels.size() - 1).bottom() - first.top());
        return new Column(point, point.titled(settings.view().text(point)), boxes, area, marks);
    }

    private Box box(String kind, int index, double y, double height) {
        return new Box(kind, number(x(index)), number(y), number(width()), number(height));
    }

    private List<TrendPanel> panels() {
        return settings.view().panels(points, settings.info());
    }

    private double height() {
        List<TrendPanel> panels = panels();
        return panels.get(panels.size() - 1).bottom() + NAMES + (panels.size() > 1 ? 0 : LINE);
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

    private static Line line(TrendPanel.Grid grid) {
        Name label = new Name(TrendScale.label(grid.number()), number(LEFT - 6), number(grid.y() + 4));
        return new Line(number(LEFT), number(RIGHT), number(grid.y()), label);
    }

    private static String number(double value) {
        return TrendPanel.number(value);
    }
}
