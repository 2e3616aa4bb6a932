package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.findings.FindingColumns.Field;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import java.io.IOException;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** Selects the worst new findings. */
final class NewRows {

    private NewRows() {}

    /** Returns the rows of the worst new findings that are not suppressed. */
    static Set<Integer> worst(SegmentScan scan, int most) throws IOException {
        // severity and negated row in one number, the least important first
        PriorityQueue<Long> worst = new PriorityQueue<>();
        scan.each((columns, firstRow) -> {
            for (int row = 0; row < columns.rows(); row++) {
                if (added(columns, row)) {
                    worst.add((long) columns.get(Field.SEVERITY, row) << Integer.SIZE
                            | Integer.MAX_VALUE - (firstRow + row));
                }
                if (worst.size() > most) {
                    worst.remove();
                }
            }
        });
        Set<Integer> rows = new HashSet<>();
        worst.forEach(key -> rows.add(Integer.MAX_VALUE - (int) (long) key));
        return rows;
    }

    private static boolean added(FindingColumns columns, int row) {
        return columns.get(Field.CHANGE, row) == FindingState.NEW.ordinal()
                && (columns.get(Field.FLAGS, row) & FindingColumns.SUPPRESSED) == 0;
    }
}
