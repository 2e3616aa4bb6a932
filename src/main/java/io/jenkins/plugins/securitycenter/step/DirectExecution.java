package io.jenkins.plugins.securitycenter.step;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.task.StepPlace;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Performs a repeatable task, which starts from the beginning after a restart. */
class DirectExecution extends BackgroundExecution {

    private static final long serialVersionUID = 1;

    private final DirectStep step;

    DirectExecution(StepContext context, DirectStep step) {
        super(context);
        this.step = step;
    }

    @Override
    final Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException {
        return step.task(UnaryOperator.identity())
                .perform(connection(step), run, workspace, listener, new StepPlace("", Branches.of(getContext())));
    }

    @Override
    public void onResume() {
        begin();
    }

    @Override
    public final String getStatus() {
        return step.status();
    }
}
