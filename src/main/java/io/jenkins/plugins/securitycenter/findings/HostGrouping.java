package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.HostKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Determines which hosts of a table are one. Hosts with the same {@code Host.identity()} are one host. A host without a
 * name is the named host with the same address, if there is exactly one.
 */
final class HostGrouping {

    private HostGrouping() {}

    /** Returns a number for each host, from 0 in the order of their first appearance; hosts that are one have the same. */
    static int[] numbers(Collection<Host> hosts) {
        Map<HostKey, Integer> numbers = new HashMap<>();
        return keys(hosts).stream()
                .mapToInt(key -> numbers.computeIfAbsent(key, any -> numbers.size()))
                .toArray();
    }

    private static List<HostKey> keys(Collection<Host> hosts) {
        List<HostKey> keys = hosts.stream().map(Host::identity).toList();
        Map<String, Set<HostKey>> named = new HashMap<>();
        for (HostKey key : keys) {
            if (!key.ip().isEmpty() && !key.dnsName().isEmpty()) {
                named.computeIfAbsent(key.ip(), ip -> new HashSet<>()).add(key);
            }
        }
        return keys.stream().map(key -> named(key, named)).toList();
    }

    private static HostKey named(HostKey key, Map<String, Set<HostKey>> named) {
        Set<HostKey> others = key.dnsName().isEmpty() ? named.getOrDefault(key.ip(), Set.of()) : Set.of();
        return others.size() == 1 ? others.iterator().next() : key;
    }
}
