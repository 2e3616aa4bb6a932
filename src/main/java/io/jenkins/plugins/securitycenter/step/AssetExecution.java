package io.jenkins.plugins.securitycenter.step;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Updates an asset list; after a restart once more, which changes nothing that was done before it. */
final class AssetExecution extends BackgroundExecution {

    private static final long serialVersionUID = 1;

    private final AssetStep step;

    AssetExecution(StepContext context, AssetStep step) {
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
        return "updating asset list \"" + step.getName() + "\"";
    }
}
