package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding in the format of DefectDojo's Generic Findings Import. DefectDojo shows descriptions as Markdown, and rejects
 * a file with an unknown field or an invalid value, so that what is not known is left out.
 */
record DefectDojoFinding(SafeJsonGenerator json, RecordedFinding recorded) {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final int LONGEST_TITLE = 511;
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TEXT = 10_000;

    void write() throws IOException {
        Finding finding = recorded.finding();
        Plugin plugin = finding.plugin();
        boolean accepted = finding.risk().accepted() || recorded.suppressed();
        boolean fixed = recorded.state() == FindingState.FIXED;
        json.writeStartObject();
        json.writeStringField("title", TextSanitizer.cut(TextSanitizer.visible(name()), LONGEST_TITLE));
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("description", description());
        writeMarkdown("mitigation", plugin.solution());
        json.writeText("references", references());
        json.writeText("severity_justification", justification());
        json.writeText("steps_to_reproduce", Markdown.code(TextSanitizer.limit(finding.output(), LONGEST_TEXT)));
        json.writeStringField("unique_id_from_tool", Fingerprint.text(Fingerprint.of(finding)));
        json.writeStringField("vuln_id_from_tool", TextSanitizer.cut(TextSanitizer.visible(plugin.id()), LONGEST_ID));
        json.writeBooleanField("active", !accepted && !fixed);
        json.writeBooleanField("risk_accepted", accepted);
        if (fixed) {
            json.writeBooleanField("is_mitigated", true);
        }
        writeDate("date", finding.firstSeen().map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC)));
        writeDate("planned_remediation_date", recorded.dueDate());
        writeRisk(finding.risk());
        writeVulnerabilities(plugin);
        new DefectDojoEndpoint(json, finding).write();
        json.writeEndObject();
    }

    private String name() {
        Plugin plugin = recorded.finding().plugin();
        return plugin.name().isBlank() ? "Plugin " + plugin.id() : plugin.name();
    }

    /** Returns what stays the same from build to build, because DefectDojo compares it to find duplicates. */
    private String description() {
        Finding finding = recorded.finding();
        Plugin plugin = finding.plugin();
        return Stream.of(
                        markdown(plugin.description().isBlank() ? plugin.synopsis() : plugin.description()),
                        Stream.of(
                                        fact("Host", FindingLocation.host(finding.host())),
                                        fact("Port", FindingLocation.port(finding)),
                                        fact("Plugin", name() + " (" + plugin.id() + ")"),
                                        fact("Family", plugin.family()),
                                        fact("Repository", finding.repository().name()))
                                .filter(fact -> !fact.isEmpty())
                                .collect(Collectors.joining("\n")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String references() {
        return recorded.finding().plugin().seeAlso().stream()
                .map(link -> "- " + Markdown.link(TextSanitizer.cut(link, LONGEST_ID)))
                .collect(Collectors.joining("\n"));
    }

    private String justification() {
        Finding finding = recorded.finding();
        Plugin plugin = finding.plugin();
        String exploited = plugin.knownExploited()
                ? "CISA lists the vulnerability as known to be exploited"
                        + plugin.cisaDueDate()
                                .map(date -> " and requires a fix by " + date + ".")
                                .orElse(".")
                : "";
        String accepted = finding.risk().accepted()
                ? ("The risk was accepted in SecurityCenter: " + finding.risk().acceptedComment())
                        .replaceFirst(": $", ".")
                : "";
        String suppressed = recorded.suppression().map(Suppression::text).orElse("");
        return Stream.of(exploited, accepted, suppressed)
                .filter(sentence -> !sentence.isEmpty())
                .map(DefectDojoFinding::markdown)
                .collect(Collectors.joining("\n\n"));
    }

    private void writeRisk(Risk risk) throws IOException {
        if (risk.cvss().isPresent() && (risk.cvssVersion() == 3 || risk.cvssVersion() == 4)) {
            json.writeNumberField(
                    "cvssv" + risk.cvssVersion() + "_score", risk.cvss().getAsDouble());
        }
        if (risk.epssPercent().isPresent()) {
            json.writeNumberField(
                    "epss_score",
                    BigDecimal.valueOf(risk.epssPercent().getAsDouble()).movePointLeft(2));
        }
    }

    private void writeVulnerabilities(Plugin plugin) throws IOException {
        List<String> cves = plugin.cves().stream()
                .filter(cve -> CVE.matcher(cve).matches())
                .distinct()
                .toList();
        if (!cves.isEmpty()) {
            json.writeTexts("vulnerability_ids", cves);
        }
        if (plugin.knownExploited()) {
            json.writeBooleanField("known_exploited", true);
        }
    }

    private void writeMarkdown(String name, String text) throws IOException {
        json.writeText(name, markdown(text));
    }

    private void writeDate(String name, Optional<LocalDate> date) throws IOException {
        if (date.isPresent()) {
            json.writeStringField(name, date.get().toString());
        }
    }

    private static String fact(String name, String text) {
        return text.isBlank() ? "" : "- **" + name + ":** " + Markdown.line(TextSanitizer.cut(text, LONGEST_ID));
    }

    private static String markdown(String text) {
        return Markdown.escaped(TextSanitizer.limit(text, LONGEST_TEXT));
    }
}
