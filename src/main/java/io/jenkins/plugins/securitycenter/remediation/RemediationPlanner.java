package io.jenkins.plugins.securitycenter.remediation;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans the remediation scans that verify findings. Each scan runs all of its plugins against all of its hosts, so hosts
 * with the same plugins share a scan, and of more scans than allowed those are joined first that add the fewest plugins
 * to hosts that do not need them.
 */
public final class RemediationPlanner {

    /** The default of the maximum number of scans. */
    public static final int USUAL_SCANS = 4;

    /** The highest maximum number of scans. */
    public static final int MOST_SCANS = 20;

    static final int MOST_PLUGINS = 200;
    static final int MOST_HOSTS = 5_000;

    private RemediationPlanner() {}

    /**
     * Plans the scans; the same findings in the same order yield the same scans.
     *
     * @param findings findings that {@link VerificationObstacle} does not exclude
     * @throws IllegalArgumentException if they need too many scans, plugins or hosts, with a message for the user
     */
    public static List<RemediationScan> plan(Collection<Finding> findings, int maximumScans) {
        Map<String, Map<String, HostFindings>> repositories = new TreeMap<>();
        Map<String, Integer> plugins = new HashMap<>();
        for (Finding finding : findings) {
            plugins.putIfAbsent(finding.plugin().id(), plugins.size());
            repositories
                    .computeIfAbsent(finding.repository().id(), id -> new LinkedHashMap<>())
                    .computeIfAbsent(VerificationObstacle.target(finding.host()), HostFindings::new)
                    .add(finding);
        }
        check(plugins.size(), repositories, maximumScans);
        List<HostGroup> groups = repositories.values().stream()
                .flatMap(hosts -> samePlugins(hosts.values(), plugins).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        return new GroupMerger(groups)
                .merge(maximumScans).stream().map(HostGroup::scan).toList();
    }

    private static void check(int plugins, Map<String, Map<String, HostFindings>> repositories, int maximumScans) {
        int hosts = repositories.values().stream().mapToInt(Map::size).sum();
        if (plugins > MOST_PLUGINS) {
            throw tooMany(plugins, "plugins", MOST_PLUGINS);
        }
        if (hosts > MOST_HOSTS) {
            throw tooMany(hosts, "hosts", MOST_HOSTS);
        }
        if (repositories.size() > maximumScans) {
            throw new IllegalArgumentException("The findings to verify are in " + repositories.size()
                    + " repositories, each of which needs a scan, but maximumScans is " + maximumScans
                    + "; select fewer findings or increase maximumScans.");
        }
    }

    private static IllegalArgumentException tooMany(int number, String nouns, int most) {
        return new IllegalArgumentException("The findings to verify have " + Digits.grouped(number) + " " + nouns
                + ", but at most " + Digits.grouped(most) + " can be verified at once; select fewer findings.");
    }

    private static Collection<HostGroup> samePlugins(Collection<HostFindings> hosts, Map<String, Integer> numbers) {
        Map<Set<String>, HostGroup> groups = new LinkedHashMap<>();
        for (HostFindings host : hosts) {
            Set<String> plugins = host.plugins().keySet();
            groups.merge(plugins, new HostGroup(host, bits(plugins, numbers)), HostGroup::with);
        }
        return groups.values();
    }

    private static long[] bits(Set<String> plugins, Map<String, Integer> numbers) {
        BitSet bits = new BitSet();
        plugins.forEach(plugin -> bits.set(Objects.requireNonNull(numbers.get(plugin))));
        return Arrays.copyOf(bits.toLongArray(), (numbers.size() + Long.SIZE - 1) / Long.SIZE);
    }
}
