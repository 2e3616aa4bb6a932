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

    private static final String OUTPUT_START = "<plugin_output>";
    private static final String OUTPUT_END = "</plugin_output>";

    public static Finding of(Attributes row) {
        return new Finding(
                Plugin.of(row),
                severity(row),
                Host.of(row),
                (int) row.number("port", 0),
                row.text("protocol"),
                row.reference("repository").orElse(new Reference("", "")),
                Risk.of(row),
                row.time("firstSeen"),
                row.time("lastSeen"),
                output(row.text("pluginText")));
    }

    /** What makes this the same finding in the next scan. */
    public FindingKey key() {
        return new FindingKey(repository.id(), host.identity(), port, protocol, plugin.id());
    }

    /** The same finding without the texts that describe it and what the plugin printed. */
    public Finding brief() {
        return new Finding(plugin.brief(), severity, host, port, protocol, repository, risk, firstSeen, lastSeen, "");
    }

    private static Severity severity(Attributes row) {
        long id = row.object("severity").number("id", row.number("severity", 0));
        return Severity.ofId(id).orElse(Severity.INFO);
    }

    private static String output(String text) {
        return ComplianceText.readable(
                text.startsWith(OUTPUT_START) && text.endsWith(OUTPUT_END)
                        ? text.substring(OUTPUT_START.length(), text.length() - OUTPUT_END.length())
                        : text);
    }
}
