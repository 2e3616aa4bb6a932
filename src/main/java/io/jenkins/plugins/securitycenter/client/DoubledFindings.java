package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.WorseFinding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings of which the server has several rows that differ. One reading learns which they are; the next ones hold
 * their rows back until all have come, and hand over one finding with the worst of all rows.
 */
final class DoubledFindings {

    /** How many can be held back at all. */
    static final int MOST = 10_000;
    /** How many are held back with their texts. */
    static final int MOST_WHOLE = 1_000;

    private static final class Held {
        private Optional<Finding> finding = Optional.empty();
        private final Set<Integer> contents = new HashSet<>();
    }

    private final FieldDigest digest = FieldDigest.secret();
    /** Of which another row came that was the same as far as few bits tell. */
    private final Set<Long> suspects = new HashSet<>();

    private final Map<Long, Integer> rows = new HashMap<>();
    private final Map<Long, Held> held = new HashMap<>();
    private final Map<Long, Integer> learned = new HashMap<>();
    private int waiting;

    /** The number of a finding, the same in all readings. */
    long identity(Finding finding) {
        return Fingerprint.of(finding.key(), digest);
    }

    /** Begins a new reading. */
    void begin() {
        suspects.forEach(identity -> rows.putIfAbsent(identity, 2));
        suspects.clear();
        rows.putAll(learned);
        learned.clear();
        held.clear();
        waiting = 0;
    }

    /** Whether an earlier reading learned that there are several rows of that finding. */
    boolean knows(long identity) {
        return rows.containsKey(identity);
    }

    /** Notes that there is another row of a finding that was handed over before. */
    void learn(long identity) {
        learned.merge(identity, 2, (before, two) -> before + 1);
    }

    /** Notes that another row of a finding seemed to be the same; the next reading looks closer. */
    void suspect(long identity) {
        if (suspects.size() < MOST_WHOLE) {
            suspects.add(identity);
        }
    }

    /** Whether this reading handed over findings of which other rows came later, so that another one is needed. */
    boolean hasLearned() {
        return !learned.isEmpty();
    }

    boolean tooMany() {
        return rows.size() + learned.size() > MOST;
    }

    /** Takes a row of a known finding, and says how it relates to those before. */
    SeenRows.Before take(long identity, FindingPage.Row row, Analysis.Reader reader) throws SecurityCenterException {
        Held known = held.computeIfAbsent(identity, unknown -> new Held());
        if (!known.contents.add(row.content())) {
            return SeenRows.Before.SAME;
        }
        int count = known.contents.size();
        if (count > rows.get(identity)) {
            learned.put(identity, count);
            return SeenRows.Before.OTHER;
        }
        Finding worse = known.finding
                .map(before -> WorseFinding.of(before, row.finding()))
                .orElse(row.finding());
        waiting += count == 1 ? 1 : 0;
        known.finding = Optional.of(waiting > MOST_WHOLE ? worse.brief() : worse);
        if (count == rows.get(identity)) {
            handOver(known, reader);
        }
        return count == 1 ? SeenRows.Before.NEW : SeenRows.Before.OTHER;
    }

    /**
     * Hands over the findings of which fewer rows came than before.
     *
     * @param complete whether all rows came, so that those that seemed to be the same were
     */
    void end(Analysis.Reader reader, boolean complete) throws SecurityCenterException {
        if (complete) {
            suspects.clear();
        }
        for (Held one : held.values()) {
            handOver(one, reader);
        }
    }

    private void handOver(Held one, Analysis.Reader reader) throws SecurityCenterException {
        if (one.finding.isPresent()) {
            reader.finding(one.finding.get());
            one.finding = Optional.empty();
            waiting--;
        }
    }
}
