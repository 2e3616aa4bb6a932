package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.HostKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells which hosts of a table are one: those with the same {@code Host.identity()}, and a host without a name is the
 * only one on its address that has a name.
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
