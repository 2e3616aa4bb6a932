package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter.Counts;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Failure;
import io.jenkins.plugins.securitycenter.export.Markdown;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The state of the plugin as Markdown, for people who help administrators. It contains no user names, no secrets, no
 * sentences of servers and nothing about findings.
 *
 * @param version the version of the plugin; empty if unknown
 * @param counts what was done since Jenkins started
 */
public record SupportReport(String version, Counts counts, List<KnownServer> servers, Instant now) {

    private static final int LISTED = 100;

    /**
     * A configured server.
     *
     * @param failures its last failures, the newest one first
     */
    public record KnownServer(ServerReport report, List<Failure> failures) {}

    /** Returns the report. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# SecurityCenter\n\n");
        item(text, "Plugin version", version.isEmpty() ? "Unknown" : version);
        item(text, "Servers", Digits.grouped(servers.size()));
        text.append("\n## Since Jenkins started\n\n");
        item(text, "Requests", Digits.grouped(counts.requests()));
        item(text, "Failed or rejected requests", Digits.grouped(counts.failures()));
        item(text, "Repeated requests", Digits.grouped(counts.repetitions()));
        item(text, "Polls", Digits.grouped(counts.polls()));
        item(text, "Findings read", Digits.grouped(counts.findings()));
        servers.forEach(server -> append(text, server));
        return text.toString();
    }

    private void append(StringBuilder text, KnownServer server) {
        ServerReport report = server.report();
        ServerSummary summary = new ServerSummary(report, now, Locale.ENGLISH);
        text.append("\n## Server ").append(Markdown.line(summary.name())).append("\n\n");
        item(text, "Host", host(summary.url()));
        item(text, "Last check", summary.checked());
        item(text, "Result of the last check", result(report));
        item(text, "Reachable", summary.reachable());
        item(text, "Version", summary.version());
        item(text, "License", summary.license());
        item(text, "Plugin feed", summary.feed());
        item(text, "Certificate expires", summary.certificate());
        item(text, "Requests in the last hour", summary.requests());
        item(text, "Open sessions", summary.sessions());
        item(text, "Problems", problems(report));
        item(
                text,
                "Parts that the last check could not read",
                Digits.grouped(summary.gaps().size()));
        list(text, "Waiting builds", summary.waitingBuilds());
        list(text, "Leftovers", summary.leftoverTexts());
        list(
                text,
                "Last failures",
                server.failures().stream().map(SupportReport::line).toList());
    }

    private static String result(ServerReport report) {
        return report.state()
                .map(state -> state.problem().isPresent() ? "Failed" : "Succeeded")
                .orElse("None");
    }

    /** Returns the kinds of problems. Their sentences name accounts, and quote servers. */
    private String problems(ServerReport report) {
        ServerProblems problems = new ServerProblems(report, now);
        String found = Arrays.stream(ProblemType.values())
                .filter(type -> !problems.sentences(type).isEmpty())
                .map(EnumWords::of)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "None" : found;
    }

    private static String line(Failure failure) {
        return TimeFormat.minute(failure.time()) + ": could not " + failure.operation() + ": " + failure.cause();
    }

    /** Returns the host and port of the URL, because the rest may contain anything. */
    private static String host(String url) {
        try {
            URI address = new URI(url.strip());
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            return address.getHost() == null ? "Not valid" : address.getHost() + port;
        } catch (URISyntaxException e) {
            return "Not valid";
        }
    }

    private static void list(StringBuilder text, String name, List<String> lines) {
        item(text, name, Digits.grouped(lines.size()));
        lines.stream()
                .limit(LISTED)
                .forEach(line ->
                        text.append("    * ").append(Markdown.line(line)).append('\n'));
    }

    private static void item(StringBuilder text, String name, String value) {
        text.append("* ").append(name).append(": ").append(Markdown.line(value)).append('\n');
    }
}
