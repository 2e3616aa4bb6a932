package io.jenkins.plugins.securitycenter.step;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Downloads a raw result; after a restart from the beginning. */
final class ExportExecution extends BackgroundExecution {

    private static final long serialVersionUID = 1;

    private final ExportStep step;

    ExportExecution(StepContext context, ExportStep step) {
        super(context);
        this.step = step;
    }

    @Override
    Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener) throws IOException, InterruptedException {
        return step.task(UnaryOperator.identity())
                .within(getContext().get(SessionScope.class))
                .perform(run, workspace, listener);
    }

    @Override
    public void onResume() {
        begin();
    }

    @Override
    public String getStatus() {
        return step.getScanResultId() == null
                ? "exporting the last scan result"
                : "exporting scan result " + step.getScanResultId();
    }
}
