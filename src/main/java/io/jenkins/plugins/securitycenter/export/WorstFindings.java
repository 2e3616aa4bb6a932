package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Selects the worst findings and sorts them, the worst first: by severity, then those that are known to be exploited,
 * then by the higher of CVSS score and VPR. Findings that are equally bad are sorted by fingerprint, so that each build
 * selects the same ones. Findings are kept in temporary files; memory is limited by the number of selected findings.
 */
final class WorstFindings implements Closeable {

    private static final int HIGHEST_SCORE = 10;

    private final FindingSort sort = new FindingSort();
    private final int limit;
    /** The keys of the worst findings so far, the least bad at the head. */
    private final PriorityQueue<String> keys = new PriorityQueue<>(Comparator.reverseOrder());

    private long total;

    /** @param limit the maximum number of selected findings */
    WorstFindings(int limit) throws IOException {
        this.limit = limit;
    }

    void add(RecordedFinding recorded) throws IOException {
        total++;
        String key = key(recorded.finding());
        if (keys.size() == limit && key.compareTo(keys.peek()) >= 0) {
            return;
        }
        keys.add(key);
        if (keys.size() > limit) {
            keys.remove();
        }
        sort.add(key, recorded);
    }

    /** Returns the number of all findings that were added. */
    long total() {
        return total;
    }

    /** Passes the selected findings to the sink. Nothing can be added afterwards. */
    void drain(FindingSort.Sink sink) throws IOException {
        sort.drain(limit, sink);
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }

    /** Returns a key that is the lower, the worse the finding is. */
    static String key(Finding finding) {
        int severity = Severity.CRITICAL.id() - finding.severity().id();
        int exploited = finding.plugin().knownExploited() ? 0 : 1;
        return severity + "" + exploited + tenthsBelowHighest(finding.risk())
                + Fingerprint.text(Fingerprint.of(finding));
    }

    /** Returns how much the score is below the highest one, in tenths, as three digits. */
    private static String tenthsBelowHighest(Risk risk) {
        double score = Math.max(risk.cvss().orElse(0), risk.vpr().orElse(0));
        double known = Math.max(0, Math.min(HIGHEST_SCORE, score));
        return Long.toString(1_000 + Math.round((HIGHEST_SCORE - known) * 10)).substring(1);
    }
}
