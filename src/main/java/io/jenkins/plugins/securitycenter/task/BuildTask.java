package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A task that a build performs on a server. */
@Restricted(NoExternalUse.class)
@FunctionalInterface
public interface BuildTask {

    /**
     * Performs the task on the thread of the caller.
     *
     * @param server the server and the account, with the values of an enclosing session filled in
     * @return the result for the script
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    Object perform(
            ServerChoice server,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException;
}
