package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the selected findings of each plugin add up to. Tables of groups of plugins are computed from it. */
final class PluginTallies {

    static final int SEVERITIES = Severity.values().length;
    static final int NO_DUE_DATE = Integer.MAX_VALUE;

    private final FindingColumns columns;
    private final int[] counts;
    private final int[] due;
    private final int[] vpr;
    private final float[] epss;
    private final List<Optional<Boolean>> listed;
    private final int[] hosts;
    private final int[] firstHost;
    private final int[] lastHost;
    private final int hostGroups;

    /** @param open whether findings whose risk is accepted are left out */
    PluginTallies(FindingTable table, TableFilter filter, boolean open) {
        columns = table.columns();
        int plugins = table.plugins().size();
        counts = new int[plugins * SEVERITIES];
        due = new int[plugins];
        vpr = new int[plugins];
        epss = new float[plugins];
        listed = table.plugins().stream().map(Plugin::listedByCisa).toList();
        Arrays.fill(due, NO_DUE_DATE);
        Arrays.fill(vpr, -1);
        Arrays.fill(epss, -1);
        firstHost = new int[plugins];
        lastHost = new int[plugins];
        int[] groups = table.hostGroups();
        hostGroups = Arrays.stream(groups).max().orElse(-1) + 1;
        RowFilter rows = open ? RowFilter.open(table, filter) : new RowFilter(table, filter);
        rows.forEach(this::add);
        hosts = new int[reserve()];
        rows.forEach(row -> {
            int plugin = columns.get(Field.PLUGIN, row);
            hosts[lastHost[plugin]++] = groups[columns.get(Field.HOST, row)];
        });
        removeRepetitions();
    }

    private void add(int row) {
        int plugin = columns.get(Field.PLUGIN, row);
        counts[plugin * SEVERITIES + columns.get(Field.SEVERITY, row)]++;
        vpr[plugin] = Math.max(vpr[plugin], columns.get(Field.VPR, row));
        float score = Float.intBitsToFloat(columns.get(Field.EPSS, row));
        epss[plugin] = Float.isNaN(score) ? epss[plugin] : Math.max(epss[plugin], score);
        int day = columns.get(Field.DUE, row);
        due[plugin] = day == FindingColumns.NO_DATE ? due[plugin] : Math.min(due[plugin], day);
    }

    /** Reserves a place in the list of hosts for each finding of each plugin, and returns their number. */
    private int reserve() {
        int next = 0;
        for (int plugin = 0; plugin < due.length; plugin++) {
            firstHost[plugin] = next;
            lastHost[plugin] = next;
            for (int severity = 0; severity < SEVERITIES; severity++) {
                next += count(plugin, severity);
            }
        }
        return next;
    }

    private void removeRepetitions() {
        int[] seen = new int[hostGroups];
        for (int plugin = 0; plugin < due.length; plugin++) {
            int end = firstHost[plugin];
            for (int i = end; i < lastHost[plugin]; i++) {
                if (seen[hosts[i]] != plugin + 1) {
                    seen[hosts[i]] = plugin + 1;
                    hosts[end++] = hosts[i];
                }
            }
            lastHost[plugin] = end;
        }
    }

    /** Returns the plugins that have findings. */
    IntStream present() {
        return IntStream.range(0, due.length).filter(plugin -> firstHost[plugin] < lastHost[plugin]);
    }

    int count(int plugin, int severity) {
        return counts[plugin * SEVERITIES + severity];
    }

    /** Returns the earliest due date in days since 1970, or {@link #NO_DUE_DATE}. */
    int due(int plugin) {
        return due[plugin];
    }

    /** Returns the highest VPR in tenths; -1 without one. */
    int vpr(int plugin) {
        return vpr[plugin];
    }

    /** Returns the highest EPSS score as the server sent it; -1 without one. */
    float epss(int plugin) {
        return epss[plugin];
    }

    /** Returns whether CISA lists the plugin; empty if that is unknown. */
    Optional<Boolean> listedByCisa(int plugin) {
        return listed.get(plugin);
    }

    /** Returns the hosts with findings of the plugin, as numbers below {@link #hostGroups}. */
    IntStream hosts(int plugin) {
        return Arrays.stream(hosts, firstHost[plugin], lastHost[plugin]);
    }

    int hostGroups() {
        return hostGroups;
    }
}
