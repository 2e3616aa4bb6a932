package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.util.List;

/** The source of the plugins of stored findings. */
interface PluginSource {

    /** A source of plugins that have only an id. */
    PluginSource IDS = (number, id) -> new Plugin(id, "", "", "", "", "", List.of(), List.of());

    Plugin plugin(int number, String id) throws IOException;
}
