package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.HostKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Returns the key that identifies a host within a table. Hosts with the same {@code Host.identity()} are one host. A
 * host without a name is the named host with the same address, if there is exactly one.
 */
final class HostGrouping implements Function<Host, HostKey> {

    private final Map<String, Set<HostKey>> named = new HashMap<>();

    HostGrouping(Collection<Host> hosts) {
        for (Host host : hosts) {
            HostKey key = host.identity();
            if (!key.ip().isEmpty() && !key.dnsName().isEmpty()) {
                named.computeIfAbsent(key.ip(), ip -> new HashSet<>()).add(key);
            }
        }
    }

    @Override
    public HostKey apply(Host host) {
        HostKey key = host.identity();
        Set<HostKey> others = key.dnsName().isEmpty() ? named.getOrDefault(key.ip(), Set.of()) : Set.of();
        return others.size() == 1 ? others.iterator().next() : key;
    }
}
