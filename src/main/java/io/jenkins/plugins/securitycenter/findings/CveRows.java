package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table with a row for each CVE. */
final class CveRows {

    /**
     * A CVE.
     *
     * @param group all plugins that report it
     * @param scored the plugins that report no other CVE if they have an EPSS score, which is its own; otherwise all
     * @param listed the same for CISA's list
     */
    private record Entry(
            String cve, PluginGroup group, PluginGroup scored, PluginGroup listed, Optional<LocalDate> date) {

        /** Returns whether a value may be that of another CVE. */
        boolean shared() {
            return scored == group && scored.epssScore() >= 0 || listed == group && listed.knownExploited();
        }
    }

    private static final PluginGroup NONE = new PluginGroup();

    private final FindingTable table;

    CveRows(FindingTable table) {
        this.table = table;
    }

    TablePage<CveRow> page(TableQuery query) {
        SortColumn column = query.sort().in(SortColumn.OF_CVES);
        List<Entry> entries = entries(query.filter());
        Comparator<Entry> order = order(column, entries);
        List<CveRow> rows = entries.stream()
                .sorted(query.descending() ? order.reversed() : order)
                .skip(query.start())
                .limit(query.length())
                .map(CveRows::row)
                .toList();
        return new TablePage<>(total(query.filter(), entries.size()), entries.size(), rows);
    }

    private List<Entry> entries(TableFilter filter) {
        PluginTallies tallies = new PluginTallies(table, filter, false);
        Map<String, PluginGroup> groups = new LinkedHashMap<>();
        Map<String, PluginGroup> own = new LinkedHashMap<>();
        tallies.present().forEach(number -> {
            Plugin plugin = table.plugins().get(number);
            Set<String> cves = cves(plugin);
            for (String cve : cves) {
                if (filter.cve().isEmpty() || filter.cve().equalsIgnoreCase(cve)) {
                    groups.computeIfAbsent(cve, any -> new PluginGroup()).add(number, tallies);
                }
            }
            if (cves.size() == 1) {
                own.computeIfAbsent(cves.iterator().next(), any -> new PluginGroup())
                        .add(number, tallies);
            }
        });
        int[] seen = new int[tallies.hostGroups()];
        int mark = 0;
        for (PluginGroup group : groups.values()) {
            group.countHosts(tallies, seen, ++mark);
        }
        return groups.entrySet().stream()
                .map(group -> entry(group.getKey(), group.getValue(), own.getOrDefault(group.getKey(), NONE)))
                .toList();
    }

    /** @param own the plugins that report only this CVE */
    private Entry entry(String cve, PluginGroup group, PluginGroup own) {
        PluginGroup scored = own.epssScore() >= 0 ? own : group;
        PluginGroup listed = own.knownExploited() ? own : group;
        Optional<LocalDate> date = !listed.knownExploited()
                ? Optional.empty()
                : listed.plugins().stream()
                        .flatMap(plugin -> table.plugins().get(plugin).cisaDueDate().stream())
                        .min(Comparator.naturalOrder());
        return new Entry(cve, group, scored, listed, date);
    }

    private static Set<String> cves(Plugin plugin) {
        return plugin.cves().stream()
                .map(CveRows::name)
                .filter(cve -> !cve.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String name(String text) {
        String cve = text.strip();
        return cve.regionMatches(true, 0, "CVE-", 0, 4) ? cve.toUpperCase(Locale.ROOT) : cve;
    }

    /** Returns the number of CVEs without filters, except that on changes. */
    private int total(TableFilter filter, int matching) {
        TableFilter unfiltered = filter.unfiltered();
        if (filter.equals(unfiltered)) {
            return matching;
        }
        Set<String> all = new HashSet<>();
        new PluginTallies(table, unfiltered, false)
                .present()
                .forEach(plugin -> all.addAll(cves(table.plugins().get(plugin))));
        return all.size();
    }

    private static CveRow row(Entry entry) {
        PluginGroup group = entry.group();
        return new CveRow(
                entry.cve(),
                group.totals(),
                group.hosts(),
                group.worst(),
                entry.scored().epssPercent(),
                entry.listed().listedByCisa(),
                entry.date(),
                entry.shared());
    }

    private static Comparator<Entry> order(SortColumn column, List<Entry> entries) {
        return switch (column) {
            case SEVERITY -> Comparator.comparing(Entry::group, PluginGroup.BY_SEVERITY);
            case TOTAL -> Comparator.comparingInt(entry -> entry.group().total());
            case HOSTS -> Comparator.comparingInt(entry -> entry.group().hosts());
            case EPSS -> Comparator.comparingDouble(entry -> entry.scored().epssScore());
            case DUE_DATE -> Comparator.comparing((Entry entry) -> entry.date().orElse(LocalDate.MAX));
            default -> byName(entries);
        };
    }

    private static Comparator<Entry> byName(List<Entry> entries) {
        int[] ranks = NaturalOrder.ranks(entries.stream().map(Entry::cve).toList());
        Map<String, Integer> rankOf = IntStream.range(0, ranks.length)
                .boxed()
                .collect(Collectors.toMap(i -> entries.get(i).cve(), i -> ranks[i]));
        Function<Entry, Integer> rank = entry -> rankOf.get(entry.cve());
        return Comparator.comparing(rank);
    }
}
