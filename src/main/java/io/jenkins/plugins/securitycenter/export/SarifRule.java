package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plugin of a finding as a SARIF rule.
 *
 * @param finding the worst finding of the plugin
 */
record SarifRule(SafeJsonGenerator json, Finding finding) {

    private static final Pattern FEED_PLUGIN = Pattern.compile("[1-9]\\d{4,5}");
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_HELP = 4_096;
    private static final int MOST_TAGS = 20;
    private static final int MOST_LINKS = 20;

    void write() throws IOException {
        Plugin plugin = finding.plugin();
        String name = TextSanitizer.visible(name());
        json.writeStartObject();
        json.writeStringField("id", plugin.id());
        json.writeStringField("name", TextSanitizer.cut(name, LONGEST_NAME));
        SarifMessage.write(json, "shortDescription", name);
        SarifMessage.write(json, "fullDescription", first(plugin.description(), plugin.synopsis(), name));
        json.writeObjectFieldStart("help");
        json.writeStringField("text", SarifMessage.text(help(), LONGEST_HELP));
        json.writeStringField("markdown", markdown());
        json.writeEndObject();
        if (FEED_PLUGIN.matcher(plugin.id()).matches()) {
            String kind = finding.host().url().isEmpty() ? "nessus/" : "was/";
            json.writeStringField("helpUri", "https://www.tenable.com/plugins/" + kind + plugin.id());
        }
        writeProperties();
        json.writeEndObject();
    }

    private void writeProperties() throws IOException {
        Plugin plugin = finding.plugin();
        json.writeObjectFieldStart("properties");
        if (finding.severity() == Severity.INFO) {
            json.writeStringField("problem.severity", "recommendation");
        } else {
            json.writeStringField("security-severity", Double.toString(score()));
        }
        json.writeStringField("precision", plugin.checkType() == Plugin.CheckType.LOCAL ? "high" : "medium");
        json.writeTexts("tags", tags());
        json.writeStringField("family", TextSanitizer.cut(plugin.family(), LONGEST_NAME));
        json.writeTexts("cves", cves().toList());
        json.writeEndObject();
    }

    private String name() {
        return first(finding.plugin().name(), "Plugin " + finding.plugin().id());
    }

    private String help() {
        Plugin plugin = finding.plugin();
        String help = Stream.of(plugin.solution(), links().collect(Collectors.joining("\n")))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        return first(help, plugin.description(), plugin.synopsis(), name());
    }

    private String markdown() {
        Plugin plugin = finding.plugin();
        return Stream.of(
                        paragraph("", first(plugin.description(), plugin.synopsis(), name())),
                        paragraph("**Solution:** ", plugin.solution()),
                        paragraph("**CVEs:** ", cves().collect(Collectors.joining(", "))),
                        links().map(link -> "- " + Markdown.link(link)).collect(Collectors.joining("\n")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String paragraph(String heading, String text) {
        return text.isBlank() ? "" : heading + Markdown.escaped(TextSanitizer.cut(text, LONGEST_HELP));
    }

    private Stream<String> links() {
        return finding.plugin().seeAlso().stream()
                .filter(link -> !link.isBlank())
                .map(link -> TextSanitizer.cut(link, LONGEST_NAME))
                .limit(MOST_LINKS);
    }

    private Stream<String> cves() {
        return finding.plugin().cves().stream()
                .filter(cve -> CVE.matcher(cve).matches())
                .distinct();
    }

    private List<String> tags() {
        Stream<String> family = Stream.of(TextSanitizer.cut(finding.plugin().family(), LONGEST_NAME));
        Stream<String> general =
                finding.severity() == Severity.INFO ? family : Stream.concat(Stream.of("security"), family);
        return Stream.concat(general, cves().map(cve -> "external/cve/" + cve.toLowerCase(Locale.ROOT)))
                .filter(tag -> !tag.isBlank())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    /**
     * Returns the score by which GitHub ranks the rule: the CVSS base score, or the middle of the range of the
     * severity if there is none or it is lower. GitHub derives the severity from the score, and may ignore lower ones.
     */
    private double score() {
        double cvss = finding.risk().cvss().orElse(0);
        return cvss >= least(finding.severity()) && cvss <= 10 ? cvss : middle(finding.severity());
    }

    private static double least(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 9;
            case HIGH -> 7;
            case MEDIUM -> 4;
            case LOW, INFO -> 0.1;
        };
    }

    private static double middle(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 9.5;
            case HIGH -> 8;
            case MEDIUM -> 5.5;
            case LOW, INFO -> 2;
        };
    }

    /** Returns the first text that is not blank. */
    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
}
