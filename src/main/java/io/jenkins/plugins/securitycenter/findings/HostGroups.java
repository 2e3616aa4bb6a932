package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The selected findings of each host of a table, counted by severity. */
final class HostGroups {

    private static final int SEVERITIES = Severity.values().length;

    private final List<Host> hosts = new ArrayList<>();
    private final int[] counts;

    HostGroups(FindingTable table, TableFilter filter) {
        int[] groups = table.hostGroups();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == hosts.size()) {
                hosts.add(table.hosts().get(i));
            }
        }
        counts = new int[hosts.size() * SEVERITIES];
        FindingColumns columns = table.columns();
        new RowFilter(table, filter)
                .forEach(row ->
                        counts[groups[columns.get(Field.HOST, row)] * SEVERITIES + columns.get(Field.SEVERITY, row)]++);
    }

    /** Returns the first of the entries that are that host. */
    Host host(int group) {
        return hosts.get(group);
    }

    int total(int group) {
        int total = 0;
        for (int severity = 0; severity < SEVERITIES; severity++) {
            total += counts[group * SEVERITIES + severity];
        }
        return total;
    }

    Totals totals(int group) {
        Totals totals = Totals.NONE;
        for (Severity severity : Severity.values()) {
            totals = totals.plus(severity, counts[group * SEVERITIES + severity.ordinal()]);
        }
        return totals;
    }

    /** Returns the groups that have findings. */
    IntStream present() {
        return IntStream.range(0, hosts.size()).filter(group -> total(group) > 0);
    }

    /** Returns the order by the number of critical findings, then of high ones, and so on. */
    Comparator<Integer> bySeverity() {
        Comparator<Integer> order = Comparator.comparingInt(group -> counts[group * SEVERITIES + SEVERITIES - 1]);
        for (int severity = SEVERITIES - 2; severity >= 0; severity--) {
            int next = severity;
            order = order.thenComparingInt(group -> counts[group * SEVERITIES + next]);
        }
        return order;
    }

    Comparator<Integer> byName() {
        int[] ranks =
                NaturalOrder.ranks(hosts.stream().map(FindingLocation::host).toList());
        return Comparator.comparingInt(group -> ranks[group]);
    }
}
