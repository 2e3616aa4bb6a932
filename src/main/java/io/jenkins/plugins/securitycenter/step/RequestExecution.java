package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.run.ApiCall;
import io.jenkins.plugins.securitycenter.run.Problems;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Makes one call outside of the pipeline's own thread. */
final class RequestExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1;

    private final RequestStep step;

    RequestExecution(StepContext context, RequestStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::perform);
        return false;
    }

    @Override
    public void onResume() {
        ApiCall call = step.call(UnaryOperator.identity());
        if (call.repeatable()) {
            run(this::perform);
        } else {
            getContext()
                    .onFailure(new AbortException("Jenkins stopped while SecurityCenter was asked to "
                            + call.request().operation()
                            + "; it is not known whether it did, so it is not asked again."));
        }
    }

    private void perform() throws Exception {
        StepContext context = getContext();
        try {
            context.onSuccess(step.call(UnaryOperator.identity())
                    .within(context.get(SessionScope.class))
                    .perform(context.get(Run.class), context.get(FilePath.class), context.get(TaskListener.class)));
        } catch (RuntimeException | IOException e) {
            throw Problems.forUser(e);
        }
    }

    @Override
    public String getStatus() {
        return step.getMethod() + " " + step.getPath();
    }
}
