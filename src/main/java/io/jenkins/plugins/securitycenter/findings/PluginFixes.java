package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Determines the fixes of the plugins of a table. */
final class PluginFixes {

    private PluginFixes() {}

    /** Returns the fix of each plugin. If some findings of a plugin lack its solution, the others have it. */
    static List<Fix> of(List<Plugin> plugins) {
        List<Fix> fixes = plugins.stream().map(FixParser::parse).toList();
        Map<String, Fix> known = new HashMap<>();
        for (int i = 0; i < fixes.size(); i++) {
            if (fixes.get(i).known()) {
                known.putIfAbsent(plugins.get(i).id(), fixes.get(i));
            }
        }
        return IntStream.range(0, fixes.size())
                .mapToObj(i -> fixes.get(i).known()
                        ? fixes.get(i)
                        : known.getOrDefault(plugins.get(i).id(), fixes.get(i)))
                .toList();
    }
}
