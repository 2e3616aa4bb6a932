package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.fix.Fix;
import io.jenkins.plugins.securitycenter.fix.RiskWeight;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the fixes that remove the most risk, without a table of all findings. */
final class TopFixFinder {

    private static final int SEVERITIES = Severity.values().length;

    /** A fix and the open findings that it resolves. */
    private static final class Group {

        private Fix fix;
        private String solution;
        private Totals totals = Totals.NONE;
        private long weight;
        private boolean knownExploited;
        private boolean unknown;
        private final BitSet hosts = new BitSet();

        Group(Fix fix, String solution) {
            this.fix = fix;
            this.solution = solution;
        }

        void add(Fix other, Plugin plugin, int[] counts) {
            if (solution.isBlank() || other.supersedes(fix)) {
                fix = other;
                solution = plugin.solution();
            }
            boolean exploited = plugin.knownExploited();
            unknown |= plugin.listedByCisa().isEmpty();
            knownExploited |= exploited;
            for (Severity severity : Severity.values()) {
                int count = counts[severity.ordinal()];
                totals = totals.plus(severity, count);
                weight += (long) count * RiskWeight.of(severity, exploited);
            }
        }

        TopFix summary(long all) {
            Severity worst = Severity.descending().stream()
                    .filter(severity -> totals.count(severity) > 0)
                    .findFirst()
                    .orElse(Severity.INFO);
            return new FixRow(
                            fix,
                            solution,
                            totals,
                            hosts.cardinality(),
                            worst,
                            knownExploited || !unknown ? Optional.of(knownExploited) : Optional.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            Optional.empty(),
                            100.0 * weight / all)
                    .summary();
        }
    }

    private final SegmentScan scan;
    private final List<int[]> counts = new ArrayList<>();

    TopFixFinder(SegmentScan scan) {
        this.scan = scan;
    }

    /** Returns at most five fixes, and none that removes no risk. */
    List<TopFix> find() throws IOException {
        scan.each((columns, firstRow) -> count(columns));
        List<Fix> fixes = PluginFixes.of(scan.plugins());
        Map<String, Group> groups = groups(fixes);
        long weight = groups.values().stream().mapToLong(group -> group.weight).sum();
        List<Group> top = groups.values().stream()
                .filter(group -> group.fix.known() && group.weight > 0)
                .sorted(order())
                .limit(TopFix.MOST)
                .toList();
        countHosts(top, fixes);
        return top.stream().map(group -> group.summary(weight)).toList();
    }

    private void count(FindingColumns columns) {
        while (counts.size() < scan.plugins().size()) {
            counts.add(new int[SEVERITIES]);
        }
        for (int row = 0; row < columns.rows(); row++) {
            if (SegmentScan.open(columns, row)) {
                counts.get(columns.get(Field.PLUGIN, row))[columns.get(Field.SEVERITY, row)]++;
            }
        }
    }

    private Map<String, Group> groups(List<Fix> fixes) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = fixes.get(i);
            Plugin plugin = scan.plugins().get(i);
            if (Arrays.stream(counts.get(i)).anyMatch(count -> count > 0)) {
                groups.computeIfAbsent(fix.id(), id -> new Group(fix, plugin.solution()))
                        .add(fix, plugin, counts.get(i));
            }
        }
        return groups;
    }

    private void countHosts(List<Group> top, List<Fix> fixes) throws IOException {
        int[] hosts = HostGrouping.numbers(scan.hosts());
        List<Group> ofPlugins = new ArrayList<>();
        for (Fix fix : fixes) {
            ofPlugins.add(top.stream()
                    .filter(group -> group.fix.id().equals(fix.id()))
                    .findFirst()
                    .orElse(null));
        }
        scan.each((columns, firstRow) -> {
            for (int row = 0; row < columns.rows(); row++) {
                Group group = ofPlugins.get(columns.get(Field.PLUGIN, row));
                if (group != null && SegmentScan.open(columns, row)) {
                    group.hosts.set(hosts[columns.get(Field.HOST, row)]);
                }
            }
        });
    }

    /** The order by risk, then by the number of critical findings, then of high ones, and so on. */
    private static Comparator<Group> order() {
        Comparator<Group> order = Comparator.comparingLong(group -> -group.weight);
        for (Severity severity : Severity.descending()) {
            order = order.thenComparingLong(group -> -group.totals.count(severity));
        }
        return order;
    }
}
