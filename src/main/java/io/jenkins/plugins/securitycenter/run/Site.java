package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;

/** Where a task takes place. */
public record Site(Run<?, ?> run, Target target, Workspace workspace) {

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
