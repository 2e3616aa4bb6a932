package io.jenkins.plugins.securitycenter.gate;

import java.util.BitSet;

/** Counts the findings that concern one gate. */
final class GateTally {

    private final Gate gate;
    private final GateFilter filter;
    /** The findings of the reference that are still current and that the gate still counts. */
    private final BitSet outstanding = new BitSet();

    private long count;
    private long reference;
    private long withoutScore;
    private long withoutDate;

    GateTally(Gate gate, RiskRules rules, BuildDay day) {
        this.gate = gate;
        filter = new GateFilter(gate, rules.missingScore(), day);
    }

    /** Counts a current finding. */
    void accept(RecordedFinding recorded, int slot) {
        GateFilter.Match match = filter.test(recorded.finding());
        if (match == GateFilter.Match.NO || !ofType(recorded)) {
            return;
        }
        count++;
        if (match == GateFilter.Match.WITHOUT_SCORE) {
            withoutScore++;
        } else if (match == GateFilter.Match.WITHOUT_AGE || undated(recorded)) {
            withoutDate++;
        }
        if (gate.type() == Gate.Type.DELTA && slot != FingerprintMap.NO_SLOT) {
            outstanding.set(slot);
        }
    }

    private boolean ofType(RecordedFinding recorded) {
        return switch (gate.type()) {
            case TOTAL, DELTA -> true;
            case NEW -> recorded.state() == FindingState.NEW;
            case OVERDUE -> recorded.overdue();
        };
    }

    private boolean undated(RecordedFinding recorded) {
        return gate.type() == Gate.Type.OVERDUE && recorded.dueDate().isEmpty();
    }

    /**
     * Counts a finding of the reference that is fixed or still current. One that is still current but that the gate
     * does not count any more, for example because its risk was accepted, is left out: otherwise it would make room for
     * a new finding.
     */
    void acceptReference(RecordedFinding recorded, int slot) {
        boolean counted = recorded.state() == FindingState.FIXED || outstanding.get(slot);
        if (counted && filter.test(recorded.finding()) != GateFilter.Match.NO) {
            reference++;
        }
    }

    GateVerdict verdict(boolean compared) {
        if (gate.needsReference() && !compared) {
            return GateVerdict.inactive(gate);
        }
        GateSentence sentence = new GateSentence(gate, withoutScore, withoutDate);
        return switch (gate.type()) {
            case TOTAL -> GateVerdict.of(gate, count, sentence.of(count, ""));
            case NEW -> GateVerdict.of(gate, count, sentence.of(count, "new "));
            case OVERDUE -> GateVerdict.of(gate, count, sentence.of(count, "overdue "));
            case DELTA -> GateVerdict.of(gate, Math.max(0, count - reference), sentence.delta(count, reference));
        };
    }
}
