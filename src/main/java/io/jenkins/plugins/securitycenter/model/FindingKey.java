package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;

/**
 * Identifies a finding within one read, as the server does: by repository, host, port, protocol and plugin. Names may
 * disappear and spellings may change between scans, which {@code gate.Comparison} takes into account.
 */
public record FindingKey(String repositoryId, HostKey host, int port, String protocol, String pluginId) {

    public FindingKey {
        protocol = protocol.toUpperCase(Locale.ROOT);
    }
}
