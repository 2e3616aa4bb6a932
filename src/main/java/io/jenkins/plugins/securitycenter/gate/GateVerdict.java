package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;

/**
 * What became of one gate.
 *
 * @param count the number that was held against the threshold; 0 while inactive
 * @param sentence for people, for example {@code 3 new findings of severity High or worse, none allowed}
 */
public record GateVerdict(Gate gate, State state, long count, String sentence) implements Serializable {

    /** Whether a gate let the build pass. */
    public enum State {
        PASSED,
        VIOLATED,
        /** Not applied, since there is no reference to compare with. */
        INACTIVE
    }

    static GateVerdict inactive(Gate gate) {
        return new GateVerdict(gate, State.INACTIVE, 0, Sentence.inactive(gate));
    }

    static GateVerdict of(Gate gate, long count, String sentence) {
        return new GateVerdict(gate, count >= gate.threshold() ? State.VIOLATED : State.PASSED, count, sentence);
    }

    /** Whether nothing is missing, which a stored verdict may. */
    boolean complete() {
        return gate != null && state != null && sentence != null;
    }

    public boolean violated() {
        return state == State.VIOLATED;
    }
}
