package io.jenkins.plugins.securitycenter.remediation;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The hosts of one scan, all in one repository. Not thread-safe. */
final class HostGroup {

    private final List<HostFindings> hosts;
    /** The plugins, by their numbers. Thousands of groups are compared with each other, which a set is too slow for. */
    private final long[] plugins;

    private final int pluginCount;

    /** @param plugins the plugins of the host: bit 0 of the first element is plugin 0 */
    HostGroup(HostFindings host, long[] plugins) {
        this(List.of(host), plugins);
    }

    private HostGroup(List<HostFindings> hosts, long[] plugins) {
        this.hosts = hosts;
        this.plugins = plugins;
        pluginCount = count(plugins, plugins);
    }

    /** Returns a group of the hosts of both. */
    HostGroup with(HostGroup other) {
        long[] both = plugins.clone();
        for (int word = 0; word < both.length; word++) {
            both[word] |= other.plugins[word];
        }
        return new HostGroup(Stream.concat(hosts.stream(), other.hosts.stream()).toList(), both);
    }

    /** Returns how many more times a plugin runs against a host if the two groups share a scan; -1 if they cannot. */
    long waste(HostGroup other) {
        if (!repositoryId().equals(other.repositoryId())) {
            return -1;
        }
        long both = count(plugins, other.plugins);
        return hosts.size() * (both - pluginCount) + other.hosts.size() * (both - other.pluginCount);
    }

    private static int count(long[] one, long[] other) {
        int count = 0;
        for (int word = 0; word < one.length; word++) {
            count += Long.bitCount(one[word] | other[word]);
        }
        return count;
    }

    private String repositoryId() {
        return hosts.get(0).repository().id();
    }

    RemediationScan scan() {
        SortedMap<String, String> families = new TreeMap<>();
        SortedSet<Integer> ports = new TreeSet<>();
        for (HostFindings host : hosts) {
            families.putAll(host.plugins());
            ports.addAll(host.ports());
        }
        return new RemediationScan(
                hosts.get(0).repository(),
                hosts.stream().map(HostFindings::host).toList(),
                families,
                ports,
                hosts.stream().flatMap(host -> host.findings().stream()).toList());
    }
}
