package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What a scan looks at.
 *
 * @param plugins the ids of its plugins; empty for all
 * @param ports ports and ranges with commas, or {@code default}, which includes all of the catalogue
 * @param targets the addresses; null for all of its population
 */
record ScanScope(Set<String> plugins, String ports, Targets targets) {
    static final String DEFAULT_PORTS = "default";

    /** Everything. */
    static final ScanScope ALL = new ScanScope(Set.of(), DEFAULT_PORTS, null);

    /** What a policy selects, of hosts with these addresses; everything if it names no plugins. */
    static ScanScope of(JsonNode policy, String ipList) {
        Set<String> plugins = new HashSet<>();
        policy.path("families")
                .forEach(family -> family.path("plugins").forEach(plugin -> plugins.add(Json.id(plugin))));
        return plugins.isEmpty()
                ? ALL
                : new ScanScope(
                        plugins,
                        Json.text(policy.path("preferences"), "portscan_range", DEFAULT_PORTS),
                        Targets.parse(ipList));
    }

    ScanScope ofPorts(String list) {
        return new ScanScope(plugins, list, targets);
    }

    boolean sees(CataloguePlugin plugin, SimulatedHost host) {
        return hasHost(host) && (plugins.isEmpty() || plugins.contains(plugin.id()));
    }

    boolean hasHost(SimulatedHost host) {
        return targets == null || targets.contain(host.address());
    }

    boolean hasPort(int port) {
        if (ports.equals(DEFAULT_PORTS)) {
            return true;
        }
        for (String range : ports.split(",")) {
            String[] ends = range.split("-");
            if (port >= Integer.parseInt(ends[0]) && port <= Integer.parseInt(ends[ends.length - 1])) {
                return true;
            }
        }
        return false;
    }
}
