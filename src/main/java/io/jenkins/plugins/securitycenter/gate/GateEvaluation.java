package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.List;

/**
 * Evaluates findings against gates as they are read. Receives the results of a {@link Comparison}: the current findings
 * through {@link #accept}, those of the reference through {@link #acceptReference}. Not thread-safe.
 */
public final class GateEvaluation {

    private final List<Gate> gates;
    private final long[] total;
    private final long[] added;
    private final long[] reference;
    private final long[] suppressed;
    private final long[] suppressedReference;

    public GateEvaluation(List<Gate> gates) {
        this.gates = List.copyOf(gates);
        total = new long[gates.size()];
        added = new long[gates.size()];
        reference = new long[gates.size()];
        suppressed = new long[gates.size()];
        suppressedReference = new long[gates.size()];
    }

    /** Counts a current finding. Findings that are not current are ignored. */
    public void accept(Finding finding, FindingState state) {
        if (!state.current()) {
            return;
        }
        for (int i = 0; i < total.length; i++) {
            if (gates.get(i).concerns(finding)) {
                total[i]++;
                added[i] += state == FindingState.NEW ? 1 : 0;
            }
        }
    }

    /** Counts a finding of the reference for gates of type delta. Those not scanned or checked are ignored. */
    public void acceptReference(Finding finding, FindingState state) {
        if (comparable(state)) {
            add(reference, finding);
        }
    }

    /** Returns whether a finding of the reference could have been found again. */
    private static boolean comparable(FindingState state) {
        return state != FindingState.NOT_SCANNED && state != FindingState.NOT_CHECKED;
    }

    /** Leaves out a suppressed current finding: no gate counts it. */
    public void acceptSuppressed(Finding finding) {
        add(suppressed, finding);
    }

    /**
     * Leaves out a finding of the reference that would be suppressed now, so that it cannot make up for another one.
     */
    public void acceptSuppressedReference(Finding finding, FindingState state) {
        if (comparable(state)) {
            add(suppressedReference, finding);
        }
    }

    private void add(long[] counts, Finding finding) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += gates.get(i).concerns(finding) ? 1 : 0;
        }
    }

    /**
     * Returns the number of findings of the reference. Of those that would be suppressed now, it leaves out at most as
     * many as are suppressed among the current findings: a suppression never increases the difference.
     */
    private long reference(int i) {
        return reference[i] + Math.max(0, suppressedReference[i] - suppressed[i]);
    }

    /**
     * Returns the verdict on the findings counted so far.
     *
     * @param compared whether there is a reference; if not, gates of type new and delta are inactive, so that the first
     *     build does not fail because all its findings are new
     */
    public Verdict verdict(boolean compared) {
        GateVerdict[] verdicts = new GateVerdict[gates.size()];
        for (int i = 0; i < verdicts.length; i++) {
            Gate gate = gates.get(i);
            verdicts[i] = gate.needsReference() && !compared ? GateVerdict.inactive(gate) : judge(gate, i);
        }
        return new Verdict(List.of(verdicts), false);
    }

    private GateVerdict judge(Gate gate, int i) {
        return switch (gate.type()) {
            case TOTAL -> GateVerdict.of(gate, total[i], GateSentence.total(gate, total[i]));
            case NEW -> GateVerdict.of(gate, added[i], GateSentence.added(gate, added[i]));
            case DELTA ->
                GateVerdict.of(
                        gate, Math.max(0, total[i] - reference(i)), GateSentence.delta(gate, total[i], reference(i)));
        };
    }
}
