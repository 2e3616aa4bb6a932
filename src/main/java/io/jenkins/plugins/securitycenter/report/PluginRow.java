package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Totals;

/**
 * A plugin in a table, with the numbers of its findings.
 *
 * @param plugin without the long texts
 * @param hosts how many hosts have such findings
 */
public record PluginRow(Plugin plugin, int hosts, Totals totals) {}
