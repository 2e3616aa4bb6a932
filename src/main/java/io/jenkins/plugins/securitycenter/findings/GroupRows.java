package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Tables with a row for each host or plugin. */
final class GroupRows {

    /** @param plugin the first of the plugins with the same id */
    private record Entry(Plugin plugin, PluginGroup group) {}

    private final FindingTable table;

    GroupRows(FindingTable table) {
        this.table = table;
    }

    TablePage<HostRow> hosts(TableQuery query) {
        HostGroups hosts = new HostGroups(table, query.filter());
        Comparator<Integer> order =
                switch (query.sort().in(SortColumn.OF_HOSTS)) {
                    case SEVERITY -> hosts.bySeverity();
                    case TOTAL -> Comparator.comparingInt(hosts::total);
                    default -> hosts.byName();
                };
        return page(
                query,
                hosts.present().boxed().sorted(direction(query, order)).toList(),
                unfiltered -> new HostGroups(table, unfiltered).present().count(),
                group -> new HostRow(hosts.host(group), hosts.totals(group)));
    }

    TablePage<PluginRow> plugins(TableQuery query) {
        List<Entry> entries = entries(query.filter());
        Comparator<Integer> order =
                switch (query.sort().in(SortColumn.OF_PLUGINS)) {
                    case SEVERITY -> Comparator.comparing(i -> entries.get(i).group(), PluginGroup.BY_SEVERITY);
                    case TOTAL ->
                        Comparator.comparingInt(i -> entries.get(i).group().total());
                    case HOSTS ->
                        Comparator.comparingInt(i -> entries.get(i).group().hosts());
                    case NAME -> by(entries, Plugin::name);
                    case FAMILY -> by(entries, Plugin::family);
                    default -> by(entries, Plugin::id);
                };
        return page(
                query,
                IntStream.range(0, entries.size())
                        .boxed()
                        .sorted(direction(query, order))
                        .toList(),
                this::plugins,
                i -> new PluginRow(
                        entries.get(i).plugin(),
                        entries.get(i).group().hosts(),
                        entries.get(i).group().totals()));
    }

    /** Returns an entry for each id of plugins that have findings. */
    private List<Entry> entries(TableFilter filter) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Entry> ofPlugins = new ArrayList<>();
        for (Plugin plugin : table.plugins()) {
            ofPlugins.add(entries.computeIfAbsent(plugin.id(), id -> new Entry(plugin, new PluginGroup())));
        }
        PluginTallies tallies = new PluginTallies(table, filter, false);
        tallies.present().forEach(number -> ofPlugins.get(number).group().add(number, tallies));
        int[] seen = new int[tallies.hostGroups()];
        int mark = 0;
        for (Entry entry : entries.values()) {
            entry.group().countHosts(tallies, seen, ++mark);
        }
        return entries.values().stream()
                .filter(entry -> entry.group().total() > 0)
                .toList();
    }

    private long plugins(TableFilter filter) {
        return new PluginTallies(table, filter, false)
                .present()
                .mapToObj(number -> table.plugins().get(number).id())
                .distinct()
                .count();
    }

    private static Comparator<Integer> by(List<Entry> entries, Function<Plugin, String> name) {
        int[] ranks =
                NaturalOrder.ranks(entries.stream().map(Entry::plugin).map(name).toList());
        return Comparator.comparingInt(i -> ranks[i]);
    }

    private static Comparator<Integer> direction(TableQuery query, Comparator<Integer> order) {
        return query.descending() ? order.reversed() : order;
    }

    /** @param count counts the groups that a filter selects */
    private static <T> TablePage<T> page(
            TableQuery query, List<Integer> groups, ToLongFunction<TableFilter> count, IntFunction<T> entry) {
        TableFilter unfiltered = query.filter().unfiltered();
        List<T> entries = groups.stream()
                .skip(query.start())
                .limit(query.length())
                .map(entry::apply)
                .toList();
        int total = query.filter().equals(unfiltered) ? groups.size() : (int) count.applyAsLong(unfiltered);
        return new TablePage<>(total, groups.size(), entries);
    }
}
