package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict of all gates on the findings of a build, and on the quality of its scan.
 *
 * @param gates one entry for each gate, in the order of the gates
 * @param nothingScanned whether no host was scanned, which gates cannot detect; false if that is allowed
 * @param incomplete whether the server returned fewer findings than it counts
 * @param quality one entry for each condition on the quality of the scan
 */
public record Verdict(List<GateVerdict> gates, boolean nothingScanned, boolean incomplete, List<QualityVerdict> quality)
        implements Serializable {

    /** The verdict without gates. */
    public static final Verdict NONE = new Verdict(List.of(), false);

    /** The outcome of all gates for the build, from best to worst. */
    public enum Outcome {
        /** There are no gates. */
        INACTIVE,
        /** No gate is violated, or all gates are inactive because there is no reference. */
        PASSED,
        /** Only gates that mark the stage are violated; the result of the build stays unchanged. */
        STAGE,
        /** A gate or the quality of the scan is violated, nothing was scanned, or findings are missing. */
        UNSTABLE,
        FAILED
    }

    public Verdict {
        gates = gates == null ? List.of() : List.copyOf(gates);
        quality = quality == null ? List.of() : List.copyOf(quality);
    }

    /** Creates a verdict on a complete set of findings. */
    public Verdict(List<GateVerdict> gates, boolean nothingScanned) {
        this(gates, nothingScanned, false, List.of());
    }

    public Outcome outcome() {
        Outcome least = nothingScanned || incomplete ? Outcome.UNSTABLE : Outcome.INACTIVE;
        return Stream.concat(
                        gates.stream().map(Verdict::outcome), quality.stream().map(Verdict::outcome))
                .reduce(least, Verdict::worse);
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Returns whether nothing is wrong, so that the findings may serve as a reference. */
    public boolean passed() {
        return !nothingScanned
                && !incomplete
                && gates.stream().noneMatch(GateVerdict::violated)
                && quality.stream().noneMatch(QualityVerdict::violated);
    }

    /** Returns whether a gate is violated that needs a reference. */
    public boolean changesViolated() {
        return gates.stream().anyMatch(gate -> gate.violated() && gate.gate().needsReference());
    }

    /** Returns this verdict for a scan that reached no host. */
    Verdict ofNothing() {
        return new Verdict(gates, true, incomplete, quality);
    }

    /** Returns this verdict for an incomplete set of findings. */
    public Verdict ofIncomplete() {
        return new Verdict(gates, nothingScanned, true, quality);
    }

    /** Returns this verdict with the verdicts on the quality of the scan. */
    Verdict ofQuality(List<QualityVerdict> verdicts) {
        return new Verdict(gates, nothingScanned, incomplete, verdicts);
    }

    private static Outcome outcome(QualityVerdict verdict) {
        if (!verdict.violated()) {
            return Outcome.PASSED;
        }
        return outcome(verdict.result());
    }

    private static Outcome outcome(GateVerdict verdict) {
        if (!verdict.violated()) {
            return Outcome.PASSED;
        }
        return outcome(verdict.gate().result());
    }

    private static Outcome outcome(Gate.Result result) {
        return switch (result) {
            case STAGE -> Outcome.STAGE;
            case UNSTABLE -> Outcome.UNSTABLE;
            case FAILURE -> Outcome.FAILED;
        };
    }
}
