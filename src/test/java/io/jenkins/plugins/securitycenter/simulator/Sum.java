package io.jenkins.plugins.securitycenter.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Findings that have something in common, counted by severity. */
final class Sum {
    private final String label;
    private final Row sample;
    private final int[] counts = new int[Severity.values().length];
    private final List<Row> members = new ArrayList<>();

    private Sum(String label, Row sample) {
        this.label = label;
        this.sample = sample;
    }

    /** Groups the rows by their labels, in the order in which these appear. */
    static List<Sum> group(Rows rows, Function<Row, List<String>> labels, boolean keepMembers) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.row(i);
            for (String label : labels.apply(row)) {
                Sum sum = sums.computeIfAbsent(label, key -> new Sum(key, row));
                sum.counts[row.severity().ordinal()]++;
                if (keepMembers) {
                    sum.members.add(row);
                }
            }
        }
        return new ArrayList<>(sums.values());
    }

    /** The numbers of findings by severity id. */
    static int[] bySeverity(Rows rows) {
        int[] counts = new int[Severity.values().length];
        for (int i = 0; i < rows.size(); i++) {
            counts[rows.row(i).severity().ordinal()]++;
        }
        return counts;
    }

    /** {@code total:critical:high:medium:low:info}. */
    static String matching(int[] counts) {
        StringBuilder text = new StringBuilder().append(total(counts));
        for (int severity = counts.length - 1; severity >= 0; severity--) {
            text.append(':').append(counts[severity]);
        }
        return text.toString();
    }

    static int total(int[] counts) {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    static long score(int[] counts) {
        long score = 0;
        for (Severity severity : Severity.values()) {
            score += (long) severity.weight() * counts[severity.ordinal()];
        }
        return score;
    }

    String label() {
        return label;
    }

    Row sample() {
        return sample;
    }

    int[] counts() {
        return counts;
    }

    int count(Severity severity) {
        return counts[severity.ordinal()];
    }

    List<Row> members() {
        return members;
    }
}
