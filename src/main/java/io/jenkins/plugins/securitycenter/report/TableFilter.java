package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Set;

/**
 * Which findings a table shows. Values that are empty do not restrict.
 *
 * @param changes what became of the findings; when empty, the current findings, neither fixed nor not scanned ones
 * @param plugin the id of a plugin
 * @param host an address or a name of a host, whole, in any case
 * @param port a port, or -1 for all
 * @param exploitable whether to show only findings for which an exploit is available
 * @param family the name of a plugin family, in any case
 * @param search words that must all be found, in any case, in the plugin's id, name, family and CVEs or in the names
 *     and addresses of the host; plugin output is not searched. Words after the thirtieth are ignored
 */
public record TableFilter(
        Set<Severity> severities,
        Set<Change> changes,
        String plugin,
        String host,
        int port,
        boolean exploitable,
        String family,
        String search) {

    /** All current findings. */
    public static final TableFilter CURRENT = new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "");

    public TableFilter {
        severities = Set.copyOf(severities);
        changes = Set.copyOf(changes);
        plugin = plugin.trim();
        host = host.trim();
        family = family.trim();
        search = search.trim();
    }

    public TableFilter withSeverities(Set<Severity> only) {
        return new TableFilter(only, changes, plugin, host, port, exploitable, family, search);
    }

    public TableFilter withChanges(Set<Change> only) {
        return new TableFilter(severities, only, plugin, host, port, exploitable, family, search);
    }

    public TableFilter withPlugin(String only) {
        return new TableFilter(severities, changes, only, host, port, exploitable, family, search);
    }

    public TableFilter withHost(String only) {
        return new TableFilter(severities, changes, plugin, only, port, exploitable, family, search);
    }

    public TableFilter withPort(int only) {
        return new TableFilter(severities, changes, plugin, host, only, exploitable, family, search);
    }

    public TableFilter withExploitOnly() {
        return new TableFilter(severities, changes, plugin, host, port, true, family, search);
    }

    public TableFilter withFamily(String only) {
        return new TableFilter(severities, changes, plugin, host, port, exploitable, only, search);
    }

    public TableFilter withSearch(String words) {
        return new TableFilter(severities, changes, plugin, host, port, exploitable, family, words);
    }
}
