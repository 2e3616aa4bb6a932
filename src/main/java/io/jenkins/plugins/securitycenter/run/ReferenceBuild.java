package io.jenkins.plugins.securitycenter.run;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.report.Recording;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import jenkins.model.Jenkins;

/** The findings to compare with: those of the last build whose gates of the same record passed. */
final class ReferenceBuild implements Recording.Source {

    private final Run<?, ?> run;
    private final StoredFindings findings;
    private final Severity minimum;

    private ReferenceBuild(Run<?, ?> run, StoredFindings findings, Severity minimum) {
        this.run = run;
        this.findings = findings;
        this.minimum = minimum;
    }

    /**
     * Looks for it.
     *
     * @param job the job to look in; empty for the build's own
     * @throws IllegalArgumentException with a sentence when there is no such job
     */
    static Optional<ReferenceBuild> of(Run<?, ?> build, String recordId, String job, Severity minimum)
            throws IOException {
        Run<?, ?> candidate =
                job.isEmpty() ? build.getPreviousBuild() : job(job, build).getLastCompletedBuild();
        for (; candidate != null; candidate = candidate.getPreviousBuild()) {
            Optional<FindingsAction> action = FindingsAction.of(candidate, recordId);
            if (action.isPresent()
                    && action.get().summary().verdict().passed()
                    && Files.exists(action.get().file())) {
                return Optional.of(new ReferenceBuild(
                        candidate, StoredFindings.open(action.get().file()), minimum));
            }
        }
        return Optional.empty();
    }

    /** The full name of the build. */
    String name() {
        return run.getExternalizableId();
    }

    /** Without what this build would not record: the reference may have recorded less severe findings too. */
    @Override
    public void read(Consumer<Finding> consumer) throws IOException {
        findings.read(finding -> {
            if (finding.severity().atLeast(minimum)) {
                consumer.accept(finding);
            }
        });
    }

    /** All of them, so that a finding that became more severe is not taken for a new one. */
    @Override
    public void readKeys(Consumer<Finding> consumer) throws IOException {
        findings.readKeys(consumer);
    }

    private static Job<?, ?> job(String name, Run<?, ?> build) {
        Job<?, ?> job = Jenkins.get().getItem(name, build.getParent(), Job.class);
        if (job == null) {
            throw new IllegalArgumentException("reference \"" + name
                    + "\" is no job, or may not be read; the name of a job is needed, with its folder if it has one.");
        }
        return job;
    }
}
