package io.jenkins.plugins.securitycenter.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The figures of a run, in the order in which they are shown. Ratios are compared with those of an earlier run. */
final class Results {

    private final List<Figure> figures = new ArrayList<>();
    private final List<Figure> ratios = new ArrayList<>();
    private final Consumer<String> progress;

    /** @param progress receives a line for each value */
    Results(Consumer<String> progress) {
        this.progress = progress;
    }

    void add(String name, double value, String unit) {
        Figure figure = new Figure(name, value, unit);
        figures.add(figure);
        progress.accept(name + ": " + figure.text());
    }

    /** Adds a ratio; a smaller one is better. */
    void addRatio(String name, double value) {
        Figure figure = new Figure(name, value, "");
        ratios.add(figure);
        progress.accept(name + ": " + figure.text());
    }

    /** Returns a number with separators between thousands, for the names of figures. */
    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    List<Figure> ratios() {
        return List.copyOf(ratios);
    }
}
