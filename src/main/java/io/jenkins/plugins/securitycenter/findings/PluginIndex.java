package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers plugins in order of their first appearance, and writes the texts of each plugin to a section of its own. */
public final class PluginIndex {

    private static final int MOST_INSTANCES =
            (int) Math.min(4096, Runtime.getRuntime().maxMemory() / (128 * 1024));

    private final SectionWriter writer;
    private final List<FileSection> sections;
    private final Map<FieldDigest.Value, Integer> numbers = new HashMap<>();
    /** The numbers of the last plugins by instance, because findings share them and a digest of all texts takes long. */
    private final IdentityHashMap<Plugin, Integer> instances = new IdentityHashMap<>();

    /** @param sections receives the sections, in the order of the numbers */
    public PluginIndex(SectionWriter writer, List<FileSection> sections) {
        this.writer = writer;
        this.sections = sections;
    }

    /**
     * Returns the number of the plugin; for a new plugin, the number of plugins so far. A plugin whose texts have
     * changed is a new one, because the feed may change between two scans.
     */
    public int number(Plugin plugin) throws IOException {
        Integer number = instances.get(plugin);
        if (number == null) {
            number = numberByTexts(plugin);
            if (instances.size() >= MOST_INSTANCES) {
                instances.clear();
            }
            instances.put(plugin, number);
        }
        return number;
    }

    private int numberByTexts(Plugin plugin) throws IOException {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        FindingCodec.writePlugin(new DataOutputStream(texts), plugin);
        Integer known = numbers.putIfAbsent(FieldDigest.PLAIN.value(texts.toByteArray()), numbers.size());
        if (known != null) {
            return known;
        }
        sections.add(writer.compressed(texts));
        return numbers.size() - 1;
    }
}
