package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One finding: what a plugin reported for a port of a host. Read from the rows of {@code POST /analysis}, tools {@code
 * vulndetails} and {@code listvuln}; the latter leaves most strings empty.
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

    private static final String OUTPUT_START = "<plugin_output>";
    private static final String OUTPUT_END = "</plugin_output>";

    /** Reads a row of a server whose scale of EPSS scores is not known, see {@link #of(Attributes, EpssScale)}. */
    public static Finding of(Attributes row) {
        return of(row, EpssScale.AUTO);
    }

    /**
     * Reads a row.
     *
     * @throws UnreadableValueException if the row has no plugin id or severity, or its port, protocol, times, scores or
     *     exploit flag are invalid
     */
    public static Finding of(Attributes row, EpssScale epss) {
        ExactAttributes exact = row.exact();
        exact.id("pluginID");
        return new Finding(
                Plugin.of(row),
                exact.severity("severity"),
                Host.of(row),
                exact.port("port"),
                exact.protocol("protocol"),
                repository(row),
                Risk.of(row, epss),
                exact.time("firstSeen"),
                exact.time("lastSeen"),
                output(row.text("pluginText")));
    }

    /** Reads a row of tool {@code sumip}: a finding with only the host and its repository set. */
    public static Finding ofHost(Attributes row) {
        return new Finding(
                Plugin.NONE,
                Severity.INFO,
                Host.of(row),
                0,
                "",
                repository(row),
                Risk.NONE,
                Optional.empty(),
                Optional.empty(),
                "");
    }

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

    private static ResourceReference repository(Attributes row) {
        return row.reference("repository").orElse(new ResourceReference("", ""));
    }

    private static String output(String text) {
        return ComplianceOutput.readable(
                text.startsWith(OUTPUT_START) && text.endsWith(OUTPUT_END)
                        ? text.substring(OUTPUT_START.length(), text.length() - OUTPUT_END.length())
                        : text);
    }
}
