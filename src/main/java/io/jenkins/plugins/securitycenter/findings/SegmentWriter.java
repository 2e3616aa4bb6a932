package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the columns of findings in segments. Each segment also contains the names of the plugins and hosts that it is
 * the first to use.
 */
final class SegmentWriter {

    static final int MOST_ROWS = 4096;
    private static final int MOST_NUMBERS = 0xFFFF;

    private final SectionWriter sections;
    private final FileFooter footer;
    private final FindingColumns columns = new FindingColumns(MOST_ROWS);
    private final PluginIndex plugins;
    private final Map<FieldDigest.Value, Integer> hosts = new HashMap<>();
    /** The host of the last finding, which the findings of a host share. */
    private @Nullable Host lastHost;

    private int lastNumber;
    /** The numbers of protocols, which are strings, and of repositories, which are references. */
    private final Map<Object, Integer> numbers = new HashMap<>();

    private final List<Plugin> newPlugins = new ArrayList<>();
    private final List<Host> newHosts = new ArrayList<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(buffer);

    SegmentWriter(SectionWriter sections, FileFooter footer) {
        this.sections = sections;
        this.footer = footer;
        plugins = new PluginIndex(sections, footer.plugins());
    }

    /** Adds the columns of the finding and returns the number of its plugin. */
    int add(RecordedFinding recorded) throws IOException {
        Finding finding = recorded.finding();
        int plugin = plugin(finding.plugin());
        columns.add(
                recorded,
                new FindingColumns.Indexes(
                        plugin,
                        host(finding.host()),
                        number(footer.protocols(), finding.protocol()),
                        number(footer.repositories(), finding.repository())));
        if (columns.rows() == MOST_ROWS) {
            end();
        }
        return plugin;
    }

    /** Writes the remaining rows. */
    void end() throws IOException {
        if (columns.rows() == 0) {
            return;
        }
        columns.drainTo(out);
        out.writeInt(newPlugins.size());
        for (Plugin plugin : newPlugins) {
            FindingCodec.writePlugin(out, plugin.withSolution(FixParser.MOST_CHARACTERS));
        }
        out.writeInt(newHosts.size());
        for (Host host : newHosts) {
            FindingCodec.writeHost(out, host);
        }
        newPlugins.clear();
        newHosts.clear();
        footer.segments().add(sections.compressed(buffer));
    }

    private int plugin(Plugin plugin) throws IOException {
        int before = footer.plugins().size();
        int number = plugins.number(plugin);
        if (number == before) {
            newPlugins.add(plugin);
        }
        return number;
    }

    private int host(Host host) throws IOException {
        if (!host.equals(lastHost)) {
            lastNumber = numberByFields(host);
            lastHost = host;
        }
        return lastNumber;
    }

    private int numberByFields(Host host) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FindingCodec.writeHost(new DataOutputStream(bytes), host);
        // a digest takes less memory than the host
        Integer known = hosts.putIfAbsent(FieldDigest.PLAIN.value(bytes.toByteArray()), hosts.size());
        if (known != null) {
            return known;
        }
        newHosts.add(host);
        return hosts.size() - 1;
    }

    private <T> int number(List<T> known, T value) {
        Integer number = numbers.get(value);
        if (number != null) {
            return number;
        }
        if (known.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("The findings cannot be stored: they have more than " + known.size()
                    + " different protocols or repositories.");
        }
        known.add(value);
        numbers.put(value, known.size() - 1);
        return known.size() - 1;
    }
}
