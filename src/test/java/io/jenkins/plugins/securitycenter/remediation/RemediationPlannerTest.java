package io.jenkins.plugins.securitycenter.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediationPlannerTest {

    @Test
    void hostsWithTheSamePluginsShareAScan() {
        List<RemediationScan> plan = RemediationPlanner.plan(
                List.of(finding(1, 10, 443), finding(2, 10, 8443), finding(3, 11, 443), finding(1, 10, 444)), 4);

        assertThat(plan).extracting(RemediationScan::hosts).containsExactly(hosts(1, 2), hosts(3));
        assertThat(plan).extracting(scan -> scan.portRange("")).containsExactly("443,444,8443", "443");
        assertThat(plan)
                .extracting(RemediationScan::text)
                .containsExactly("2 hosts, 1 plugin, 3 findings", "1 host, 1 plugin, 1 finding");
    }

    @Test
    void joinsThoseFirstThatAddTheFewestPluginsToHosts() {
        List<Finding> findings = new ArrayList<>();
        IntStream.rangeClosed(1, 10).forEach(plugin -> findings.add(finding(1, plugin, 443)));
        IntStream.rangeClosed(1, 9).forEach(plugin -> findings.add(finding(2, plugin, 443)));
        findings.add(finding(3, 99, 443));

        List<RemediationScan> plan = RemediationPlanner.plan(findings, 2);

        assertThat(plan).extracting(RemediationScan::hosts).containsExactly(hosts(1, 2), hosts(3));
        assertThat(plan.get(0).plugins()).hasSize(10).doesNotContainKey("99");
    }

    @Test
    void oneHostIsNeverInTwoScans() {
        List<Finding> findings = new ArrayList<>();
        for (int host = 0; host < 40; host++) {
            for (int plugin = 0; plugin < 9; plugin++) {
                if ((host * 7 + plugin * 5) % 11 < 4) {
                    findings.add(finding(host, plugin, 443));
                }
            }
        }

        List<RemediationScan> plan = RemediationPlanner.plan(findings, 4);

        assertThat(plan).hasSize(4);
        assertThat(plan.stream().flatMap(scan -> scan.hosts().stream()))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(plan.stream().flatMap(scan -> scan.findings().stream()))
                .containsExactlyInAnyOrderElementsOf(findings);
        for (Finding finding : findings) {
            assertThat(plan)
                    .anyMatch(scan -> scan.hosts().contains(finding.host().ip())
                            && scan.plugins().containsKey(finding.plugin().id()));
        }
    }

    @Test
    void alwaysJoinsTheTwoWithTheLeastWaste() {
        List<Finding> findings = new ArrayList<>();
        for (int host = 0; host < 30; host++) {
            for (int plugin = 0; plugin < 150; plugin++) {
                if ((host * 31 + plugin * 7 + plugin * host) % 13 < 1 + host % 5) {
                    findings.add(finding(host, plugin, 443));
                }
            }
        }
        List<RemediationScan> plan = RemediationPlanner.plan(findings, 30);
        for (int scans = plan.size() - 1; scans > 0; scans--) {
            List<RemediationScan> next = RemediationPlanner.plan(findings, scans);
            assertThat(next).hasSize(scans);
            assertThat(work(next) - work(plan)).isEqualTo(leastWaste(plan));
            plan = next;
        }
    }

    @Test
    void repositoriesAreScannedSeparately() {
        Finding other = SampleFinding.finding()
                .host(host(1))
                .plugin("10")
                .repository("9", "Inside")
                .build();
        List<RemediationScan> plan = RemediationPlanner.plan(List.of(finding(1, 10, 443), other), 2);

        assertThat(plan).extracting(scan -> scan.repository().id()).containsExactly("4", "9");
        assertThatThrownBy(() -> RemediationPlanner.plan(List.of(finding(1, 10, 443), other), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The findings to verify are in 2 repositories, each of which needs a scan, but"
                        + " maximumScans is 1; select fewer findings or increase maximumScans.");
    }

    @Test
    void localChecksOfTheHostAsAWholeNeedThePortsToLogInAt() {
        List<RemediationScan> plan =
                RemediationPlanner.plan(List.of(ofTheHost(Plugin.CheckType.LOCAL), finding(1, 11, 8080)), 4);

        assertThat(plan).extracting(scan -> scan.portRange("1-1024")).containsExactly("22,135,139,445,8080");
    }

    @ParameterizedTest
    @CsvSource({"'', all", "default, all", "all, all", "'1-1024,8080', '1-1024,8080'"})
    void otherChecksOfTheHostAsAWholeMayNeedAnyPort(String original, String range) {
        for (Plugin.CheckType type :
                EnumSet.of(Plugin.CheckType.REMOTE, Plugin.CheckType.SUMMARY, Plugin.CheckType.UNKNOWN)) {
            List<RemediationScan> plan = RemediationPlanner.plan(List.of(ofTheHost(type), finding(1, 11, 8080)), 4);

            assertThat(plan)
                    .extracting(scan -> scan.portRange(original))
                    .as(type.name())
                    .containsExactly(range);
        }
    }

    @Test
    void hostsWithoutAddressesAreScannedByName() {
        Finding nameless = SampleFinding.finding()
                .host(new Host("", "", "web.example.com", "", "", ""))
                .build();

        assertThat(RemediationPlanner.plan(List.of(nameless), 4))
                .extracting(RemediationScan::hosts)
                .containsExactly(List.of("web.example.com"));
    }

    @Test
    void limitsPluginsAndHosts() {
        List<Finding> plugins = IntStream.rangeClosed(0, RemediationPlanner.MOST_PLUGINS)
                .mapToObj(plugin -> finding(1, plugin, 443))
                .toList();
        List<Finding> hosts = IntStream.rangeClosed(0, RemediationPlanner.MOST_HOSTS)
                .mapToObj(host -> finding(host, 10, 443))
                .toList();

        assertThatThrownBy(() -> RemediationPlanner.plan(plugins, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The findings to verify have 201 plugins, but at most 200 can be verified at once;"
                        + " select fewer findings.");
        assertThatThrownBy(() -> RemediationPlanner.plan(hosts, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The findings to verify have 5,001 hosts, but at most 5,000 can be verified at once;"
                        + " select fewer findings.");
        assertThat(RemediationPlanner.plan(hosts.subList(1, hosts.size()), 1)).hasSize(1);
        assertThat(RemediationPlanner.plan(plugins.subList(1, plugins.size()), 1))
                .hasSize(1);
    }

    /** The runs of a plugin against a host. */
    static long work(List<RemediationScan> plan) {
        return plan.stream()
                .mapToLong(scan -> (long) scan.hosts().size() * scan.plugins().size())
                .sum();
    }

    private static long leastWaste(List<RemediationScan> plan) {
        long least = Long.MAX_VALUE;
        for (RemediationScan one : plan) {
            for (RemediationScan other : plan) {
                if (one != other) {
                    Set<String> plugins = new HashSet<>(one.plugins().keySet());
                    plugins.addAll(other.plugins().keySet());
                    long together = (long) plugins.size()
                            * (one.hosts().size() + other.hosts().size());
                    least = Math.min(least, together - work(List.of(one, other)));
                }
            }
        }
        return least;
    }

    private static Finding finding(int host, int plugin, int port) {
        return SampleFinding.finding()
                .host(host(host))
                .plugin(String.valueOf(plugin))
                .port(port)
                .build();
    }

    private static Finding ofTheHost(Plugin.CheckType type) {
        return SampleFinding.finding().host(host(1)).plugin("10", type).port(0).build();
    }

    private static Host host(int number) {
        return new Host("10.0." + number / 256 + "." + number % 256, "", "", "", "", "repositoryID,ip,dnsName");
    }

    private static List<String> hosts(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> host(number).ip()).toList();
    }
}
