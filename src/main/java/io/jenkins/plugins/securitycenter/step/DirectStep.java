package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A step that performs a task on a server without waiting for a scan, import or report. */
@Restricted(NoExternalUse.class)
public abstract class DirectStep extends TaskStep {

    private static final long serialVersionUID = 1;

    /** Returns the current activity, for display. */
    abstract String status();

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> {
            task(UnaryOperator.identity());
            return new DirectExecution(context, this);
        });
    }
}
