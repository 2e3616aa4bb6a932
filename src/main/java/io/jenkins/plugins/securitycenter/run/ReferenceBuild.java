package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.report.OpenFindings;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The findings to compare with: those of the last build whose gates of the same record passed. Their file stays open, so
 * that the build may be deleted meanwhile.
 */
final class ReferenceBuild implements ReferenceFindings {

    private final FindingsAction action;
    private final OpenFindings findings;
    private final Severity minimum;
    private final boolean ofOtherJob;

    private ReferenceBuild(FindingsAction action, OpenFindings findings, Severity minimum, boolean ofOtherJob) {
        this.action = action;
        this.findings = findings;
        this.minimum = minimum;
        this.ofOtherJob = ofOtherJob;
    }

    /**
     * Opens the findings of a record.
     *
     * @param minimum less severe findings are not handed over by {@link #read}
     * @param build the build that is compared with the record
     * @throws IOException with a sentence when the file is missing, damaged or of another format
     */
    static ReferenceBuild open(FindingsAction action, Severity minimum, Run<?, ?> build) throws IOException {
        boolean ofOtherJob = !ReferenceJob.same(action.getRun().getParent(), build.getParent());
        return new ReferenceBuild(action, OpenFindings.open(action.file()), minimum, ofOtherJob);
    }

    /** The full name of the build. */
    String name() {
        return action.getRun().getExternalizableId();
    }

    /** A remark for the log if the findings of that build were selected in another way. */
    Optional<String> remark(Selection selection) {
        return Optional.of(action.origin().selection())
                .filter(text -> !text.isEmpty() && !text.equals(selection.text()))
                .map(text -> name() + " recorded different findings (" + text + ") than this build"
                        + " (" + selection.text()
                        + "), so findings that only one of them recorded count as new or fixed.");
    }

    /**
     * Without what this build would not record: the reference may have recorded less severe findings too. Those of
     * another job come without their texts, which stay behind the permission to read that job.
     */
    @Override
    public void read(Consumer<Finding> consumer) throws IOException {
        findings.read(finding -> {
            if (finding.severity().atLeast(minimum)) {
                consumer.accept(ofOtherJob ? finding.brief() : finding);
            }
        });
    }

    /** All of them, so that a finding that became more severe is not taken for a new one. */
    @Override
    public void readKeys(Consumer<Finding> consumer) throws IOException {
        findings.readKeys(consumer);
    }

    @Override
    public void close() throws IOException {
        findings.close();
    }
}
