package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.run.ApiCall;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Makes one call. */
final class RequestExecution extends BackgroundExecution {

    private static final long serialVersionUID = 1;

    private final RequestStep step;

    RequestExecution(StepContext context, RequestStep step) {
        super(context);
        this.step = step;
    }

    @Override
    Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener) throws IOException, InterruptedException {
        return step.call(UnaryOperator.identity())
                .within(getContext().get(SessionScope.class))
                .perform(run, workspace, listener);
    }

    @Override
    public void onResume() {
        ApiCall call = step.call(UnaryOperator.identity());
        if (call.repeatable()) {
            begin();
        } else {
            getContext()
                    .onFailure(new AbortException("Jenkins stopped while SecurityCenter was asked to "
                            + call.request().operation()
                            + "; it is not known whether it did, so it is not asked again."));
        }
    }

    @Override
    public String getStatus() {
        return step.getMethod() + " " + step.getPath();
    }
}
