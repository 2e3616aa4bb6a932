package io.jenkins.plugins.securitycenter.step;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.run.Problems;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Does what takes seconds to minutes outside of the pipeline's own thread. */
abstract class BackgroundExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1;

    BackgroundExecution(StepContext context) {
        super(context);
    }

    /** Does it and returns what the step returns. */
    abstract Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException;

    @Override
    public final boolean start() {
        begin();
        return false;
    }

    final void begin() {
        run(this::perform);
    }

    private void perform() throws Exception {
        StepContext context = getContext();
        try {
            context.onSuccess(
                    perform(context.get(Run.class), context.get(FilePath.class), context.get(TaskListener.class)));
        } catch (RuntimeException | IOException e) {
            throw Problems.forUser(e);
        }
    }
}
