package io.jenkins.plugins.securitycenter.remediation;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The findings to verify on one host. Not thread-safe. */
final class HostFindings {

    /** The ports at which the scanner logs in (SSH, RPC, NetBIOS, SMB), for local checks of the host as a whole. */
    private static final Set<Integer> LOGIN_PORTS = Set.of(22, 135, 139, 445);

    private final String host;
    private final SortedMap<String, String> plugins = new TreeMap<>();
    private final SortedSet<Integer> ports = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    HostFindings(String host) {
        this.host = host;
    }

    void add(Finding finding) {
        plugins.put(finding.plugin().id(), finding.plugin().family());
        if (finding.port() == 0) {
            ports.addAll(LOGIN_PORTS);
        } else {
            ports.add(finding.port());
        }
        findings.add(finding);
    }

    String host() {
        return host;
    }

    ResourceReference repository() {
        return findings.get(findings.size() - 1).repository();
    }

    /** Returns the plugin family for each plugin ID. */
    SortedMap<String, String> plugins() {
        return plugins;
    }

    SortedSet<Integer> ports() {
        return ports;
    }

    List<Finding> findings() {
        return findings;
    }
}
