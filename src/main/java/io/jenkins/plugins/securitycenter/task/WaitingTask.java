package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A task that a build starts on a server and then waits for, with or without a thread. */
@Restricted(NoExternalUse.class)
public interface WaitingTask extends BuildTask {

    /**
     * Prepares the run, which {@link RunControl#start()} starts.
     *
     * @param state the last state that was stored before a restart, or a fresh state
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    RunControl prepare(TaskContext context, RunState state, TaskCallback callback)
            throws IOException, InterruptedException;

    /**
     * Returns the connection of the task; by default the given one.
     *
     * @param asked the server and the account of the step, with the values of an enclosing session filled in
     * @throws IllegalArgumentException if it does not fit the task, with a message for the user
     */
    default ServerChoice connection(ServerChoice asked, Run<?, ?> run) throws IOException {
        return asked;
    }

    /** Performs the task and waits for it on the thread of the caller. */
    @Override
    default Map<String, Object> perform(
            ServerChoice server,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException {
        return BlockingRun.perform(this, server, run, workspace, listener);
    }

    /**
     * Receives the progress and the conclusion of a task, on another thread. Exactly one of the last three methods is
     * called.
     */
    interface TaskCallback {

        /** Stores the state; the result completes once the state is on disk. */
        CompletionStage<Void> saved(RunState state);

        /** Writes a line to the build log. */
        void log(String line);

        /** Returns whether the build no longer waits. */
        boolean abandoned();

        /** Marks the stage of the build with a result, with the reason. */
        void mark(Result result, String reason);

        /** Reports success, with the result for the script. */
        void finished(Map<String, Object> answer);

        /** Reports failure; unless it is a bug in this plugin, the message is one sentence for the user. */
        void failed(Exception problem);

        /** Reports that the task was aborted, possibly before a restart. */
        void aborted();
    }
}
