package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        String label = label(name);
        if (value.equals("true")) {
            return label;
        }
        return label + ": " + (name.equals("change") ? change(value) : value) + (name.equals("epss") ? " %" : "");
    }

    private static String label(String name) {
        return switch (name) {
            case "severity" -> Messages.FilterWord_severity();
            case "change" -> Messages.FilterWord_change();
            case "plugin" -> Messages.FilterWord_plugin();
            case "host" -> Messages.FilterWord_host();
            case "port" -> Messages.FilterWord_port();
            case "exploit" -> Messages.FilterWord_exploit();
            case "knownExploited" -> Messages.FilterWord_knownExploited();
            case "epss" -> Messages.FilterWord_epss();
            case "patchAvailable" -> Messages.FilterWord_patchAvailable();
            case "overdue" -> Messages.FilterWord_overdue();
            case "family" -> Messages.FilterWord_family();
            case "search" -> Messages.FilterWord_search();
            case "suppressed" -> Messages.FilterWord_suppressed();
            case "cve" -> Messages.FilterWord_cve();
            case "fix" -> Messages.FilterWord_fix();
            default -> name;
        };
    }

    private static String change(String word) {
        return switch (word) {
            case "new" -> Messages.FilterWord_new();
            case "outstanding" -> Messages.FilterWord_outstanding();
            case "fixed" -> Messages.FilterWord_fixed();
            case "notScanned" -> Messages.FilterWord_notScanned();
            case "notChecked" -> Messages.FilterWord_notChecked();
            default -> Messages.FilterWord_notCompared();
        };
    }
}
