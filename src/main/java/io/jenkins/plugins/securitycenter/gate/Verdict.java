package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;
import java.util.List;

/**
 * The verdict of all gates on the findings of a build.
 *
 * @param gates one entry for each gate, in the order of the gates
 * @param nothingScanned whether no host was scanned, which gates cannot detect; false if that is allowed
 * @param incomplete whether the server returned fewer findings than it counts
 */
public record Verdict(List<GateVerdict> gates, boolean nothingScanned, boolean incomplete) implements Serializable {

    /** The verdict without gates. */
    public static final Verdict NONE = new Verdict(List.of(), false);

    /** The outcome of all gates for the build, from best to worst. */
    public enum Outcome {
        /** There are no gates. */
        INACTIVE,
        /** No gate is violated, or all gates are inactive because there is no reference. */
        PASSED,
        /** A gate is violated, nothing was scanned, or findings are missing. */
        UNSTABLE,
        FAILED
    }

    public Verdict {
        gates = gates == null ? List.of() : List.copyOf(gates);
    }

    /** Creates a verdict on a complete set of findings. */
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

    /** Returns whether nothing is wrong, so that the findings may serve as a reference. */
    public boolean passed() {
        return !nothingScanned && !incomplete && gates.stream().noneMatch(GateVerdict::violated);
    }

    /** Returns this verdict for a scan that reached no host. */
    Verdict ofNothing() {
        return new Verdict(gates, true, incomplete);
    }

    /** Returns this verdict for an incomplete set of findings. */
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
