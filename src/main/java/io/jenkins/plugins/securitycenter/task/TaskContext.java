package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.watch.AccountLookup;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The context of a task.
 *
 * @param place the place of the step, with a key that freestyle builds have too
 * @param account the server and the account as they are configured at the time of the call
 */
@Restricted(NoExternalUse.class)
public record TaskContext(
        Run<?, ?> run, StepPlace place, ServerChoice connection, AccountLookup account, Workspace workspace) {

    /** Returns the context of a part of the task, with a key of its own. */
    public TaskContext part(int number) {
        return new TaskContext(
                run, new StepPlace(key() + "-" + number, place.branch()), connection, account, workspace);
    }

    /** Returns what identifies the task within the build, also after a restart. */
    public String key() {
        return place.key();
    }

    /** Returns the owner of the task, as stored in the registry of runs. */
    public RunOwner owner() {
        return new RunOwner(key(), run.getExternalizableId(), connection.server(), connection.credentialsId());
    }

    public Endpoint endpoint() {
        return account.current().endpoint();
    }

    /** Provides the workspace, which is available only while its agent is online. */
    @FunctionalInterface
    public interface Workspace {
        /** Returns the workspace; null if the build has none. */
        @CheckForNull
        FilePath get() throws IOException, InterruptedException;
    }

    /** Returns a file in the current workspace; see {@link WorkspaceFile#of}. */
    WorkspaceFile file(String parameter, String path) throws IOException, InterruptedException {
        return WorkspaceFile.of(workspace.get(), parameter, path);
    }
}
