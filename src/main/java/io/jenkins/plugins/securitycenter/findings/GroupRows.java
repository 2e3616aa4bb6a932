package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Tables with a row for each host or plugin. */
final class GroupRows {

    private final FindingTable table;
    private final FindingColumns columns;

    GroupRows(FindingTable table) {
        this.table = table;
        columns = table.columns();
    }

    TablePage<HostRow> hosts(TableQuery query) {
        FindingGroups<Host> hosts = hosts(query.filter());
        Comparator<Integer> order =
                switch (query.sort().in(SortColumn.OF_HOSTS)) {
                    case SEVERITY -> hosts.bySeverity();
                    case TOTAL -> Comparator.comparingInt(hosts::total);
                    default -> hosts.byName(FindingLocation::host);
                };
        int total = (int) hosts(unfiltered(query)).present().count();
        return page(
                query,
                total,
                hosts.present().boxed().sorted(direction(query, order)).toList(),
                group -> new HostRow(hosts.members().get(group), hosts.totals(group)));
    }

    TablePage<PluginRow> plugins(TableQuery query) {
        FindingGroups<Plugin> plugins = plugins(query.filter());
        int[] hosts = hostsOfPlugins(query.filter(), plugins);
        Comparator<Integer> order =
                switch (query.sort().in(SortColumn.OF_PLUGINS)) {
                    case SEVERITY -> plugins.bySeverity();
                    case TOTAL -> Comparator.comparingInt(plugins::total);
                    case HOSTS -> Comparator.comparingInt(group -> hosts[group]);
                    case NAME -> plugins.byName(Plugin::name);
                    case FAMILY -> plugins.byName(Plugin::family);
                    default -> plugins.byName(Plugin::id);
                };
        int total = (int) plugins(unfiltered(query)).present().count();
        return page(
                query,
                total,
                plugins.present().boxed().sorted(direction(query, order)).toList(),
                group -> new PluginRow(plugins.members().get(group), hosts[group], plugins.totals(group)));
    }

    private FindingGroups<Host> hosts(TableFilter filter) {
        FindingGroups<Host> hosts = new FindingGroups<>(table.hosts(), HostGrouping.keys(table.hosts()));
        count(filter, hosts, Field.HOST);
        return hosts;
    }

    private FindingGroups<Plugin> plugins(TableFilter filter) {
        FindingGroups<Plugin> plugins = new FindingGroups<>(
                table.plugins(), table.plugins().stream().map(Plugin::id).toList());
        count(filter, plugins, Field.PLUGIN);
        return plugins;
    }

    private void count(TableFilter filter, FindingGroups<?> groups, Field field) {
        new RowFilter(table, filter)
                .rows()
                .forEach(row -> groups.count(groups.group(columns.get(field, row)), columns.get(Field.SEVERITY, row)));
    }

    /** Returns the number of distinct hosts with findings for each group of plugins. */
    private int[] hostsOfPlugins(TableFilter filter, FindingGroups<Plugin> plugins) {
        int[] hosts = table.hostGroups();
        int[] numbers = new int[plugins.members().size()];
        long[] pairs = new RowFilter(table, filter)
                .sortedKeys(row -> (long) plugins.group(columns.get(Field.PLUGIN, row)) << Integer.SIZE
                        | hosts[columns.get(Field.HOST, row)]);
        for (int i = 0; i < pairs.length; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                numbers[(int) (pairs[i] >> Integer.SIZE)]++;
            }
        }
        return numbers;
    }

    private static TableFilter unfiltered(TableQuery query) {
        return TableFilter.CURRENT.withChanges(query.filter().changes());
    }

    private static Comparator<Integer> direction(TableQuery query, Comparator<Integer> order) {
        return query.descending() ? order.reversed() : order;
    }

    private static <T> TablePage<T> page(TableQuery query, int total, List<Integer> groups, IntFunction<T> entry) {
        List<T> entries = groups.stream()
                .skip(query.start())
                .limit(query.length())
                .map(entry::apply)
                .toList();
        return new TablePage<>(total, groups.size(), entries);
    }
}
