package io.jenkins.plugins.securitycenter.gate;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.MissingFields;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Evaluates findings against gates as they are read. Receives the results of a {@link Comparison}: the current findings
 * through {@link #accept}, those of the reference through {@link #acceptReference}. Not thread-safe.
 */
public final class GateEvaluation {

    private final List<GateTally> tallies;
    private final ScannedScopes scopes;
    private List<String> missingFields = List.of();
    private boolean referenceLost;
    private final SeverityCounter overdue = new SeverityCounter();
    private final SeverityCounter knownExploited = new SeverityCounter();

    /**
     * @param day determines how old findings are
     * @param scopes which gates had their hosts scanned
     */
    public GateEvaluation(List<Gate> gates, RiskRules rules, BuildDay day, ScannedScopes scopes) {
        this.scopes = scopes;
        tallies = gates.stream().map(gate -> new GateTally(gate, rules, day)).toList();
    }

    /**
     * Counts a current finding. Findings that are fixed, were not scanned or not checked, or are suppressed are
     * ignored.
     *
     * @param slot see {@link Comparison#slot()}
     */
    public void accept(RecordedFinding recorded, int slot) {
        if (!recorded.state().current() || recorded.suppressed()) {
            return;
        }
        if (recorded.overdue()) {
            overdue.add(recorded.finding().severity());
        }
        if (recorded.finding().plugin().knownExploited()) {
            knownExploited.add(recorded.finding().severity());
        }
        tallies.forEach(tally -> tally.accept(recorded, slot));
    }

    /**
     * Counts a finding of the reference for gates of type delta. Findings that were not scanned or not checked are
     * ignored.
     *
     * @param slot see {@link Comparison#slot(Finding)}
     */
    public void acceptReference(Finding finding, FindingState state, int slot) {
        if (state == FindingState.OUTSTANDING || state == FindingState.FIXED) {
            RecordedFinding recorded = new RecordedFinding(finding, state);
            tallies.forEach(tally -> tally.acceptReference(recorded, slot));
        }
    }

    /**
     * Sets the fields that the server does not send for any finding, so that conditions on them cannot be evaluated.
     *
     * @param fields API names of {@link MissingFields}
     */
    public void lacks(List<String> fields) {
        missingFields = List.copyOf(fields);
    }

    /** Sets when the reference was recorded; by default, its findings are as old as they are now. */
    public void referenceOf(Instant time) {
        tallies.forEach(tally -> tally.referenceOf(time));
    }

    /** Records that there was a reference once that was deleted or cannot be read, so that gates that need it cannot pass. */
    public void referenceLost() {
        referenceLost = true;
    }

    /** Returns the plugin families of gates in which none of the findings counted so far was. */
    public List<String> familiesNotFound() {
        return tallies.stream()
                .flatMap(tally -> tally.familyNotFound().stream())
                .distinct()
                .toList();
    }

    /** Returns the overdue findings counted so far. */
    public Totals overdue() {
        return overdue.totals();
    }

    /** Returns the known exploited findings counted so far; null if the server does not say which ones are. */
    @CheckForNull
    public Totals knownExploited() {
        return missingFields.contains(MissingFields.XREF) ? null : knownExploited.totals();
    }

    /**
     * Returns the verdict on the findings counted so far.
     *
     * @param compared whether there is a reference; if not, gates of type new and delta are inactive, so that the first
     *     build does not fail because all its findings are new, unless the reference was lost
     */
    public Verdict verdict(boolean compared) {
        return new Verdict(
                IntStream.range(0, tallies.size())
                        .mapToObj(gate -> verdict(gate, compared))
                        .toList(),
                false);
    }

    private GateVerdict verdict(int gate, boolean compared) {
        GateTally tally = tallies.get(gate);
        if (scopes.missed(gate)) {
            return tally.ofNoHost();
        }
        Optional<GateVerdict> none = compared ? Optional.empty() : tally.withoutReference(referenceLost);
        return none.orElseGet(() -> tally.verdict(missingFields));
    }
}
