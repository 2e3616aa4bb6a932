package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.report.Recording;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The findings to compare with: those of the last build whose gates of the same record passed. */
final class ReferenceBuild implements Recording.Source {

    private final Run<?, ?> run;
    private final StoredFindings findings;
    private final Severity minimum;

    ReferenceBuild(Run<?, ?> run, StoredFindings findings, Severity minimum) {
        this.run = run;
        this.findings = findings;
        this.minimum = minimum;
    }

    /** The full name of the build. */
    String name() {
        return run.getExternalizableId();
    }

    /** A remark for the log if the findings of that build were selected in another way. */
    Optional<String> remark(String recordId, Selection selection) {
        return FindingsAction.of(run, recordId)
                .map(action -> action.origin().selection())
                .filter(text -> !text.isEmpty() && !text.equals(selection.text()))
                .map(text -> name() + " recorded other findings (" + text + ") than this build (" + selection.text()
                        + "), so what only one of them recorded counts as new or fixed.");
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
}
