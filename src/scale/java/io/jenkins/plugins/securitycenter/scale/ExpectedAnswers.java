package io.jenkins.plugins.securitycenter.scale;

import io.jenkins.plugins.securitycenter.export.RecordedBuild;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ScannedHost;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.ArchivedRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The answers, computed from the records themselves and not from files. */
final class ExpectedAnswers {

    private static final long RECENT_DAYS = 30;
    private static final double SECONDS_OF_DAY = 86_400;

    private static final class Team {
        private final Set<Long> open = new HashSet<>();
        private final Set<Long> unknown = new HashSet<>();
        private final Set<Long> unaccepted = new HashSet<>();
        private Optional<LocalDate> due = Optional.empty();

        private String counts() {
            Set<Long> accepted = new HashSet<>(open);
            accepted.removeAll(unaccepted);
            Set<Long> others = new HashSet<>(unknown);
            others.removeAll(open);
            return open.size() + " " + accepted.size() + " " + others.size() + " "
                    + due.map(LocalDate::toString).orElse("-");
        }
    }

    private record Login(String team, String host, Instant scanned, Optional<Instant> loggedIn) {

        private Login with(Login other) {
            return new Login(
                    team.compareTo(other.team) <= 0 ? team : other.team,
                    host,
                    scanned.isAfter(other.scanned) ? scanned : other.scanned,
                    loggedIn.isEmpty()
                                    || other.loggedIn
                                            .filter(loggedIn.get()::isBefore)
                                            .isPresent()
                            ? other.loggedIn
                            : loggedIn);
        }
    }

    private final Instant now;
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<Long, Login> logins = new HashMap<>();
    private final Map<Severity, Map<Long, Double>> fixes = new EnumMap<>(Severity.class);
    private long findings;
    private long hosts;

    ExpectedAnswers(Instant now) {
        this.now = now;
    }

    /** Adds a build; the last one of a job is the current one. */
    void add(RecordedBuild build, ArchivedRecord written, boolean last) {
        findings += written.findings().size();
        hosts += written.hosts().size();
        String team = build.job().substring(0, build.job().indexOf('/'));
        Instant time = build.time().orElseThrow();
        for (RecordedFinding recorded : written.findings()) {
            Finding finding = recorded.finding();
            long fingerprint = Fingerprint.of(finding);
            if (recorded.state() == FindingState.FIXED) {
                double days = Duration.between(finding.firstSeen().orElseThrow(), time)
                                .toSeconds()
                        / SECONDS_OF_DAY;
                fixes.computeIfAbsent(finding.severity(), severity -> new HashMap<>())
                        .merge(fingerprint, days, Math::min);
            } else if (last && finding.plugin().listedByCisa().orElse(true)) {
                add(teams.computeIfAbsent(team, name -> new Team()), fingerprint, recorded);
            }
        }
        for (ScannedHost host : written.hosts()) {
            boolean loggedIn = host.loggedIn().orElse(false);
            logins.merge(
                    Fingerprint.of(host.repository().id(), host.host()),
                    new Login(team, host.host().dnsName(), time, loggedIn ? Optional.of(time) : Optional.empty()),
                    Login::with);
        }
    }

    private static void add(Team team, long fingerprint, RecordedFinding recorded) {
        (recorded.finding().plugin().knownExploited() ? team.open : team.unknown).add(fingerprint);
        if (!recorded.finding().risk().accepted() && !recorded.suppressed()) {
            team.unaccepted.add(fingerprint);
        }
        Optional<LocalDate> due = recorded.finding().plugin().cisaDueDate();
        team.due = team.due
                .filter(date -> due.isEmpty() || date.isBefore(due.get()))
                .or(() -> due);
    }

    /** Returns the number of lines of all files. */
    long lines() {
        return findings + hosts;
    }

    List<String> of(Question question) {
        return switch (question) {
            case KNOWN_EXPLOITED -> knownExploited();
            case LOGINS -> logins();
            case TIME_TO_FIX -> timeToFix();
        };
    }

    private List<String> knownExploited() {
        return teams.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Team> team) ->
                                -team.getValue().open.size())
                        .thenComparing(Map.Entry::getKey))
                .map(team -> team.getKey() + " " + team.getValue().counts())
                .toList();
    }

    private List<String> logins() {
        return logins.values().stream()
                .filter(login -> days(login.scanned) <= RECENT_DAYS)
                .filter(login ->
                        login.loggedIn.map(time -> days(time) > RECENT_DAYS).orElse(true))
                .sorted(Comparator.comparing(Login::team).thenComparing(Login::host))
                .map(login -> login.team + " " + login.host + " " + (int) days(login.scanned) + " "
                        + login.loggedIn
                                .map(time -> Integer.toString((int) days(time)))
                                .orElse("-"))
                .toList();
    }

    private double days(Instant time) {
        return Duration.between(time, now).toSeconds() / SECONDS_OF_DAY;
    }

    private List<String> timeToFix() {
        Map<BigDecimal, List<String>> rows = new TreeMap<>();
        fixes.forEach((severity, days) -> rows.computeIfAbsent(
                        BigDecimal.valueOf(median(days.values())).setScale(1, RoundingMode.HALF_UP),
                        median -> new ArrayList<>())
                .add(severity.label() + " " + days.size() + " "));
        List<String> sorted = new ArrayList<>();
        rows.forEach((days, lines) -> lines.stream().sorted().forEach(line -> sorted.add(line + days.toPlainString())));
        return sorted;
    }

    private static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
