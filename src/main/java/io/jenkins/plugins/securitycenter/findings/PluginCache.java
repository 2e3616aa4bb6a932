package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plugins of a file with all their texts. The most recently used ones are cached. */
public final class PluginCache implements PluginLookup {

    private static final int MOST_CHARACTERS = 4 << 20;

    private final SectionReader reader;
    private final List<FileSection> sections;
    private final Map<Integer, Plugin> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int format;
    private int characters;

    public PluginCache(SectionReader reader, List<FileSection> sections, int format) {
        this.format = format;
        this.reader = reader;
        this.sections = sections;
    }

    @Override
    public Plugin plugin(int number, String id) throws IOException {
        Plugin known = kept.get(number);
        if (known != null) {
            return known;
        }
        Plugin plugin = reader.read(sections.get(number), in -> FindingCodec.readPlugin(in, format));
        keep(number, plugin);
        return plugin;
    }

    private void keep(int number, Plugin plugin) {
        kept.put(number, plugin);
        characters += length(plugin);
        Iterator<Plugin> eldest = kept.values().iterator();
        while (characters > MOST_CHARACTERS) {
            characters -= length(eldest.next());
            eldest.remove();
        }
    }

    private static int length(Plugin plugin) {
        return plugin.synopsis().length()
                + plugin.description().length()
                + plugin.solution().length();
    }
}
