package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One finding: what a plugin reported for a port of a host. Read from the rows of {@code POST /analysis} by
 * {@link FindingReader}.
 *
 * @param port 0 for a finding about the host as a whole
 * @param protocol for example {@code TCP}
 * @param output the output of the plugin, or the formatted result of a compliance check; untrusted text from the
 *     scanned host
 */
public record Finding(
        Plugin plugin,
        Severity severity,
        Host host,
        int port,
        String protocol,
        ResourceReference repository,
        Risk risk,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        String output) {

    /** The highest valid port. */
    public static final int MOST_PORTS = 65_535;

    /** Returns the key that identifies this finding among all findings of one read. */
    public FindingKey key() {
        return new FindingKey(repository.id(), host.key(), port, protocol, plugin.id());
    }

    /** Returns this finding with that time as the first at which it was seen. */
    public Finding firstSeenAt(Instant time) {
        return new Finding(
                plugin, severity, host, port, protocol, repository, risk, Optional.of(time), lastSeen, output);
    }

    /** Returns this finding with an accepted risk. */
    public Finding accepted(String comment) {
        return new Finding(
                plugin,
                severity,
                host,
                port,
                protocol,
                repository,
                risk.acceptedWith(comment),
                firstSeen,
                lastSeen,
                output);
    }

    /** Returns this finding with another plugin output. */
    public Finding withOutput(String text) {
        return new Finding(plugin, severity, host, port, protocol, repository, risk, firstSeen, lastSeen, text);
    }

    /** Returns this finding without descriptions and plugin output. */
    public Finding brief() {
        return new Finding(plugin.brief(), severity, host, port, protocol, repository, risk, firstSeen, lastSeen, "");
    }
}
