package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;

/**
 * A line of the hosts table or the plugins table.
 *
 * @param plugin the ID of a plugin; empty for a host
 * @param family the family of a plugin; empty for a host
 * @param hosts the number of hosts with findings of a plugin; 0 for a host
 * @param link the link to the counted findings; empty if their host or plugin has no name to filter by
 * @param hostsLink the link to the hosts of a plugin; empty for a host
 */
public record GroupLine(
        String name, String plugin, String family, int hosts, Totals totals, String link, String hostsLink) {

    /** The number of findings of a severity. */
    public record Count(Severity severity, long number) {
        public String text() {
            return PageNumbers.grouped(number);
        }
    }

    static GroupLine of(HostRow row, TableRequest request) {
        Host host = row.host();
        TableFilter filter = request.filter().withHost(host.address());
        String link = filter.host().isEmpty()
                ? ""
                : request.in(TableType.FINDINGS).with(filter).link();
        return new GroupLine(FindingLocation.host(host), "", "", 0, row.totals(), link, "");
    }

    static GroupLine of(PluginRow row, TableRequest request) {
        Plugin plugin = row.plugin();
        TableFilter filter = request.filter().withPlugin(plugin.id());
        boolean linked = !filter.plugin().isEmpty();
        return new GroupLine(
                plugin.name().isBlank() ? "Plugin " + plugin.id() : plugin.name(),
                plugin.id(),
                plugin.family(),
                row.hosts(),
                row.totals(),
                linked ? request.in(TableType.FINDINGS).with(filter).link() : "",
                linked ? request.in(TableType.HOSTS).with(filter).link() : "");
    }

    /** Returns the counts by severity, the most severe first. */
    public List<Count> counts() {
        return Severity.descending().stream()
                .map(severity -> new Count(severity, totals.count(severity)))
                .toList();
    }

    public String total() {
        return PageNumbers.grouped(totals.total());
    }

    public String hostsText() {
        return PageNumbers.grouped(hosts);
    }

    public SeverityBar bar() {
        return SeverityBar.of(totals);
    }
}
