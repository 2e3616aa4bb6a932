package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;

/** What a build does on a server in one go. */
public interface BriefTask {

    /** This task, with what its connection leaves open filled in from the session that encloses it, if any. */
    BriefTask within(@CheckForNull SessionScope scope);

    /**
     * Does it.
     *
     * @return the answer
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     */
    Object perform(Run<?, ?> run, @CheckForNull FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException;
}
