package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;

/**
 * Where a task takes place.
 *
 * @param key tells it from other tasks of the build, and is the same after a restart
 */
public record Site(Run<?, ?> run, String key, Target target, Workspace workspace) {

    /** The workspace, which may come and go with its agent. */
    @FunctionalInterface
    public interface Workspace {
        /** Null when the build has none. */
        @CheckForNull
        FilePath get() throws IOException, InterruptedException;
    }

    /** A file of the workspace as it is now; see {@link WorkspaceFile#of}. */
    WorkspaceFile file(String parameter, String path) throws IOException, InterruptedException {
        return WorkspaceFile.of(workspace.get(), parameter, path);
    }
}
