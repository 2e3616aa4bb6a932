package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.HostPattern;
import io.jenkins.plugins.securitycenter.model.ScanTarget;
import java.util.List;

/** The hosts that a gate is limited to; all hosts if there are no patterns. */
record HostScope(List<HostPattern> patterns) {

    /** Returns the hosts of a gate. */
    static HostScope of(Gate gate) {
        return new HostScope(
                gate.condition().scope().host().stream().map(HostPattern::parse).toList());
    }

    boolean all() {
        return patterns.isEmpty();
    }

    /** Returns whether the host is one of them. */
    boolean contains(Host host) {
        Host known = known(host);
        return all() || patterns.stream().anyMatch(pattern -> pattern.matches(known));
    }

    /** Returns whether the host has what all patterns are compared with, so that it is certain whether it is one of them. */
    boolean decides(Host host) {
        Host known = known(host);
        return patterns.stream().allMatch(pattern -> pattern.decides(known));
    }

    /** Returns the host, or that in the URL of a web application if there is neither an address nor a name. */
    private static Host known(Host host) {
        return host.ip().isBlank() && host.dnsName().isBlank() ? webHost(host.url()) : host;
    }

    private static Host webHost(String url) {
        String host = WebAddress.of(url).host();
        try {
            return ScanTarget.parse(host).named()
                    ? new Host("", "", host, "", "", "")
                    : new Host(host, "", "", "", "", "");
        } catch (IllegalArgumentException e) {
            return new Host("", "", "", "", "", "");
        }
    }
}
