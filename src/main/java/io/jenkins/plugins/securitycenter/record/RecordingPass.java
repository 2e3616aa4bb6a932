package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.Retention;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.DueDates;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.GateEvaluation;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One reading of the findings of a build: compares them with the reference, evaluates and writes them. Discarded if they
 * must be read again. Not thread-safe.
 */
final class RecordingPass implements Closeable {

    private final Comparison comparison;
    private final GateEvaluation evaluation;
    private final Suppressions suppressions;
    private final DueDates dueDates;
    private final MissingFindings missing;
    private final VerifiedFixes verified;
    private final FindingWriters writers;
    private long dropped;

    /** @param writers closed with the pass */
    RecordingPass(
            Comparison comparison,
            GateEvaluation evaluation,
            Suppressions suppressions,
            DueDates dueDates,
            MissingFindings missing,
            VerifiedFixes verified,
            FindingWriters writers) {
        this.comparison = comparison;
        this.evaluation = evaluation;
        this.suppressions = suppressions;
        this.dueDates = dueDates;
        this.missing = missing;
        this.verified = verified;
        this.writers = writers;
    }

    /** Reads the reference for the first time, if there is one, and starts the writers. */
    void begin(Optional<ReferenceFindings> reference) throws IOException {
        if (reference.isPresent()) {
            if (reference.get().reported()) {
                comparison.checks().expectReports();
            }
            comparison.checks().referencePorts(reference.get().defaultPorts());
            comparison.checks().needFeed(reference.get().feedNeeded());
            reference.get().recorded().ifPresent(evaluation::referenceOf);
            reference.get().readKeys(this::remember);
        }
        for (FindingWriter writer : writers.all()) {
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
     * Processes a current finding.
     *
     * @throws UncheckedIOException if the finding cannot be stored or exported
     */
    void accept(Finding finding) {
        missing.sent(finding);
        Optional<Suppression> suppression = suppressions.find(finding);
        FindingState state =
                suppression.isPresent() ? comparison.acceptSuppressed(finding) : comparison.accept(finding);
        write(comparison.dated(finding), state, suppression, comparison.slot());
    }

    private void write(Finding finding, FindingState state, Optional<Suppression> suppression, int slot) {
        RecordedFinding recorded =
                dueDates.assess(new RecordedFinding(finding, state, suppression, Optional.empty(), false));
        evaluation.accept(recorded, slot);
        writers.write(recorded);
    }

    /** Sets the fields that the server does not send for any finding. */
    void lacks(List<String> fields) {
        evaluation.lacks(fields);
    }

    /** Returns the plugin families of gates in which none of the findings so far was. */
    List<String> familiesNotFound() {
        return evaluation.familiesNotFound();
    }

    /** Notifies the exports that no host was scanned. */
    void nothingScanned() {
        writers.exports().forEach(FindingWriter::nothingScanned);
    }

    /** Reads the reference again to find what no longer exists, ends the writers, and returns the summary. */
    RecordSummary end(Optional<ReferenceFindings> reference, Instant now) throws IOException {
        if (reference.isPresent()) {
            StateCounts counts = comparison.changes();
            Retention retention = new Retention(
                    now, counts.total().total() + counts.suppressed().total());
            reference.get().readRecorded(this::isMissing, recorded -> recheck(recorded, retention));
            dropped = retention.dropped();
        }
        for (FindingWriter writer : writers.all()) {
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
                comparison.checks().summary(remembering),
                suppressions.report());
    }

    /** Returns the number of findings of the reference that were dropped because they were too old or too many. */
    long dropped() {
        return dropped;
    }

    /** Returns whether the finding of the reference is not current, and counts it if it is. */
    private boolean isMissing(RecordedFinding earlier) {
        Finding finding = earlier.finding();
        if (!comparison.isCurrent(finding)) {
            return true;
        }
        if (!earlier.suppressed()) {
            evaluation.acceptReference(finding, FindingState.OUTSTANDING, comparison.slot(finding));
        }
        return false;
    }

    private void recheck(RecordedFinding earlier, Retention retention) {
        Finding finding = earlier.finding();
        boolean fixed = missing.allSent() && verified.contains(finding) && !comparison.isFilteredOut(finding);
        FindingState state = fixed
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
        if (earlier.state().current() && !earlier.suppressed()) {
            evaluation.acceptReference(finding, state, comparison.slot(finding));
        }
        if (!state.current()) {
            writers.writeMissing(new RecordedFinding(finding, state));
        }
    }

    /** Records a finding of the reference that exists, although the server does not send it. */
    private void keep(Finding earlier, Finding current) {
        Optional<Suppression> suppression = suppressions.find(current);
        comparison.keep(earlier, suppression.isPresent());
        int slot = comparison.slot(earlier);
        write(current, FindingState.OUTSTANDING, suppression, slot);
        evaluation.acceptReference(earlier, FindingState.OUTSTANDING, slot);
    }

    @Override
    public void close() throws IOException {
        writers.close();
    }
}
