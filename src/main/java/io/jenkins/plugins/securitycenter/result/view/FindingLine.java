package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalDouble;

/** A line of the findings table. Unknown values are empty strings. */
public record FindingLine(FindingRow row, TableRequest request) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    /** Returns the link to the details of the finding, which lead back to this page. */
    public String link() {
        return "finding/" + row.row() + "/" + request.link();
    }

    public Severity severity() {
        return finding().severity();
    }

    public FindingState change() {
        return row.state();
    }

    public String plugin() {
        return finding().plugin().id();
    }

    public String name() {
        String name = finding().plugin().name();
        return name.isBlank() ? "Plugin " + plugin() : name;
    }

    public String family() {
        return finding().plugin().family();
    }

    public String host() {
        return FindingLocation.host(finding().host());
    }

    public String port() {
        return FindingLocation.port(finding());
    }

    public String cvss() {
        return score(finding().risk().cvss());
    }

    /** Returns the CVSS version of the score, such as {@code 3}. */
    public String cvssVersion() {
        int version = finding().risk().cvssVersion();
        return version == 0 ? "" : String.valueOf(version);
    }

    /** Returns the EPSS score in percent. */
    public String epss() {
        return score(finding().risk().epssPercent());
    }

    public boolean knownExploited() {
        return finding().plugin().knownExploited();
    }

    public boolean overdue() {
        return row.overdue();
    }

    public String vpr() {
        return score(finding().risk().vpr());
    }

    public boolean exploitKnown() {
        return finding().risk().exploit().isPresent();
    }

    public boolean exploitable() {
        return finding().risk().exploitAvailable();
    }

    public boolean accepted() {
        return finding().risk().accepted();
    }

    public boolean suppressed() {
        return row.suppressed();
    }

    public boolean recast() {
        return finding().risk().recast();
    }

    /** Returns the day, such as {@code 2024-12-31}. */
    public String firstSeen() {
        return finding().firstSeen().map(DAY::format).orElse("");
    }

    /** Returns the time since the finding was first seen, such as {@code 12 days}; empty if that is unknown. */
    public String age(Instant time) {
        return finding().firstSeen().map(first -> Age.of(first, time)).orElse("");
    }

    static String score(OptionalDouble score) {
        return score.isPresent() ? String.valueOf(score.getAsDouble()) : "";
    }

    private Finding finding() {
        return row.finding();
    }
}
