package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;

/**
 * The verdict of one gate.
 *
 * @param count number compared with the threshold; 0 if nothing could be counted
 * @param sentence description for users, for example {@code 3 new findings of severity High or worse, none allowed}
 */
public record GateVerdict(Gate gate, State state, long count, String sentence) implements Serializable {

    /** The state of a gate. */
    public enum State {
        PASSED,
        VIOLATED,
        /** Not evaluated, because there is no reference to compare with. */
        INACTIVE
    }

    static GateVerdict inactive(Gate gate) {
        return new GateVerdict(gate, State.INACTIVE, 0, GateSentence.inactive(gate));
    }

    /** Creates the verdict of a gate that needs a reference if that was lost: the gate cannot pass. */
    static GateVerdict withoutReference(Gate gate) {
        return new GateVerdict(gate, State.VIOLATED, 0, GateSentence.referenceLost(gate));
    }

    /** Creates the verdict of a gate none of whose hosts was scanned: it cannot pass. */
    static GateVerdict ofNoHost(Gate gate) {
        return new GateVerdict(gate, State.VIOLATED, 0, GateSentence.notScanned(gate));
    }

    static GateVerdict of(Gate gate, long count, String sentence) {
        return new GateVerdict(gate, count >= gate.threshold() ? State.VIOLATED : State.PASSED, count, sentence);
    }

    /** Returns whether all fields are present; a stored verdict may lack some. */
    boolean complete() {
        return gate != null && state != null && sentence != null;
    }

    public boolean violated() {
        return state == State.VIOLATED;
    }
}
