package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Groups items by key and counts the findings of each group. */
final class FindingGroups<T> {

    private static final int SEVERITIES = Severity.values().length;

    private final int[] groupOf;
    private final List<T> members = new ArrayList<>();
    private final int[] counts;

    /** @param keys the key of each item, compared by {@code equals}; must not be concatenated strings */
    FindingGroups(List<T> things, List<?> keys) {
        Map<Object, Integer> groups = new HashMap<>();
        groupOf = new int[things.size()];
        for (int i = 0; i < groupOf.length; i++) {
            Integer known = groups.putIfAbsent(keys.get(i), members.size());
            groupOf[i] = known == null ? members.size() : known;
            if (known == null) {
                members.add(things.get(i));
            }
        }
        counts = new int[members.size() * SEVERITIES];
    }

    /** Returns the group of the item with that number. */
    int group(int thing) {
        return groupOf[thing];
    }

    /** Returns the group of each item. */
    int[] groups() {
        return groupOf;
    }

    /** Returns the first member of each group. */
    List<T> members() {
        return members;
    }

    void count(int group, int severity) {
        counts[group * SEVERITIES + severity]++;
    }

    int total(int group) {
        return IntStream.range(0, SEVERITIES)
                .map(severity -> counts[group * SEVERITIES + severity])
                .sum();
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
        return IntStream.range(0, members.size()).filter(group -> total(group) > 0);
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

    Comparator<Integer> byName(Function<T, String> name) {
        int[] ranks = NaturalOrder.ranks(members.stream().map(name).toList());
        return Comparator.comparingInt(group -> ranks[group]);
    }
}
