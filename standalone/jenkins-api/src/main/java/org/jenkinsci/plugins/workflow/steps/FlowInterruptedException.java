package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.util.List;
import jenkins.model.CauseOfInterruption;

public final class FlowInterruptedException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    public FlowInterruptedException(
            @NonNull Result result, boolean actualInterruption, @NonNull CauseOfInterruption... causes) {
        Declared.only();
    }

    public @NonNull Result getResult() {
        return Declared.only();
    }

    public @NonNull List<CauseOfInterruption> getCauses() {
        return Declared.only();
    }
}
