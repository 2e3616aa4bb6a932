package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fix.RiskWeight;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Several plugins and what their findings add up to. */
final class PluginGroup {

    /** The order by the number of critical findings, then of high ones, and so on. */
    static final Comparator<PluginGroup> BY_SEVERITY = bySeverity();

    private final List<Integer> plugins = new ArrayList<>();
    private final int[] counts = new int[PluginTallies.SEVERITIES];
    private int due = PluginTallies.NO_DUE_DATE;
    private int vpr = -1;
    private float epss = -1;
    private int hosts;
    private long weight;
    private boolean knownExploited;
    private boolean unknown;

    void add(int number, PluginTallies tallies) {
        plugins.add(number);
        Optional<Boolean> listed = tallies.listedByCisa(number);
        boolean exploited = listed.orElse(false);
        for (Severity severity : Severity.values()) {
            int count = tallies.count(number, severity.ordinal());
            counts[severity.ordinal()] += count;
            weight += (long) count * RiskWeight.of(severity, exploited);
        }
        knownExploited |= exploited;
        unknown |= listed.isEmpty();
        due = Math.min(due, tallies.due(number));
        vpr = Math.max(vpr, tallies.vpr(number));
        epss = Math.max(epss, tallies.epss(number));
    }

    /**
     * Counts the hosts once all plugins are added.
     *
     * @param seen for each host the last group that counted it
     * @param mark identifies this group, from 1
     */
    void countHosts(PluginTallies tallies, int[] seen, int mark) {
        for (int plugin : plugins) {
            tallies.hosts(plugin).forEach(host -> {
                hosts += seen[host] == mark ? 0 : 1;
                seen[host] = mark;
            });
        }
    }

    List<Integer> plugins() {
        return plugins;
    }

    int hosts() {
        return hosts;
    }

    long weight() {
        return weight;
    }

    boolean knownExploited() {
        return knownExploited;
    }

    /** Returns whether CISA lists one of the plugins; empty if that is unknown. */
    Optional<Boolean> listedByCisa() {
        return knownExploited || !unknown ? Optional.of(knownExploited) : Optional.empty();
    }

    int dueDay() {
        return due;
    }

    int vprTenths() {
        return vpr;
    }

    float epssScore() {
        return epss;
    }

    int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    Totals totals() {
        Totals totals = Totals.NONE;
        for (Severity severity : Severity.values()) {
            totals = totals.plus(severity, counts[severity.ordinal()]);
        }
        return totals;
    }

    Severity worst() {
        return Severity.descending().stream()
                .filter(severity -> counts[severity.ordinal()] > 0)
                .findFirst()
                .orElse(Severity.INFO);
    }

    OptionalDouble epssPercent() {
        return epss < 0 ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(Float.toString(epss)));
    }

    OptionalDouble vpr() {
        return vpr < 0 ? OptionalDouble.empty() : OptionalDouble.of(vpr / 10.0);
    }

    Optional<LocalDate> dueDate() {
        return due == PluginTallies.NO_DUE_DATE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(due));
    }

    private static Comparator<PluginGroup> bySeverity() {
        Comparator<PluginGroup> order = Comparator.comparingInt(group -> group.counts[PluginTallies.SEVERITIES - 1]);
        for (int severity = PluginTallies.SEVERITIES - 2; severity >= 0; severity--) {
            int next = severity;
            order = order.thenComparingInt(group -> group.counts[next]);
        }
        return order;
    }
}
