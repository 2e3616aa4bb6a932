package io.jenkins.plugins.securitycenter.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/performance.md, which are between two comments. */
final class PerformancePage {

    static final String FILE = "docs/performance.md";

    private static final String BEGIN = "<!-- benchmark: begin -->\n";
    private static final String END = "<!-- benchmark: end -->\n";
    private static final String RATIOS = "| Ratio | Measured |";
    private static final String FIGURES = "| Figure | Measured |";

    private final String text;

    /** @throws IllegalArgumentException if the page does not contain the two comments */
    PerformancePage(String text) {
        if (!text.contains(BEGIN) || text.indexOf(END) < text.indexOf(BEGIN)) {
            throw new IllegalArgumentException(
                    FILE + " must contain the lines " + BEGIN.strip() + " and " + END.strip() + ".");
        }
        this.text = text;
    }

    /** Returns the tables of a run. */
    static String tables(Machine machine, Results results) {
        return "Measured with " + machine.text() + ":\n\n" + table(RATIOS, results.ratios()) + "\n"
                + table(FIGURES, results.figures());
    }

    private static String table(String header, List<Figure> figures) {
        StringBuilder table = new StringBuilder(header).append("\n| --- | --- |\n");
        figures.forEach(figure -> table.append("| " + figure.name() + " | " + figure.text() + " |\n"));
        return table.toString();
    }

    /** Returns the page with other tables. */
    String with(String tables) {
        return text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n" + tables + "\n"
                + text.substring(text.indexOf(END));
    }

    /** Returns the ratios by their names. */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        boolean inside = false;
        for (String line :
                text.substring(text.indexOf(BEGIN), text.indexOf(END)).lines().toList()) {
            inside = line.startsWith(RATIOS) || inside && line.startsWith("|");
            if (inside && !line.startsWith(RATIOS) && !line.startsWith("| ---")) {
                String[] cells = line.split("\\|");
                ratios.put(cells[1].strip(), Double.valueOf(cells[2].strip()));
            }
        }
        return ratios;
    }
}
