package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;
import java.util.List;

/**
 * What all gates together say of the findings.
 *
 * @param gates one entry for each gate, in the order of the gates
 */
public record Verdict(List<GateVerdict> gates) implements Serializable {

    /** No gates, no objection. */
    public static final Verdict NONE = new Verdict(List.of());

    /** What the gates make of the build, in ascending order of gravity. */
    public enum Outcome {
        /** There are no gates. */
        INACTIVE,
        /** No gate is violated; also when all of them were inactive for want of a reference. */
        PASSED,
        UNSTABLE,
        FAILED
    }

    public Verdict {
        gates = gates == null ? List.of() : List.copyOf(gates);
    }

    public Outcome outcome() {
        return gates.stream()
                .map(Verdict::outcome)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElse(Outcome.INACTIVE);
    }

    /** Whether no gate is violated, so that the findings may serve as a reference. */
    public boolean passed() {
        return gates.stream().noneMatch(GateVerdict::violated);
    }

    private static Outcome outcome(GateVerdict verdict) {
        if (!verdict.violated()) {
            return Outcome.PASSED;
        }
        return verdict.gate().result() == Gate.Result.FAILURE ? Outcome.FAILED : Outcome.UNSTABLE;
    }
}
