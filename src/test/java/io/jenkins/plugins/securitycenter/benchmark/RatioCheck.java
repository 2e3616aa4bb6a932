package io.jenkins.plugins.securitycenter.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares the ratios of a run with those of an earlier run, the documented ones. */
final class RatioCheck {

    /** How much larger a ratio may be. */
    private static final double TOLERANCE = 1.15;

    private RatioCheck() {}

    /**
     * Returns a sentence about each ratio that is too large, and about each that only one of the runs has; none if
     * there is no such ratio.
     */
    static List<String> problems(Map<String, Double> documented, List<Figure> measured) {
        List<String> problems = new ArrayList<>();
        for (Figure ratio : measured) {
            Double before = documented.get(ratio.name());
            if (before == null) {
                problems.add("\"" + ratio.name() + "\" is not in " + PerformancePage.FILE
                        + "; write the table again with -Dbench.write.");
            } else if (!(ratio.value() <= before * TOLERANCE)) {
                problems.add(String.format(
                        Locale.ROOT,
                        "\"%s\" is %.3f, but at most %.3f is allowed, 15 %% more than the %.3f in %s.",
                        ratio.name(),
                        ratio.value(),
                        before * TOLERANCE,
                        before,
                        PerformancePage.FILE));
            }
        }
        List<String> names = measured.stream().map(Figure::name).toList();
        documented.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add("\"" + name + "\" is in " + PerformancePage.FILE
                        + ", but was not measured; write the table again with -Dbench.write."));
        return problems;
    }
}
