package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The columns of the CSV export. */
final class CsvRow {

    static final List<String> HEADER = List.of(
            "change",
            "severity",
            "pluginId",
            "pluginName",
            "family",
            "ip",
            "dnsName",
            "netbiosName",
            "uuid",
            "url",
            "port",
            "protocol",
            "repository",
            "exploitAvailable",
            "cvss",
            "vpr",
            "accepted",
            "recast",
            "firstSeen",
            "lastSeen",
            "cves",
            "seeAlso",
            "synopsis",
            "description",
            "solution",
            "output",
            "fingerprint",
            "suppressedUntil",
            "suppressionReason",
            "knownExploited",
            "cisaDueDate",
            "epss",
            "cvssVersion",
            "patchPublished",
            "dueDate",
            "overdue",
            "partialScan");

    private CsvRow() {}

    /** Returns the values of a finding, in the order of {@link #HEADER}. */
    static List<String> of(RecordedFinding recorded, boolean partial) {
        Finding finding = recorded.finding();
        return Stream.of(
                        Stream.of(recorded.state().word(), finding.severity().label()),
                        identity(finding.plugin()),
                        place(finding),
                        risk(finding.risk()),
                        Stream.of(time(finding.firstSeen()), time(finding.lastSeen())),
                        texts(finding.plugin()),
                        Stream.of(finding.output(), Fingerprint.text(Fingerprint.of(finding))),
                        suppression(recorded.suppression()),
                        threat(finding),
                        Stream.of(date(recorded.dueDate()), Boolean.toString(recorded.overdue())),
                        Stream.of(Boolean.toString(partial)))
                .flatMap(values -> values)
                .toList();
    }

    private static Stream<String> identity(Plugin plugin) {
        return Stream.of(plugin.id(), plugin.name(), plugin.family());
    }

    private static Stream<String> place(Finding finding) {
        Host host = finding.host();
        return Stream.of(
                host.ip(),
                host.dnsName(),
                host.netbiosName(),
                host.uuid(),
                host.url(),
                Integer.toString(finding.port()),
                finding.protocol(),
                finding.repository().name());
    }

    private static Stream<String> risk(Risk risk) {
        return Stream.of(
                Boolean.toString(risk.exploitAvailable()),
                score(risk.cvss()),
                score(risk.vpr()),
                Boolean.toString(risk.accepted()),
                Boolean.toString(risk.recast()));
    }

    private static Stream<String> suppression(Optional<Suppression> suppression) {
        return Stream.of(
                suppression.map(rule -> rule.until().toString()).orElse(""),
                suppression.map(Suppression::reason).orElse(""));
    }

    private static Stream<String> threat(Finding finding) {
        Plugin plugin = finding.plugin();
        int version = finding.risk().cvssVersion();
        return Stream.of(
                Boolean.toString(plugin.knownExploited()),
                date(plugin.cisaDueDate()),
                score(finding.risk().epssPercent()),
                version == 0 ? "" : Integer.toString(version),
                time(plugin.patchPublished()));
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private static Stream<String> texts(Plugin plugin) {
        return Stream.of(
                String.join(" ", plugin.cves()),
                String.join(" ", plugin.seeAlso()),
                plugin.synopsis(),
                plugin.description(),
                plugin.solution());
    }

    private static String score(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "";
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }
}
