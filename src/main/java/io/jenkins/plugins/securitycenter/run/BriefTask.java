package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;

/** A task that a build performs on a server without waiting for a scan, import or report. */
public interface BriefTask {

    /** Returns a copy that takes missing values of its connection from the enclosing session, if any. */
    BriefTask within(@CheckForNull SessionScope scope);

    /**
     * Performs the task.
     *
     * @return the result for the script
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    Object perform(Run<?, ?> run, @CheckForNull FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException;
}
