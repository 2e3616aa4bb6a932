package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import io.jenkins.plugins.securitycenter.run.BriefTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that does something on a server in one go. */
public abstract class BriefStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    /**
     * What these parameters describe.
     *
     * @param expand puts values for the variables of a freestyle build
     * @throws IllegalArgumentException with a sentence that says which parameter is wrong and what is allowed
     */
    public abstract BriefTask task(UnaryOperator<String> expand);

    /** What it is doing, for people. */
    abstract String status();

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> task(UnaryOperator.identity()), () -> new BriefExecution(context, this));
    }
}
