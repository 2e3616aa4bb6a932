package io.jenkins.plugins.securitycenter.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the findings of the rows of {@code POST /analysis}, tools {@code vulndetails}, {@code listvuln} and {@code sumip}.
 * Findings share the plugins, hosts and risks that repeat. Not thread-safe.
 */
public final class FindingReader {

    private static final List<String> REPOSITORY = List.of("repository");
    private static final List<String> SEVERITY = List.of("severity");
    private static final List<String> PROTOCOL = List.of("protocol");
    private static final List<String> OTHERS = List.of("port", "firstSeen", "lastSeen", "pluginText");

    /** The fields whose values many rows have, by their API names. */
    public static final List<String> SHARED_FIELDS =
            all(Stream.of(Plugin.FIELDS, Risk.FIELDS, REPOSITORY, SEVERITY, PROTOCOL));

    /** The fields that are read, by their API names. */
    public static final List<String> FIELDS = all(Stream.of(SHARED_FIELDS, Host.FIELDS, OTHERS));

    private static final String OUTPUT_START = "<plugin_output>";
    private static final String OUTPUT_END = "</plugin_output>";
    private static final int MOST_HOSTS = 2048;
    private static final int MOST_SMALL = 64;
    /** Descriptions of plugins are long, so fewer of them are kept if the heap is small. */
    private static final int MOST_PLUGINS =
            (int) Math.min(4096, Runtime.getRuntime().maxMemory() / (64 * 1024));

    private final ValueMemo<Plugin> plugins = new ValueMemo<>(FindingReader::plugin, Plugin.FIELDS, MOST_PLUGINS);
    private final ValueMemo<Host> hosts = new ValueMemo<>(Host::of, Host.FIELDS, MOST_HOSTS);
    private final ValueMemo<ResourceReference> repositories =
            new ValueMemo<>(FindingReader::repository, REPOSITORY, MOST_SMALL);
    private final ValueMemo<Severity> severities =
            new ValueMemo<>(row -> row.exact().severity("severity"), SEVERITY, MOST_SMALL);
    private final ValueMemo<String> protocols =
            new ValueMemo<>(row -> row.exact().protocol("protocol"), PROTOCOL, MOST_SMALL);
    private final ValueMemo<Risk> risks;

    /** @param epss how the server writes EPSS scores */
    public FindingReader(EpssScale epss) {
        Function<Attributes, Risk> risk = row -> Risk.of(row, epss);
        this.risks = new ValueMemo<>(risk, Risk.FIELDS, MOST_PLUGINS);
    }

    /**
     * Reads a row.
     *
     * @throws UnreadableValueException if the row has no plugin id or severity, or its port, protocol, times, scores or
     *     exploit flag are invalid
     */
    public Finding read(Attributes row) {
        ExactAttributes exact = row.exact();
        return new Finding(
                plugins.of(row),
                severities.of(row),
                hosts.of(row),
                exact.port("port"),
                protocols.of(row),
                repositories.of(row),
                risks.of(row),
                exact.time("firstSeen"),
                exact.time("lastSeen"),
                output(row.text("pluginText")));
    }

    /** Reads a row of tool {@code sumip}: a finding with only the host and its repository set. */
    public Finding readHost(Attributes row) {
        return new Finding(
                Plugin.NONE,
                Severity.INFO,
                hosts.of(row),
                0,
                "",
                repositories.of(row),
                Risk.NONE,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static List<String> all(Stream<List<String>> names) {
        return names.flatMap(List::stream).distinct().toList();
    }

    private static Plugin plugin(Attributes row) {
        row.exact().id("pluginID");
        return Plugin.of(row);
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
