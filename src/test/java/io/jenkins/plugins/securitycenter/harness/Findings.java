package io.jenkins.plugins.securitycenter.harness;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.GateEvaluation;
import io.jenkins.plugins.securitycenter.gate.GateEvaluations;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Findings that a build is given without any server. */
public final class Findings {

    /** What records call their reference. */
    public static final String REFERENCE = "nightly#1";

    private final List<RecordedFinding> entries = new ArrayList<>();
    private RecordOrigin origin =
            new RecordOrigin("production", "77", "https://sc.example.com/#scan_results/view/77", REFERENCE);

    private final List<TopFix> fixes = new ArrayList<>();
    private GateEvaluation gates = GateEvaluations.of(List.of());

    public Findings add(Finding finding, FindingState state) {
        entries.add(new RecordedFinding(finding, state));
        return this;
    }

    public Findings from(RecordOrigin other) {
        origin = other;
        return this;
    }

    /** A fix that removes much risk. */
    public Findings resolvedBy(TopFix fix) {
        fixes.add(fix);
        return this;
    }

    /** What the gates of this evaluation say of them. */
    public Findings judgedBy(GateEvaluation other) {
        entries.forEach(entry -> GateEvaluations.accept(other, entry.finding(), entry.state()));
        gates = other;
        return this;
    }

    /** Stores them with the build as a record. */
    public FindingsAction record(Run<?, ?> run, String id, String name) throws IOException {
        try (FindingFileWriter writer =
                new FindingFileWriter(StoredFindings.file(run.getRootDir().toPath(), id))) {
            writer.begin();
            for (RecordedFinding entry : entries) {
                writer.write(entry);
            }
            writer.end();
        }
        RecordSummary summary = new RecordSummary(changes(), gates.verdict(true)).withFixes(fixes);
        FindingsAction action = new FindingsAction(run, id, name, origin, summary);
        run.addAction(action);
        run.save();
        return action;
    }

    private StateCounts changes() {
        return new StateCounts(
                !origin.reference().isEmpty(),
                totals(FindingState::current),
                totals(FindingState.NEW::equals),
                totals(FindingState.OUTSTANDING::equals),
                totals(FindingState.FIXED::equals),
                totals(FindingState.NOT_SCANNED::equals));
    }

    private Totals totals(Predicate<FindingState> wanted) {
        Totals totals = Totals.NONE;
        for (RecordedFinding entry : entries) {
            totals = wanted.test(entry.state()) ? totals.plus(entry.finding().severity(), 1) : totals;
        }
        return totals;
    }
}
