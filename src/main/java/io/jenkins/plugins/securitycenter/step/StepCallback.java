package io.jenkins.plugins.securitycenter.step;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.task.WaitingTask;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Writes the log, marks the stage and stores the state of a pipeline step. Subclasses handle the end of the step. */
abstract class StepCallback implements WaitingTask.TaskCallback {

    private static final Logger LOGGER = Logger.getLogger(StepCallback.class.getName());
    /** The maximum time to store a state; the run does not continue before it is stored. */
    private static final long STORING_SECONDS = 60;

    private final StepContext context;

    StepCallback(StepContext context) {
        this.context = context;
    }

    /** Stores the execution; the result completes once it is on disk. */
    final CompletionStage<Void> store() {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        ListenableFuture<Void> saving = context.saveState();
        saving.addListener(() -> complete(stored, saving), Runnable::run);
        return stored.orTimeout(STORING_SECONDS, TimeUnit.SECONDS);
    }

    private static void complete(CompletableFuture<Void> stored, ListenableFuture<Void> saving) {
        try {
            stored.complete(saving.get());
        } catch (ExecutionException e) {
            stored.completeExceptionally(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stored.completeExceptionally(e);
        }
    }

    @Override
    public final void log(String line) {
        try {
            context.get(TaskListener.class).getLogger().println(line);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final void mark(Result result, String reason) {
        try {
            StageWarning.put(context, result, reason);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
