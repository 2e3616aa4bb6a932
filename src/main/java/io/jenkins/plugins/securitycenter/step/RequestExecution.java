package io.jenkins.plugins.securitycenter.step;

import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.task.RequestTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Performs an API call, which is repeated after a restart only if that is safe. */
final class RequestExecution extends DirectExecution {

    private static final long serialVersionUID = 1;

    private final RequestStep step;

    RequestExecution(StepContext context, RequestStep step) {
        super(context, step);
        this.step = step;
    }

    @Override
    public void onResume() {
        RequestTask call = step.task(UnaryOperator.identity());
        if (call.repeatable()) {
            begin();
        } else {
            getContext()
                    .onFailure(UserFailures.abort("Jenkins stopped during the request to "
                            + call.request().operation()
                            + "; it is not known whether the request succeeded, so it is not repeated."));
        }
    }
}
