package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import io.jenkins.plugins.securitycenter.run.BriefTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that performs a task on a server without waiting for a scan, import or report. */
public abstract class BriefStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    /**
     * Creates the task from the parameters.
     *
     * @param expand expands the variables of a freestyle build
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    public abstract BriefTask task(UnaryOperator<String> expand);

    /** Returns the current activity, for display. */
    abstract String status();

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> task(UnaryOperator.identity()), () -> new BriefExecution(context, this));
    }
}
