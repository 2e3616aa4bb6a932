package io.jenkins.plugins.securitycenter.harness;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.gate.Changes;
import io.jenkins.plugins.securitycenter.gate.Evaluation;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.report.FindingFileWriter;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Findings that a build is given without any server. */
public final class Findings {

    /** What records call their reference. */
    public static final String REFERENCE = "nightly#1";

    private final List<StoredFindings.Entry> entries = new ArrayList<>();
    private Origin origin = new Origin("production", "77", "https://sc.example.com/#scan_results/view/77", REFERENCE);

    private Evaluation gates = new Evaluation(List.of());

    public Findings add(Finding finding, Change change) {
        entries.add(new StoredFindings.Entry(finding, change));
        return this;
    }

    public Findings from(Origin other) {
        origin = other;
        return this;
    }

    /** What the gates of this evaluation say of them. */
    public Findings judgedBy(Evaluation other) {
        entries.forEach(entry -> other.accept(entry.finding(), entry.change()));
        gates = other;
        return this;
    }

    /** Stores them with the build as a record. */
    public FindingsAction record(Run<?, ?> run, String id, String name) throws IOException {
        try (FindingFileWriter writer =
                new FindingFileWriter(StoredFindings.file(run.getRootDir().toPath(), id))) {
            writer.begin();
            for (StoredFindings.Entry entry : entries) {
                writer.write(entry.finding(), entry.change());
            }
            writer.end();
        }
        Summary summary = new Summary(changes(), gates.verdict(true));
        FindingsAction action = new FindingsAction(run, id, name, origin, summary);
        run.addAction(action);
        run.save();
        return action;
    }

    private Changes changes() {
        return new Changes(
                !origin.reference().isEmpty(),
                totals(Change::current),
                totals(Change.NEW::equals),
                totals(Change.OUTSTANDING::equals),
                totals(Change.FIXED::equals),
                totals(Change.NOT_SCANNED::equals));
    }

    private Totals totals(Predicate<Change> wanted) {
        Totals totals = Totals.NONE;
        for (StoredFindings.Entry entry : entries) {
            totals = wanted.test(entry.change()) ? totals.plus(entry.finding().severity(), 1) : totals;
        }
        return totals;
    }
}
