package io.jenkins.plugins.securitycenter.remediation;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A scan that verifies findings: some plugins against some hosts.
 *
 * @param hosts addresses or names
 * @param plugins the name of the plugin family for each plugin ID
 * @param ports the ports to scan, without 0
 * @param findings the findings that it verifies
 */
public record RemediationScan(
        ResourceReference repository,
        List<String> hosts,
        SortedMap<String, String> plugins,
        SortedSet<Integer> ports,
        List<Finding> findings) {

    private static final String ALL = "all";
    private static final String DEFAULT = "default";

    public RemediationScan {
        hosts = List.copyOf(hosts);
        findings = List.copyOf(findings);
        plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    /**
     * Returns the ports as the preference {@code portscan_range} of a policy, for example {@code 22,443}. Checks of a whole
     * host that need no login may depend on any port, so with their findings it is the range of the original scan, or all
     * ports if that range is not known or may not contain those of the other findings.
     *
     * @param original the preference of the policy of the original scan; empty if unknown
     */
    public String portRange(String original) {
        if (findings.stream().anyMatch(RemediationScan::dependsOnAnyPort)) {
            return original.isBlank() || original.strip().equalsIgnoreCase(DEFAULT) ? ALL : original;
        }
        return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static boolean dependsOnAnyPort(Finding finding) {
        return finding.port() == 0 && finding.plugin().checkType() != Plugin.CheckType.LOCAL;
    }

    /** Returns the size of the scan for the build log, for example "2 hosts, 1 plugin, 3 findings". */
    public String text() {
        return count(hosts.size(), "host") + ", " + count(plugins.size(), "plugin") + ", "
                + count(findings.size(), "finding");
    }

    private static String count(int number, String noun) {
        return Digits.grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
