package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;

/** The source of the plugins of stored findings. */
public interface PluginLookup {

    /** A source of plugins that have only an id. */
    PluginLookup IDS = (number, id) -> Plugin.ofId(id);

    Plugin plugin(int number, String id) throws IOException;
}
