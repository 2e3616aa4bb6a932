package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Comparison;
import io.jenkins.plugins.securitycenter.gate.DueDates;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateEvaluation;
import io.jenkins.plugins.securitycenter.gate.HostChecks;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScannedScopes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final ScannedScopes scopes;
    private final MissingFindings missing = new MissingFindings();
    private VerifiedFixes verified = VerifiedFixes.NONE;
    private boolean referenceLost;
    private Suppressions suppressions;
    private Comparison comparison;
    private Optional<RecordingPass> pass = Optional.empty();

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
        scopes = new ScannedScopes(gates);
        comparison = reference.isPresent() ? Comparison.withReference() : Comparison.withoutReference();
    }

    /** Sets the findings of the reference that were verified as fixed since. Call it before {@link #begin}. */
    Recording since(VerifiedFixes fixes) {
        verified = fixes;
        return this;
    }

    /** Sets whether there was a reference once that was deleted or cannot be read. Call it before {@link #begin}. */
    Recording referenceLost(boolean lost) {
        referenceLost = lost;
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
        GateEvaluation evaluation = new GateEvaluation(gates, rules, day, scopes);
        if (referenceLost) {
            evaluation.referenceLost();
        }
        FindingWriters writers = outputs.open(missing.incomplete());
        pass = Optional.of(
                new RecordingPass(comparison, evaluation, suppressions, dueDates, missing, verified, writers));
        pass().begin(reference);
    }

    /**
     * Starts again. Discards the findings so far, but remembers that their hosts were scanned.
     *
     * @param lacking whether findings will be missing, so that a finding that does not appear must not count as fixed
     */
    void restart(boolean lacking) throws IOException {
        RecordingPass useless = pass();
        pass = Optional.empty();
        useless.close();
        missing.incomplete(lacking);
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
        scopes.add(finding.host());
        pass().accept(finding);
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
        pass().lacks(fields);
    }

    /** Returns the plugin families of gates in which none of the findings so far was. */
    List<String> familiesNotFound() {
        return pass().familiesNotFound();
    }

    /** Returns the comparison with the reference. */
    Comparison comparison() {
        return comparison;
    }

    /** Records that the host of a finding was scanned, without recording the finding. */
    void scanned(Finding finding) {
        scopes.add(finding.host());
        comparison.scanned(finding);
    }

    /**
     * Returns whether all missing findings were selected in that way before. Those that the reference only remembers may be
     * from an earlier record with other filters.
     */
    boolean selectedBefore(String selection) throws IOException {
        if (reference.isEmpty() || !reference.get().selectedBy(selection)) {
            return reference.isEmpty();
        }
        AtomicBoolean remembered = new AtomicBoolean();
        reference
                .get()
                .readRecorded(
                        recorded -> !recorded.state().current() && comparison.isMissing(recorded.finding()),
                        recorded -> remembered.set(true));
        return !remembered.get();
    }

    /** Returns the IDs of the plugins of missing findings in their order. */
    SortedSet<String> missingPlugins() throws IOException {
        SortedSet<String> plugins = new TreeSet<>();
        if (reference.isPresent()) {
            reference
                    .get()
                    .readRecorded(
                            recorded -> comparison.isMissing(recorded.finding()),
                            recorded -> plugins.add(recorded.finding().plugin().id()));
        }
        return plugins;
    }

    /**
     * Lets gates pass without their hosts, because mitigated findings do not say which hosts were scanned. What is not among
     * them may be open, so it is not fixed.
     */
    void mitigated() {
        scopes.waive();
        missing.maybeFilteredOut();
    }

    /** Notifies the exports that no host was scanned. */
    void nothingScanned() {
        scopes.waive();
        pass().nothingScanned();
    }

    /** Reads the reference again to find what no longer exists, and returns the summary. */
    public RecordSummary end() throws IOException {
        return pass().end(reference, day.now());
    }

    /**
     * Returns the number of findings that were not scanned or not checked and that were dropped because they were too old or
     * too many.
     */
    long dropped() {
        return pass().dropped();
    }

    private RecordingPass pass() {
        return pass.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        List<Closeable> all = new ArrayList<>();
        pass.ifPresent(all::add);
        reference.ifPresent(all::add);
        FindingWriters.close(all);
    }
}
