package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.task.BuildTask;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.util.function.UnaryOperator;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A step that is also available in freestyle builds. */
@Restricted(NoExternalUse.class)
public abstract class TaskStep extends SecurityCenterStep {

    private static final long serialVersionUID = 1;

    /**
     * Creates the task from the parameters.
     *
     * @param expand expands the variables of a freestyle build
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    public abstract BuildTask task(UnaryOperator<String> expand);

    /**
     * Validates the parameters before the values of variables are known.
     *
     * @param expand replaces variables with placeholders
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    public void check(UnaryOperator<String> expand) {
        task(expand);
    }

    /**
     * Returns the server and the account of the task.
     *
     * @param expand expands the variables of a freestyle build
     * @param scope the enclosing session; null for none
     */
    public final ServerChoice connection(UnaryOperator<String> expand, @CheckForNull SessionScope scope) {
        return connection(expand).within(scope);
    }
}
