package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition of a filter.
 *
 * @param text what it selects, such as {@code Severity: High}
 * @param link the table without it
 */
public record FilterWord(String text, String link) {

    private static final int LONGEST_FIX = 60;
    private static final Set<String> NO_FILTERS = Set.of("view", "sort", "page", "size");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("severity", "Severity"),
            Map.entry("change", "Change"),
            Map.entry("plugin", "Plugin ID"),
            Map.entry("host", "Host"),
            Map.entry("port", "Port"),
            Map.entry("exploit", "Exploit available"),
            Map.entry("knownExploited", "Known exploited"),
            Map.entry("epss", "Minimum EPSS"),
            Map.entry("patchAvailable", "Patch available"),
            Map.entry("overdue", "Overdue"),
            Map.entry("family", "Family"),
            Map.entry("search", "Search"),
            Map.entry("suppressed", "Suppressed"),
            Map.entry("cve", "CVE"),
            Map.entry("fix", "Fix"));
    private static final Map<String, String> VALUES = Map.of(
            FindingState.NEW.word(), "New",
            FindingState.OUTSTANDING.word(), "Outstanding",
            FindingState.FIXED.word(), "Fixed",
            FindingState.NOT_SCANNED.word(), "Host not scanned",
            FindingState.NOT_CHECKED.word(), "Not checked",
            FindingState.UNKNOWN.word(), "Not compared");

    /**
     * Returns the conditions of a request.
     *
     * @param fix the title of the fix that it selects; empty if it is unknown
     */
    static List<FilterWord> of(TableRequest request, String fix) {
        List<String> all = List.of(request.at(1).link().substring(1).split("&"));
        List<FilterWord> words = new ArrayList<>();
        for (String parameter : all) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && !NO_FILTERS.contains(parts[0])) {
                List<String> others = new ArrayList<>(all);
                others.remove(parameter);
                String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                boolean titled = parts[0].equals("fix") && !fix.isEmpty();
                words.add(new FilterWord(
                        text(parts[0], titled ? MessageText.shortened(fix, LONGEST_FIX) : value),
                        "?" + String.join("&", others)));
            }
        }
        return words;
    }

    private static String text(String name, String value) {
        String label = LABELS.getOrDefault(name, name);
        if (value.equals("true")) {
            return label;
        }
        return label + ": " + (name.equals("change") ? VALUES.getOrDefault(value, value) : value)
                + (name.equals("epss") ? " %" : "");
    }
}
