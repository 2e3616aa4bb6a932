package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;

/**
 * The identity of a finding within one reading, which is the server's own: repository, host, port, protocol and plugin.
 * From one scan to the next, names may vanish and spellings change: {@code gate.Comparison} sees to that.
 */
public record FindingKey(String repositoryId, HostKey host, int port, String protocol, String pluginId) {

    public FindingKey {
        protocol = protocol.toUpperCase(Locale.ROOT);
    }
}
