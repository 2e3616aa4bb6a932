package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.Retention;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.DueDates;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateEvaluation;
import io.jenkins.plugins.securitycenter.gate.HostChecks;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Processes the findings of a build in a single pass: compares them with a reference, evaluates them against gates,
 * stores and exports them. Memory does not grow with their texts. Call {@link #begin}, {@link #accept} or {@link
 * #scanned} for each finding, {@link #end}, and {@link #close} in any case. Not thread-safe.
 */
@Restricted(NoExternalUse.class)
public final class Recording implements Closeable {

    private final Optional<ReferenceFindings> reference;
    private final List<Gate> gates;
    private final FindingWriters.Factory outputs;
    private final RiskRules rules;
    private final BuildDay day;
    private final DueDates dueDates;
    private Suppressions suppressions;
    private GateEvaluation evaluation;
    private Comparison comparison;
    private Optional<FindingWriters> writers = Optional.empty();
    private long dropped;
    private final MissingFindings missing = new MissingFindings();
    private VerifiedFixes verified = VerifiedFixes.NONE;

    /**
     * @param reference findings to compare with, if any; closed with the recording
     * @param day determines how old findings are, also those of hosts that are no longer scanned
     */
    public Recording(
            Optional<ReferenceFindings> reference,
            List<Gate> gates,
            RiskRules rules,
            Suppressions suppressions,
            FindingWriters.Factory outputs,
            BuildDay day) {
        this.suppressions = suppressions;
        this.reference = reference;
        this.gates = List.copyOf(gates);
        this.rules = rules;
        this.outputs = outputs;
        this.day = day;
        dueDates = new DueDates(gates, rules, day);
        evaluation = new GateEvaluation(gates, rules, day);
        comparison = reference.isPresent() ? Comparison.withReference() : Comparison.withoutReference();
    }

    /** Sets the findings of the reference that were verified as fixed since. Call it before {@link #begin}. */
    Recording since(VerifiedFixes fixes) {
        verified = fixes;
        return this;
    }

    /** Keeps all scanned hosts if they are wanted, see {@link HostChecks#listHosts()}. */
    Recording listingHosts(boolean wanted) {
        if (wanted) {
            checks().listHosts();
        }
        return this;
    }

    /** Returns the time of the recording, which decides about all dates. */
    BuildDay day() {
        return day;
    }

    /** Returns what the current scan could see on each of its hosts. */
    HostChecks checks() {
        return comparison.checks();
    }

    /** Starts the recording: opens the writers and reads the reference for the first time. */
    public void begin() throws IOException {
        writers = Optional.of(outputs.open(missing.incomplete()));
        if (reference.isPresent()) {
            if (reference.get().reported()) {
                checks().expectReports();
            }
            checks().referencePorts(reference.get().defaultPorts());
            reference.get().readKeys(this::remember);
        }
        for (FindingWriter writer : writers()) {
            writer.begin();
        }
    }

    private void remember(Finding finding) {
        if (verified.contains(finding)) {
            comparison.rememberFixed(finding);
        } else {
            comparison.remember(finding);
        }
    }

    /**
     * Starts again. Discards the findings so far, but remembers that their hosts were scanned.
     *
     * @param lacking whether findings will be missing, so that a finding that does not appear must not count as fixed
     */
    void restart(boolean lacking) throws IOException {
        List<FindingWriter> useless = writers();
        writers = Optional.empty();
        FindingWriters.close(useless);
        missing.incomplete(lacking);
        evaluation = new GateEvaluation(gates, rules, day);
        comparison = comparison.restarted();
        suppressions = suppressions.restarted();
        begin();
    }

    /**
     * Processes a current finding. Call it once for each finding.
     *
     * @throws UncheckedIOException if the finding cannot be stored or exported
     */
    public void accept(Finding finding) {
        missing.sent(finding);
        Optional<Suppression> suppression = suppressions.find(finding);
        FindingState state =
                suppression.isPresent() ? comparison.acceptSuppressed(finding) : comparison.accept(finding);
        RecordedFinding recorded = dueDates.assess(
                new RecordedFinding(comparison.dated(finding), state, suppression, Optional.empty(), false));
        evaluation.accept(recorded, comparison.slot());
        writers.ifPresent(all -> all.write(recorded));
    }

    /** Returns what decides about findings of the reference that are missing. */
    MissingFindings missing() {
        return missing;
    }

    /** Returns whether a gate counts findings by their EPSS scores. */
    boolean needsEpss() {
        return gates.stream().anyMatch(gate -> gate.condition().risk().minimumEpss() > 0);
    }

    /** Sets the fields that the server does not send for any finding. */
    void lacks(List<String> fields) {
        evaluation.lacks(fields);
    }

    /** Returns the comparison with the reference. */
    Comparison comparison() {
        return comparison;
    }

    /** Records that the host of a finding was scanned, without recording the finding. */
    void scanned(Finding finding) {
        comparison.scanned(finding);
    }

    /** Notifies the exports that no host was scanned. */
    void nothingScanned() {
        writers.orElseThrow().exports().forEach(FindingWriter::nothingScanned);
    }

    /** Reads the reference again to find what no longer exists, and returns the summary. */
    public RecordSummary end() throws IOException {
        if (reference.isPresent()) {
            StateCounts counts = comparison.changes();
            Retention retention = new Retention(
                    day.now(), counts.total().total() + counts.suppressed().total());
            reference.get().readRecorded(this::isMissing, recorded -> recheck(recorded, retention));
            dropped = retention.dropped();
        }
        for (FindingWriter writer : writers()) {
            writer.end();
        }
        Verdict verdict = evaluation.verdict(reference.isPresent());
        StateCounts changes =
                comparison.changes().withOverdue(evaluation.overdue()).withKnownExploited(evaluation.knownExploited());
        boolean remembering =
                changes.notScanned().total() + changes.notChecked().total() > 0;
        return new RecordSummary(
                changes,
                missing.incomplete() ? verdict.ofIncomplete() : verdict,
                checks().summary(remembering),
                suppressions.report());
    }

    /**
     * Returns the number of findings that were not scanned or not checked and that were dropped because they were too old or
     * too many.
     */
    long dropped() {
        return dropped;
    }

    /** Returns whether the finding of the reference is not current, and records it if it is. */
    private boolean isMissing(RecordedFinding earlier) {
        Finding finding = earlier.finding();
        if (!comparison.isCurrent(finding)) {
            return true;
        }
        evaluation.acceptReference(finding, FindingState.OUTSTANDING, comparison.slot(finding));
        return false;
    }

    private void recheck(RecordedFinding earlier, Retention retention) {
        Finding finding = earlier.finding();
        FindingState state = !missing.incomplete() && verified.contains(finding)
                ? FindingState.FIXED
                : missing.state(finding, comparison, earlier.state().current());
        Optional<Finding> hidden = state == FindingState.FIXED ? missing.find(finding) : Optional.empty();
        if (hidden.isPresent()) {
            keep(finding, hidden.get());
            return;
        }
        if (state.remembered() && !retention.keep(finding)) {
            return;
        }
        comparison.recheck(finding, state);
        evaluation.acceptReference(finding, state, comparison.slot(finding));
        if (!state.current()) {
            writers.orElseThrow().writeMissing(new RecordedFinding(finding, state));
        }
    }

    /** Records a finding of the reference that exists, although the server does not send it. */
    private void keep(Finding earlier, Finding current) {
        Optional<Suppression> suppression = suppressions.find(current);
        comparison.keep(earlier, suppression.isPresent());
        RecordedFinding recorded = dueDates.assess(
                new RecordedFinding(current, FindingState.OUTSTANDING, suppression, Optional.empty(), false));
        int slot = comparison.slot(earlier);
        evaluation.accept(recorded, slot);
        evaluation.acceptReference(earlier, FindingState.OUTSTANDING, slot);
        writers.orElseThrow().write(recorded);
    }

    private List<FindingWriter> writers() {
        return writers.map(FindingWriters::all).orElse(List.of());
    }

    @Override
    public void close() throws IOException {
        List<Closeable> all = new ArrayList<>(writers());
        reference.ifPresent(all::add);
        FindingWriters.close(all);
    }
}
