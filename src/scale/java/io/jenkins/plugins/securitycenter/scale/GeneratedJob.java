package io.jenkins.plugins.securitycenter.scale;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.ScanInformation;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A job with some builds, the same for equal numbers. Neighboring jobs of a team share hosts, some hosts are never
 * logged in to, every tenth job finds nothing in its first build, the server of others sends no cross-references, and every
 * other job of a team accepts the risks of further hosts.
 *
 * @param number number of the job, from 0
 * @param findings approximate number of findings of a build
 */
record GeneratedJob(int number, int findings) {

    /** The number of builds of each job. */
    static final int BUILDS = 3;

    private static final int TEAMS = 20;
    private static final int ON_EACH_HOST = 10;
    private static final int SHARED_HOSTS = 2;
    private static final int PLUGINS = 2_000;
    private static final int[] DAYS_AGO = {60, 29, 1};
    private static final ResourceReference REPOSITORY = new ResourceReference("4", "Inside");

    /** Returns the full name of the job, which begins with the folder of its team. */
    String name() {
        return "team-%02d/scan-%04d".formatted(number % TEAMS, number / TEAMS);
    }

    /** Returns the time of a build, from 0, so that its age in whole days stays the same for hours. */
    static Instant time(Instant now, int build) {
        return now.minus(Duration.ofDays(DAYS_AGO[build])).minus(Duration.ofHours(12));
    }

    /** Returns what a build finds. */
    List<Finding> found(Instant now, int build) {
        List<Finding> found = new ArrayList<>();
        for (int host = 0; host < hosts() && !(build == 0 && number % 10 == 3); host++) {
            for (int each = 0; each < ON_EACH_HOST; each++) {
                Random random = new Random(1_000L * host(host) + each);
                int from = random.nextInt(BUILDS) - 1;
                int until = from + 1 + random.nextInt(BUILDS + 1);
                if (from <= build && build < until) {
                    found.add(own(host(host), finding(host(host), each, random, time(now, Math.max(from, 0)))));
                }
            }
        }
        return found;
    }

    /** Returns a finding as this job records it, unlike other jobs that find it. */
    private Finding own(int host, Finding finding) {
        int inTeam = number / TEAMS;
        Finding judged = inTeam % 2 == 0 && host % 7 == 1 ? finding.accepted("agreed") : finding;
        Plugin plugin = judged.plugin();
        return inTeam % 5 != 3
                ? judged
                : new Finding(
                        new Plugin(
                                plugin.id(),
                                plugin.name(),
                                plugin.family(),
                                plugin.synopsis(),
                                plugin.description(),
                                plugin.solution(),
                                plugin.cves(),
                                plugin.seeAlso(),
                                plugin.checkType(),
                                List.of(),
                                plugin.patchPublished(),
                                false),
                        judged.severity(),
                        judged.host(),
                        judged.port(),
                        judged.protocol(),
                        judged.repository(),
                        judged.risk(),
                        judged.firstSeen(),
                        judged.lastSeen(),
                        judged.output());
    }

    /** Returns what a build reports about the logins to its hosts. */
    List<Finding> reports(int build) {
        List<Finding> reports = new ArrayList<>();
        for (int host = 0; host < hosts(); host++) {
            String login = loggedIn(host(host), build) ? "yes, as 'scan' via ssh" : "no";
            reports.add(row(
                    host(host),
                    plugin(ScanInformation.PLUGIN, "Nessus Scan Information", Plugin.CheckType.SUMMARY, List.of()),
                    Severity.INFO,
                    0,
                    Optional.empty(),
                    "Credentialed checks : " + login + "\nPort range : all\n"));
        }
        return reports;
    }

    private static boolean loggedIn(int host, int build) {
        return switch (host % 12) {
            case 0 -> false;
            case 1 -> build == 0;
            case 2 -> build <= 1;
            default -> true;
        };
    }

    private int hosts() {
        return Math.max(SHARED_HOSTS + 1, findings / ON_EACH_HOST);
    }

    /** Returns the number of a host among the hosts of all jobs. */
    private int host(int index) {
        int own = hosts() - SHARED_HOSTS;
        return number % TEAMS * 1_000_000 + number / TEAMS * own + index;
    }

    private static Finding finding(int host, int each, Random random, Instant from) {
        int number = random.nextInt(PLUGINS);
        boolean known = number % 50 == 7;
        List<String> xrefs = known
                ? List.of("CISA-KNOWN-EXPLOITED:"
                        + LocalDate.of(2026, 1, 1)
                                .plusDays(number % 300)
                                .toString()
                                .replace('-', '/'))
                : List.of();
        Plugin.CheckType type = number % 2 == 0 ? Plugin.CheckType.LOCAL : Plugin.CheckType.REMOTE;
        return row(
                host,
                plugin(Integer.toString(20_000 + number), "Weakness " + number + " of a Server", type, xrefs),
                Severity.values()[known ? 4 : number % 5],
                443 + each,
                Optional.of(from.minus(Duration.ofHours(random.nextInt(24 * 90)))),
                text("Installed version : " + random.nextInt(100), random, 200));
    }

    private static Finding row(
            int host, Plugin plugin, Severity severity, int port, Optional<Instant> firstSeen, String output) {
        String ip = "10." + (host / 1_000_000) + "." + (host % 1_000_000 >> 8) + "." + (host % 1_000_000 & 255);
        return new Finding(
                plugin,
                severity,
                new Host(ip, "", "host" + host + ".example.com", "HOST" + host, "", "repositoryID,ip,dnsName"),
                port,
                "TCP",
                REPOSITORY,
                new Risk(
                        host % 7 == 0,
                        OptionalDouble.of(severity.ordinal() * 2),
                        3,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        host % 31 == 0,
                        "",
                        false),
                firstSeen,
                firstSeen,
                output);
    }

    private static Plugin plugin(String id, String name, Plugin.CheckType type, List<String> xrefs) {
        Random random = new Random(id.hashCode());
        return new Plugin(
                id,
                name,
                "Family " + random.nextInt(40),
                text("The server has a weakness", random, 80),
                text("According to its version, the server", random, 400),
                text("Upgrade to version " + random.nextInt(100), random, 100),
                List.of("CVE-2025-" + (10_000 + random.nextInt(30_000))),
                List.of("https://example.com/advisories/" + id),
                type,
                xrefs,
                Optional.empty());
    }

    private static String text(String start, Random random, int length) {
        StringBuilder text = new StringBuilder(start);
        while (text.length() < length) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static final String[] WORDS =
            ("the of a remote host version server attacker could allow execute arbitrary code memory buffer overflow"
                            + " request crafted unauthenticated denial service library update vendor patch affected"
                            + " therefore multiple vulnerabilities exploit this issue cause disclosure information")
                    .split(" ");
}
