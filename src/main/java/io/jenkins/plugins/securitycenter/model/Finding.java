package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One finding: a plugin that reported something for a port of a host. Read from the rows of {@code POST /analysis},
 * tools {@code vulndetails} and {@code listvuln}; the latter leaves most texts empty.
 *
 * @param port 0 for a finding about the host as a whole
 * @param protocol for example {@code TCP}
 * @param output what the plugin printed, or the result of a compliance check in lines: text from the scanned host, never to be trusted
 */
public record Finding(
        Plugin plugin,
        Severity severity,
        Host host,
        int port,
        String protocol,
        Reference repository,
        Risk risk,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        String output) {

    /** The highest port. */
    public static final int MOST_PORTS = 65_535;

    private static final String OUTPUT_START = "<plugin_output>";
    private static final String OUTPUT_END = "</plugin_output>";

    /**
     * Reads a row.
     *
     * @throws NotUnderstoodException when it does not name its plugin and its severity, or has a value that is not
     *     understood in place of its port, protocol, times, scores or known exploit
     */
    public static Finding of(Attributes row) {
        ExactAttributes exact = row.exact();
        exact.id("pluginID");
        return new Finding(
                Plugin.of(row),
                exact.severity("severity"),
                Host.of(row),
                exact.port("port"),
                exact.protocol("protocol"),
                repository(row),
                Risk.of(row),
                exact.time("firstSeen"),
                exact.time("lastSeen"),
                output(row.text("pluginText")));
    }

    /** Reads a row of tool {@code sumip}: a finding of which only the host and its repository are set. */
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

    /** What tells this finding apart from all others of one reading. */
    public FindingKey key() {
        return new FindingKey(repository.id(), host.key(), port, protocol, plugin.id());
    }

    /** The same finding without the texts that describe it and what the plugin printed. */
    public Finding brief() {
        return new Finding(plugin.brief(), severity, host, port, protocol, repository, risk, firstSeen, lastSeen, "");
    }

    private static Reference repository(Attributes row) {
        return row.reference("repository").orElse(new Reference("", ""));
    }

    private static String output(String text) {
        return ComplianceText.readable(
                text.startsWith(OUTPUT_START) && text.endsWith(OUTPUT_END)
                        ? text.substring(OUTPUT_START.length(), text.length() - OUTPUT_END.length())
                        : text);
    }
}
