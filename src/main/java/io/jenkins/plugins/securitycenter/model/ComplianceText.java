package io.jenkins.plugins.securitycenter.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the output of a compliance check readable: it comes as a row of elements such as {@code <cm:compliance-result>},
 * of which only those that are known are looked for, since the text is from the scanned host and may hold anything.
 */
final class ComplianceText {

    private static final String START = "<cm:compliance-";
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("check-name", "Check");
        TITLES.put("result", "Result");
        TITLES.put("info", "Info");
        TITLES.put("policy-value", "Policy value");
        TITLES.put("actual-value", "Actual value");
        TITLES.put("solution", "Solution");
        TITLES.put("see-also", "See also");
        TITLES.put("reference", "Reference");
        TITLES.put("error", "Error");
    }

    private ComplianceText() {}

    /** The text as lines with titles; any other text as it is. */
    static String readable(String text) {
        if (!text.contains(START)) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        TITLES.forEach((name, title) -> {
            String value = value(text, name);
            if (!value.isBlank()) {
                lines.append(lines.isEmpty() ? "" : "\n")
                        .append(title)
                        .append(value.contains("\n") ? ":\n" : ": ")
                        .append(value);
            }
        });
        return lines.isEmpty() ? text : lines.toString();
    }

    private static String value(String text, String name) {
        String open = START + name + ">";
        int start = text.indexOf(open);
        int end = start < 0 ? -1 : text.indexOf("</cm:compliance-" + name + ">", start);
        return end < 0 ? "" : text.substring(start + open.length(), end).strip();
    }
}
