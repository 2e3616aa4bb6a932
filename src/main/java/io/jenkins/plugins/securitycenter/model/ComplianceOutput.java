package io.jenkins.plugins.securitycenter.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats the output of compliance checks for reading. Each check is a series of elements such as {@code
 * <cm:compliance-result>}. Only known elements are extracted, because the text comes from the scanned host and may
 * contain anything.
 */
final class ComplianceOutput {

    private static final String START = "<cm:compliance-";
    private static final String RESULT = "result";
    private static final Map<String, String> TITLES = new LinkedHashMap<>();
    /** The results from best to worst; an unknown result ranks between WARNING and ERROR. */
    private static final List<String> RESULTS = List.of("PASSED", "SKIPPED", "WARNING", "", "ERROR", "FAILED");

    static {
        TITLES.put("check-name", "Check");
        TITLES.put(RESULT, "Result");
        TITLES.put("info", "Info");
        TITLES.put("policy-value", "Policy value");
        TITLES.put("actual-value", "Actual value");
        TITLES.put("solution", "Solution");
        TITLES.put("see-also", "See also");
        TITLES.put("reference", "Reference");
        TITLES.put("error", "Error");
    }

    private record Element(String name, String value) {}

    private ComplianceOutput() {}

    /**
     * Returns the text as lines with titles; a text without compliance elements unchanged. If it contains several
     * results, the worst is printed first, and the checks follow in separate paragraphs.
     */
    static String readable(String text) {
        if (!text.contains(START)) {
            return text;
        }
        String checks = checks(elements(text, TITLES.keySet())).stream()
                .map(ComplianceOutput::lines)
                .collect(Collectors.joining("\n\n"));
        // includes results nested in other elements, because a host can forge an end tag
        List<Element> results = elements(text, Set.of(RESULT));
        String worst = results.size() < 2 ? "" : worst(results);
        return checks.isEmpty() && worst.isEmpty() ? text : (worst + checks).strip();
    }

    private static String worst(List<Element> results) {
        return results.stream()
                .map(Element::value)
                .max(Comparator.comparingInt(ComplianceOutput::rank))
                .map(value -> "Result: " + value + " (the worst of " + results.size() + ")\n\n")
                .orElse("");
    }

    private static int rank(String result) {
        int known = RESULTS.indexOf(result.toUpperCase(Locale.ROOT));
        return known < 0 ? RESULTS.indexOf("") : known;
    }

    /** Groups the elements by check; a new check starts where an element name repeats. */
    private static List<Map<String, String>> checks(List<Element> elements) {
        List<Map<String, String>> checks = new ArrayList<>();
        for (Element element : elements) {
            if (checks.isEmpty() || checks.get(checks.size() - 1).containsKey(element.name())) {
                checks.add(new LinkedHashMap<>());
            }
            checks.get(checks.size() - 1).put(element.name(), element.value());
        }
        return checks;
    }

    private static String lines(Map<String, String> check) {
        return TITLES.entrySet().stream()
                .filter(title -> check.containsKey(title.getKey()))
                .map(title -> line(title.getValue(), check.getOrDefault(title.getKey(), "")))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String title, String value) {
        return title + (value.contains("\n") ? ":\n" : ": ") + value;
    }

    /**
     * Returns the elements with the given names that have a value, in document order. Makes a single pass, whatever the
     * text contains.
     */
    private static List<Element> elements(String text, Set<String> names) {
        List<Element> elements = new ArrayList<>();
        Set<String> neverEnds = new HashSet<>();
        int start = text.indexOf(START);
        while (start >= 0) {
            String name = name(text, start + START.length(), names);
            int next = start + START.length();
            if (!name.isEmpty() && !neverEnds.contains(name)) {
                int begin = next + name.length() + 1;
                int end = text.indexOf("</cm:compliance-" + name + ">", begin);
                if (end < 0) {
                    neverEnds.add(name);
                } else {
                    String value = text.substring(begin, end).strip();
                    if (!value.isEmpty()) {
                        elements.add(new Element(name, value));
                    }
                    next = end;
                }
            }
            start = text.indexOf(START, next);
        }
        return elements;
    }

    private static String name(String text, int at, Set<String> names) {
        return names.stream()
                .filter(name -> text.startsWith(name + ">", at))
                .findFirst()
                .orElse("");
    }
}
