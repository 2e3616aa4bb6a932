package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.PortRange;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Determines whether a gate counts a finding. What is not known about a finding never keeps it from being counted. */
final class GateFilter {

    /** The result for a finding. */
    enum Match {
        NO(""),
        YES(""),
        /** Counts because a score is missing that its CVE does not have yet. */
        WITHOUT_SCORE("the score is still missing"),
        /** Counts because it is not known when it was first seen, or when it is due. */
        WITHOUT_DATE("the age or the due date is unknown"),
        /** Counts because it is not known whether an exploit is available, or whether CISA lists it. */
        WITHOUT_EXPLOIT("it is unknown whether there is an exploit"),
        /** Counts because the name or the address of its host is not known. */
        WITHOUT_HOST("the name or the address of the host is unknown"),
        /** Counts because the port of the web application is not known. */
        WITHOUT_PORT("the port is unknown"),
        /** Counts because the plugin family is not known. */
        WITHOUT_FAMILY("the plugin family is unknown"),
        /** Counts because its CVEs are not known. */
        WITHOUT_CVES("the CVEs are unknown"),
        /** Counts because it is not known whether there is a patch. */
        WITHOUT_PATCH("it is unknown whether there is a patch"),
        /** Has neither a score nor a CVE, so that it counts only if the server does not send CVEs. */
        WITHOUT_CVE("");

        private final String reason;

        Match(String reason) {
            this.reason = reason;
        }

        /** Returns why findings count about which something is not known. */
        String reason() {
            return reason;
        }
    }

    private final Gate gate;
    private final GateCondition condition;
    private final MissingScore missingScore;
    private final BuildDay day;
    private final Set<String> cves;
    private final HostScope hosts;
    private final List<PortRange> ports;

    GateFilter(Gate gate, MissingScore missingScore, BuildDay day) {
        this.gate = gate;
        this.missingScore = missingScore;
        this.day = day;
        condition = gate.condition();
        cves = Set.copyOf(condition.scope().cve());
        hosts = HostScope.of(gate);
        ports = condition.scope().port().stream().map(PortRange::parse).toList();
    }

    /** Returns whether the gate counts findings like this one. Findings whose risk was accepted are never counted. */
    Match test(Finding finding) {
        return test(finding, day);
    }

    /** Returns whether the gate counted a finding like this one at an earlier time, at which it was younger. */
    Match test(Finding finding, Instant earlier) {
        BuildDay then = new BuildDay(earlier, day.zone());
        boolean seenLater = condition.risk().olderThanDays() > 0
                && finding.firstSeen().filter(time -> time.isAfter(earlier)).isPresent();
        return seenLater ? Match.NO : test(finding, then);
    }

    private Match test(Finding finding, BuildDay at) {
        if (!finding.severity().atLeast(gate.severity()) || finding.risk().accepted()) {
            return Match.NO;
        }
        List<Match> all = List.of(
                scores(finding),
                age(finding, at),
                exploit(finding),
                onHost(finding.host()),
                onPort(finding),
                ofFamily(finding),
                ofCve(finding.plugin()),
                patched(finding.plugin()));
        if (all.contains(Match.NO)) {
            return Match.NO;
        }
        return all.stream().filter(match -> match != Match.YES).findFirst().orElse(Match.YES);
    }

    /** Returns whether the finding is in the plugin family of the gate, if it has one. */
    boolean inFamily(Finding finding) {
        return condition.pluginFamily().isEmpty()
                || condition
                        .pluginFamily()
                        .equalsIgnoreCase(finding.plugin().family().strip());
    }

    private Match patched(Plugin plugin) {
        if (!condition.risk().patchAvailable() || plugin.patchPublished().isPresent()) {
            return Match.YES;
        }
        return plugin.unknown().contains(Plugin.Field.PATCH_DATE) ? Match.WITHOUT_PATCH : Match.NO;
    }

    private Match exploit(Finding finding) {
        Optional<Boolean> available =
                condition.exploitAvailable() ? finding.risk().exploit() : Optional.of(true);
        Optional<Boolean> listed =
                condition.risk().knownExploited() ? finding.plugin().listedByCisa() : Optional.of(true);
        if (!available.orElse(true) || !listed.orElse(true)) {
            return Match.NO;
        }
        return available.isPresent() && listed.isPresent() ? Match.YES : Match.WITHOUT_EXPLOIT;
    }

    private Match ofCve(Plugin plugin) {
        if (cves.isEmpty()
                || plugin.cves().stream()
                        .anyMatch(cve -> cves.contains(cve.strip().toUpperCase(Locale.ROOT)))) {
            return Match.YES;
        }
        return plugin.unknown().contains(Plugin.Field.CVE) ? Match.WITHOUT_CVES : Match.NO;
    }

    /** A web application has its port in its URL. */
    private Match onPort(Finding finding) {
        if (ports.isEmpty() || onPort(finding.port())) {
            return Match.YES;
        }
        if (finding.port() > 0 || finding.host().url().isBlank()) {
            return Match.NO;
        }
        OptionalInt port = WebAddress.of(finding.host().url()).port();
        if (port.isEmpty()) {
            return Match.WITHOUT_PORT;
        }
        return onPort(port.getAsInt()) ? Match.YES : Match.NO;
    }

    private boolean onPort(int port) {
        return ports.stream().anyMatch(range -> range.contains(port));
    }

    private Match ofFamily(Finding finding) {
        if (inFamily(finding)) {
            return Match.YES;
        }
        return finding.plugin().family().isBlank() ? Match.WITHOUT_FAMILY : Match.NO;
    }

    private Match onHost(Host host) {
        if (hosts.contains(host)) {
            return Match.YES;
        }
        return hosts.decides(host) ? Match.NO : Match.WITHOUT_HOST;
    }

    private Match scores(Finding finding) {
        Risk risk = finding.risk();
        Match cvss = reaches(risk.cvss(), condition.minimumCvss());
        Match vpr = reaches(risk.vpr(), condition.minimumVpr());
        Match epss = reaches(risk.epssPercent(), condition.risk().minimumEpss());
        List<Match> all = List.of(cvss, vpr, epss);
        if (all.contains(Match.NO)) {
            return Match.NO;
        }
        if (!all.contains(Match.WITHOUT_SCORE)) {
            return Match.YES;
        }
        if (missingScore == MissingScore.IGNORE) {
            return Match.NO;
        }
        boolean without =
                finding.plugin().cves().isEmpty() && !finding.plugin().unknown().contains(Plugin.Field.CVE);
        return without ? Match.WITHOUT_CVE : Match.WITHOUT_SCORE;
    }

    private static Match reaches(OptionalDouble score, double minimum) {
        if (minimum == 0) {
            return Match.YES;
        }
        return score.isEmpty() ? Match.WITHOUT_SCORE : score.getAsDouble() >= minimum ? Match.YES : Match.NO;
    }

    private Match age(Finding finding, BuildDay at) {
        int days = condition.risk().olderThanDays();
        if (days == 0) {
            return Match.YES;
        }
        return finding.firstSeen()
                .filter(time -> !at.isFuture(time))
                .map(time -> ChronoUnit.DAYS.between(at.day(time), at.today()) >= days ? Match.YES : Match.NO)
                .orElse(Match.WITHOUT_DATE);
    }
}
