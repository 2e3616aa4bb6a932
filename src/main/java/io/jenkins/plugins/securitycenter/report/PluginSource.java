package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.util.List;

/** Where stored findings take their plugins from. */
interface PluginSource {

    /** Plugins of which nothing but the id is known. */
    PluginSource IDS = (number, id) -> new Plugin(id, "", "", "", "", "", List.of(), List.of());

    Plugin plugin(int number, String id) throws IOException;
}
