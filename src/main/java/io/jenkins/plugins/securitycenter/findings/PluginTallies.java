package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
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
    private final boolean[] knownExploited;
    private final int[] hosts;
    private final int[] firstHost;
    private final int hostGroups;

    /** @param open whether findings whose risk is accepted are left out */
    PluginTallies(FindingTable table, TableFilter filter, boolean open) {
        columns = table.columns();
        int plugins = table.plugins().size();
        counts = new int[plugins * SEVERITIES];
        due = new int[plugins];
        vpr = new int[plugins];
        epss = new float[plugins];
        knownExploited = new boolean[plugins];
        for (int i = 0; i < plugins; i++) {
            knownExploited[i] = table.plugins().get(i).knownExploited();
        }
        Arrays.fill(due, NO_DUE_DATE);
        Arrays.fill(vpr, -1);
        Arrays.fill(epss, -1);
        FindingGroups<Host> groups = new FindingGroups<>(table.hosts(), new HostGrouping(table.hosts()));
        hostGroups = groups.members().size();
        RowFilter rows = open ? RowFilter.open(table, filter) : new RowFilter(table, filter);
        rows.rows().forEach(this::add);
        long[] pairs = distinct(rows.sortedKeys(row ->
                (long) columns.get(Field.PLUGIN, row) << Integer.SIZE | groups.group(columns.get(Field.HOST, row))));
        hosts = new int[pairs.length];
        Arrays.setAll(hosts, i -> (int) pairs[i]);
        firstHost = firstOfEach(pairs, plugins);
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

    /** Returns sorted numbers without repetitions; a stream would create an object for each. */
    private static long[] distinct(long[] sorted) {
        int end = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[end++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, end);
    }

    /** Returns the position of the first pair of each plugin, and behind them the number of pairs. */
    private static int[] firstOfEach(long[] pairs, int plugins) {
        int[] first = new int[plugins + 1];
        int next = 0;
        for (int plugin = 0; plugin <= plugins; plugin++) {
            while (next < pairs.length && (int) (pairs[next] >> Integer.SIZE) < plugin) {
                next++;
            }
            first[plugin] = next;
        }
        return first;
    }

    /** Returns the plugins that have findings. */
    IntStream present() {
        return IntStream.range(0, due.length).filter(plugin -> firstHost[plugin] < firstHost[plugin + 1]);
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

    boolean knownExploited(int plugin) {
        return knownExploited[plugin];
    }

    /** Returns the hosts with findings of the plugin, as numbers below {@link #hostGroups}. */
    IntStream hosts(int plugin) {
        return Arrays.stream(hosts, firstHost[plugin], firstHost[plugin + 1]);
    }

    int hostGroups() {
        return hostGroups;
    }
}
