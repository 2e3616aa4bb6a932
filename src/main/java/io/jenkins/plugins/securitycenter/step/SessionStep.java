package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.console.ConsoleLogFilter;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Step {@code withSecurityCenter}: provides a server, an account and a session to the steps and scripts in its block.
 */
@Restricted(NoExternalUse.class)
public final class SessionStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    /** @param server the default parameter, so scripts can omit its name; null for the default server */
    @DataBoundConstructor
    public SessionStep(String server) {
        setServer(server);
    }

    /**
     * Creates the scope that the steps in the block use.
     *
     * @param expand expands the variables of a freestyle build
     * @throws IllegalArgumentException if there is no such server, with a message for the user
     */
    public SessionScope scope(UnaryOperator<String> expand) {
        return new SessionScope(connection(expand).named());
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        return checked(() -> new SessionExecution(context, scope(UnaryOperator.identity())));
    }

    /** Reads the step of a freestyle job. */
    public static final class ConverterImpl extends StoredStepConverter {

        public ConverterImpl(XStream2 xstream) {
            super(xstream);
        }
    }

    /** The descriptor of the step. */
    @Extension
    public static final class DescriptorImpl extends SecurityCenterStepDescriptor {

        @Override
        public String getFunctionName() {
            return "withSecurityCenter";
        }

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.SessionStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(SessionScope.class, EnvironmentExpander.class, ConsoleLogFilter.class);
        }
    }
}
