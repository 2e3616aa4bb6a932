package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;
import java.util.List;

/**
 * What all gates together say of the findings.
 *
 * @param gates one entry for each gate, in the order of the gates
 * @param nothingScanned whether no host was scanned, which no gate can notice; false when that is allowed
 * @param incomplete whether the server did not send all findings that it counts
 */
public record Verdict(List<GateVerdict> gates, boolean nothingScanned, boolean incomplete) implements Serializable {

    /** No gates, no objection. */
    public static final Verdict NONE = new Verdict(List.of(), false);

    /** What the gates make of the build, in ascending order of gravity. */
    public enum Outcome {
        /** There are no gates. */
        INACTIVE,
        /** No gate is violated; also when all of them were inactive for want of a reference. */
        PASSED,
        /** A gate is violated, nothing was scanned, or findings are missing. */
        UNSTABLE,
        FAILED
    }

    public Verdict {
        gates = gates == null ? List.of() : List.copyOf(gates);
    }

    /** On all findings that there are. */
    public Verdict(List<GateVerdict> gates, boolean nothingScanned) {
        this(gates, nothingScanned, false);
    }

    public Outcome outcome() {
        Outcome least = nothingScanned || incomplete ? Outcome.UNSTABLE : Outcome.INACTIVE;
        return gates.stream().map(Verdict::outcome).reduce(least, Verdict::worse);
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Whether there is no objection, so that the findings may serve as a reference. */
    public boolean passed() {
        return !nothingScanned && !incomplete && gates.stream().noneMatch(GateVerdict::violated);
    }

    /** The same gates, of a scan that reached no host. */
    Verdict ofNothing() {
        return new Verdict(gates, true, incomplete);
    }

    /** The same gates, where findings are missing. */
    public Verdict ofIncomplete() {
        return new Verdict(gates, nothingScanned, true);
    }

    private static Outcome outcome(GateVerdict verdict) {
        if (!verdict.violated()) {
            return Outcome.PASSED;
        }
        return verdict.gate().result() == Gate.Result.FAILURE ? Outcome.FAILED : Outcome.UNSTABLE;
    }
}
