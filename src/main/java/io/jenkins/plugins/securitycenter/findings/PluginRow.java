package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Totals;

/**
 * A plugin in a table, with its finding counts.
 *
 * @param plugin the plugin without its long texts
 * @param hosts number of hosts that have such findings
 */
public record PluginRow(Plugin plugin, int hosts, Totals totals) {}
