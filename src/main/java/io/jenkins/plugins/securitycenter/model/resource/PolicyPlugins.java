package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The plugins that a scan runs, from the families of its policy ({@code /policy/{id}}).
 *
 * @param known whether any family or plugin is known to be run or not, so that all others are known to be left out
 * @param families the names of the families that it runs as a whole, in lower case
 * @param plugins the IDs of single plugins
 * @param audits whether it has audit files, whose checks belong to no family
 */
public record PolicyPlugins(
        String id, String name, boolean known, Set<String> families, Set<String> plugins, boolean audits)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,families,auditFiles";

    /** Nothing is known, so the scan may run any plugin. */
    public static final PolicyPlugins UNKNOWN = new PolicyPlugins("", "", false, Set.of(), Set.of(), false);

    private static final String DISABLED = "disabled";
    /** The family of the checks of audit files. */
    private static final String NO_FAMILY = "n/a";

    public PolicyPlugins {
        families = Set.copyOf(families);
        plugins = Set.copyOf(plugins);
    }

    /**
     * Reads a policy. A family without a state is complete unless it lists plugins; a family with an unknown state has
     * only the plugins that it lists. A policy that follows its template lists no families, so its plugins are unknown.
     */
    public static PolicyPlugins of(Attributes policy) {
        Set<String> families = new HashSet<>();
        Set<String> plugins = new HashSet<>();
        boolean known = false;
        for (Attributes family : policy.objects("families")) {
            String state = key(family.text("state"));
            List<Attributes> listed = family.objects("plugins");
            if (state.equals("enabled") || state.isEmpty() && listed.isEmpty()) {
                families.add(key(family.text("name")));
            } else if (state.equals(DISABLED)) {
                known = true;
            } else {
                known |= !listed.isEmpty();
                listed.stream()
                        .filter(plugin -> !key(plugin.text("state")).equals(DISABLED)
                                && !key(plugin.text("status")).equals(DISABLED))
                        .forEach(plugin -> plugins.add(plugin.id("id")));
            }
        }
        families.remove("");
        plugins.remove("");
        boolean audits = policy.json("auditFiles").size() > 0;
        return new PolicyPlugins(
                policy.id("id"), policy.line("name"), known || !families.isEmpty(), families, plugins, audits);
    }

    /** Returns the only plugin of a scan that has no policy. */
    public static PolicyPlugins ofPlugin(String id) {
        return new PolicyPlugins("", "", true, Set.of(), Set.of(id), false);
    }

    /** Returns whether the scan runs the plugin of the finding; true if unknown, and for web applications. */
    public boolean covers(Finding finding) {
        if (!known
                || !finding.host().url().isEmpty()
                || plugins.contains(finding.plugin().id())) {
            return true;
        }
        String family = key(finding.plugin().family());
        return family.equals(NO_FAMILY) ? audits : families.contains(family);
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
