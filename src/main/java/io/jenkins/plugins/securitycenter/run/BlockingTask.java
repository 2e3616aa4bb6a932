package io.jenkins.plugins.securitycenter.run;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.Target;
import io.jenkins.plugins.securitycenter.watch.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A long task for a build that has a thread of its own to wait in. */
public final class BlockingTask {

    /** How long an aborted build waits for the server to be told. */
    public static final Duration FAREWELL = Duration.ofSeconds(20);

    private BlockingTask() {}

    /**
     * Does the task and waits for it.
     *
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     * @throws IOException with a sentence when it failed
     */
    public static void perform(LongTask task, Run<?, ?> run, FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException {
        Target target = task.connection().target(run);
        ToThread outcome = new ToThread(listener.getLogger());
        Site site = new Site(run, UUID.randomUUID().toString(), target, () -> workspace);
        Waiting waiting = task.prepare(site, RunState.fresh(), outcome);
        waiting.start();
        try {
            outcome.answer.get();
        } catch (InterruptedException e) {
            outcome.answer.cancel(false);
            leave(waiting);
            throw e;
        } catch (ExecutionException e) {
            throw forUser(e.getCause());
        }
    }

    private static void leave(Waiting waiting) throws InterruptedException {
        try {
            waiting.abort().get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw (InterruptedException) new InterruptedException("The server could not be told.").initCause(e);
        }
    }

    private static IOException forUser(Throwable problem) {
        if (problem instanceof Exception exception && Problems.forUser(exception) instanceof IOException sentence) {
            return sentence;
        }
        throw new IllegalStateException(problem);
    }

    private record ToThread(PrintStream log, CompletableFuture<Map<String, Object>> answer)
            implements LongTask.Outcome {

        ToThread(PrintStream log) {
            this(log, new CompletableFuture<>());
        }

        @Override
        public void saved(RunState state) {
            // A build with a thread of its own does not survive a restart, so there is nothing to store.
        }

        @Override
        public void log(String line) {
            log.println(line);
        }

        @Override
        public boolean abandoned() {
            return answer.isCancelled();
        }

        @Override
        public void unstable(String reason) {
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
    }
}
