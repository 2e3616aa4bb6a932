package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table with a row for each fix of open findings. Findings without a solution are its last row. */
final class FixRows {

    private record Entry(Fix fix, int plugin, PluginGroup group) {

        /** Returns the entry with the fix of another plugin if that one names a higher version, or any solution at all. */
        Entry or(Fix other, int number, List<Plugin> plugins) {
            boolean lacking = plugins.get(plugin).solution().isBlank();
            return lacking || other.supersedes(fix) ? new Entry(other, number, group) : this;
        }
    }

    private final FindingTable table;
    private final List<Fix> fixes;

    FixRows(FindingTable table) {
        this.table = table;
        fixes = table.fixes();
    }

    TablePage<FixRow> page(TableQuery query) {
        Comparator<PluginGroup> order = order(query.sort().in(SortColumn.OF_FIXES));
        Comparator<PluginGroup> directed = query.descending() ? order.reversed() : order;
        PluginTallies tallies = new PluginTallies(table, query.filter(), true);
        Collection<Entry> entries = entries(tallies).values();
        long weight =
                entries.stream().mapToLong(entry -> entry.group().weight()).sum();
        List<FixRow> rows = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> !entry.fix().known())
                        .thenComparing(Entry::group, directed))
                .skip(query.start())
                .limit(query.length())
                .map(entry -> row(entry, weight))
                .toList();
        return new TablePage<>(total(query.filter(), entries.size()), entries.size(), rows);
    }

    Optional<String> title(String id) {
        Entry entry = entries(new PluginTallies(table, TableFilter.CURRENT.withFix(id), true))
                .get(id);
        return Optional.ofNullable(entry).map(found -> row(found, 0).title());
    }

    private Map<String, Entry> entries(PluginTallies tallies) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        tallies.present().forEach(plugin -> {
            Fix fix = fixes.get(plugin);
            Entry entry = entries.computeIfAbsent(fix.id(), id -> new Entry(fix, plugin, new PluginGroup()));
            entry.group().add(plugin, tallies);
            entries.put(fix.id(), entry.or(fix, plugin, table.plugins()));
        });
        int[] seen = new int[tallies.hostGroups()];
        int mark = 0;
        for (Entry entry : entries.values()) {
            entry.group().countHosts(tallies, seen, ++mark);
        }
        return entries;
    }

    /** Returns the number of fixes without filters, except that on changes. */
    private int total(TableFilter filter, int matching) {
        TableFilter unfiltered = filter.unfiltered();
        return filter.equals(unfiltered)
                ? matching
                : (int) new PluginTallies(table, unfiltered, true)
                        .present()
                        .mapToObj(plugin -> fixes.get(plugin).id())
                        .distinct()
                        .count();
    }

    private FixRow row(Entry entry, long weight) {
        PluginGroup group = entry.group();
        return new FixRow(
                entry.fix(),
                table.plugins().get(entry.plugin()).solution(),
                group.totals(),
                group.hosts(),
                group.worst(),
                group.listedByCisa(),
                group.epssPercent(),
                group.vpr(),
                group.dueDate(),
                weight == 0 ? 0 : 100.0 * group.weight() / weight);
    }

    private static Comparator<PluginGroup> order(SortColumn column) {
        return switch (column) {
            case SEVERITY -> Comparator.comparing(PluginGroup::worst).thenComparing(PluginGroup.BY_SEVERITY);
            case TOTAL -> Comparator.comparingInt(PluginGroup::total);
            case HOSTS -> Comparator.comparingInt(PluginGroup::hosts);
            case EPSS -> Comparator.comparingDouble(PluginGroup::epssScore);
            case VPR -> Comparator.comparingInt(PluginGroup::vprTenths);
            case DUE_DATE -> Comparator.comparingInt(PluginGroup::dueDay);
            default -> Comparator.comparingLong(PluginGroup::weight).thenComparing(PluginGroup.BY_SEVERITY);
        };
    }
}
