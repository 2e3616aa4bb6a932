package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.watch.AccountLookup;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import java.io.IOException;

/**
 * Where a task takes place.
 *
 * @param key identifies it among the tasks of the build, and is the same after a restart
 * @param account the server and the account as they are configured at the time of the call
 */
public record Site(Run<?, ?> run, String key, Connection connection, AccountLookup account, Workspace workspace) {

    /** Whose the task is, as the registry of runs stores it. */
    RunOwner owner() {
        return new RunOwner(key, run.getExternalizableId(), connection.server(), connection.credentialsId());
    }

    Endpoint endpoint() {
        return account.current().endpoint();
    }

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
