package io.jenkins.plugins.securitycenter.task;

import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Performs a long task on the thread of the build. */
final class BlockingRun {

    /** Longer than the time that a run waits for its cleanup before it reports its conclusion. */
    private static final long ABORT_SECONDS = 30;

    private BlockingRun() {}

    /**
     * Performs the task and waits for it.
     *
     * @return the result for the script
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     * @throws IOException if the task failed, with a message for the user
     */
    static Map<String, Object> perform(
            WaitingTask task, ServerChoice asked, Run<?, ?> run, @Nullable FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException {
        ServerChoice server = task.connection(asked, run).named();
        ThreadCallback callback = new ThreadCallback(listener.getLogger());
        TaskContext context = new TaskContext(
                run,
                new StepPlace(UUID.randomUUID().toString(), ParallelBranch.NONE),
                server,
                () -> server.target(run),
                () -> workspace);
        RunControl watched = task.prepare(context, RunState.initial(), callback);
        watched.start();
        try {
            return callback.answer.get();
        } catch (InterruptedException e) {
            callback.abandoned = true;
            abort(watched, callback);
            throw e;
        } catch (ExecutionException e) {
            throw forUser(e.getCause());
        }
    }

    /** Waits for the cleanup, up to a time limit after which it continues in the background. */
    private static void abort(RunControl watched, ThreadCallback callback) throws InterruptedException {
        watched.abort();
        try {
            if (!SecurityCenterService.get().closed()) {
                callback.answer.get(ABORT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw (InterruptedException) new InterruptedException("The build was aborted.").initCause(e);
        }
    }

    private static IOException forUser(@Nullable Throwable problem) {
        if (problem instanceof Exception exception) {
            return UserFailures.thrown(exception);
        }
        throw new IllegalStateException(problem);
    }

    private static final class ThreadCallback implements WaitingTask.TaskCallback {

        private final PrintStream log;
        private final CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        private volatile boolean abandoned;

        ThreadCallback(PrintStream log) {
            this.log = log;
        }

        /**
         * Stores nothing: such a build does not survive a restart, and the registry of runs stores what its cleanup
         * needs.
         */
        @Override
        public CompletionStage<Void> saved(RunState state) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void log(String line) {
            log.println(line);
        }

        @Override
        public boolean abandoned() {
            return abandoned;
        }

        @Override
        public void mark(Result result, String reason) {
            // A freestyle build has no stages.
        }

        @Override
        public void finished(Map<String, Object> given) {
            answer.complete(given);
        }

        @Override
        public void failed(Exception problem) {
            answer.completeExceptionally(problem);
        }

        @Override
        public void aborted() {
            answer.complete(Map.of());
        }
    }
}
