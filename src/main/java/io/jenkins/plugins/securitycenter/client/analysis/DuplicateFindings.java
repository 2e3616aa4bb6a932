package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.resource.RowDigests;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingMerger;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges findings for which the server has several different rows. A first read detects them; the following reads hold
 * their rows back until all of them have been received, and pass one finding with the worst values of all rows.
 */
final class DuplicateFindings {

    /** The maximum number of such findings. */
    static final int MOST = 10_000;
    /** The maximum number of such findings that are held back with their descriptions. */
    static final int MOST_WHOLE = 1_000;

    private static final class Held {
        private Optional<Finding> finding = Optional.empty();
        private final Set<Integer> contents = new HashSet<>();
    }

    private final FieldDigest digest = FieldDigest.secret();
    /** Findings with another row that seemed to be the same, according to only a few bits. */
    private final Set<Long> suspects = new HashSet<>();

    private final Map<Long, Integer> rows = new HashMap<>();
    private final Map<Long, Held> held = new HashMap<>();
    private final Map<Long, Integer> learned = new HashMap<>();
    private int waiting;

    /** Returns the number that identifies a finding in all reads. */
    long identity(Finding finding) {
        return Fingerprint.of(finding.key(), digest);
    }

    /** Starts a new read. */
    void begin() {
        suspects.forEach(identity -> rows.putIfAbsent(identity, 2));
        suspects.clear();
        rows.putAll(learned);
        learned.clear();
        held.clear();
        waiting = 0;
    }

    /** Returns whether an earlier read detected several rows of that finding. */
    boolean knows(long identity) {
        return rows.containsKey(identity);
    }

    /** Records another row of a finding that was already passed. */
    void learn(long identity) {
        learned.merge(identity, 2, (before, two) -> before + 1);
    }

    /** Records another row of a finding that seemed to be the same; the next read compares it exactly. */
    void suspect(long identity) {
        if (suspects.size() < MOST_WHOLE) {
            suspects.add(identity);
        }
    }

    /** Returns whether this read passed findings that had further rows later, so that another read is needed. */
    boolean hasLearned() {
        return !learned.isEmpty();
    }

    boolean tooMany() {
        return rows.size() + learned.size() > MOST;
    }

    /** Adds a row of a known finding, and returns how it relates to the previous ones. */
    RowDigests.Before take(long identity, AnalysisPage.Row row, Analysis.FindingsListener reader)
            throws SecurityCenterException {
        Held known = held.computeIfAbsent(identity, unknown -> new Held());
        if (!known.contents.add(row.content())) {
            return RowDigests.Before.SAME;
        }
        int count = known.contents.size();
        int last = rows.getOrDefault(identity, 0);
        if (count > last) {
            learned.put(identity, count);
            return RowDigests.Before.OTHER;
        }
        Finding worse = known.finding
                .map(before -> FindingMerger.of(before, row.finding()))
                .orElse(row.finding());
        waiting += count == 1 ? 1 : 0;
        known.finding = Optional.of(waiting > MOST_WHOLE ? worse.brief() : worse);
        if (count == last) {
            handOver(known, reader);
        }
        return count == 1 ? RowDigests.Before.NEW : RowDigests.Before.OTHER;
    }

    /**
     * Passes the findings that had fewer rows than in the previous read.
     *
     * @param complete whether all rows were received, so that rows that seemed to be the same were
     */
    void end(Analysis.FindingsListener reader, boolean complete) throws SecurityCenterException {
        if (complete) {
            suspects.clear();
        }
        for (Held one : held.values()) {
            handOver(one, reader);
        }
    }

    private void handOver(Held one, Analysis.FindingsListener reader) throws SecurityCenterException {
        if (one.finding.isPresent()) {
            reader.finding(one.finding.get());
            one.finding = Optional.empty();
            waiting--;
        }
    }
}
