package io.jenkins.plugins.securitycenter.record;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.PendingFindingFile;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The publication of a record in its build. */
@Restricted(NoExternalUse.class)
public final class RecordPublication {

    private RecordPublication() {}

    /** Publishes the file, the record and the result of the build together, or none of them. */
    public static void publish(Run<?, ?> run, FindingsAction action, PendingFindingFile stored) throws IOException {
        stored.publish();
        // The result is set first, so that the build is never saved with a record but without its verdict.
        applyVerdict(run, action.summary());
        run.addAction(action);
        try {
            run.save();
        } catch (IOException | RuntimeException e) {
            run.removeAction(action);
            throw e;
        }
        stored.confirm();
    }

    private static void applyVerdict(Run<?, ?> run, RecordSummary summary) {
        switch (summary.verdict().outcome()) {
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case FAILED -> run.setResult(Result.FAILURE);
            case STAGE, PASSED, INACTIVE -> {
                // The result of the build stays unchanged.
            }
        }
    }
}
