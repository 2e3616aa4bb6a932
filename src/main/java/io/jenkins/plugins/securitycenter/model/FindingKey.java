package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;

/** The identity of a finding over time: repository, host, port, protocol and plugin. */
public record FindingKey(String repositoryId, String host, int port, String protocol, String pluginId) {

    public FindingKey {
        protocol = protocol.toUpperCase(Locale.ROOT);
    }
}
