package io.jenkins.plugins.securitycenter.run;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.Events;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanRun;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scan for a build that has a thread of its own to wait in. */
public final class BlockingScan {

    /** How long an aborted build waits for the scan to be stopped. */
    public static final Duration FAREWELL = Duration.ofSeconds(20);

    private BlockingScan() {}

    /**
     * Runs the scan and waits for it.
     *
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     * @throws IOException with a sentence when the scan failed
     */
    public static void perform(ScanTask task, Run<?, ?> run, TaskListener listener)
            throws IOException, InterruptedException {
        Target target = task.connection().target(run);
        Outcome outcome = new Outcome(listener.getLogger());
        ScanRun scan = task.run(target, BuildMark.of(run, UUID.randomUUID().toString()), RunState.fresh(), outcome);
        scan.start();
        task.conclude(await(scan, outcome), target.endpoint(), run, listener);
    }

    private static ScanResult await(ScanRun scan, Outcome outcome) throws IOException, InterruptedException {
        try {
            return outcome.result.get();
        } catch (InterruptedException e) {
            stop(scan);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException sentence) {
                throw sentence;
            }
            if (e.getCause() instanceof IllegalArgumentException sentence) {
                throw new AbortException(sentence.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void stop(ScanRun scan) throws InterruptedException {
        try {
            scan.abort().get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw (InterruptedException) new InterruptedException("The scan could not be stopped.").initCause(e);
        }
    }

    private record Outcome(PrintStream log, CompletableFuture<ScanResult> result) implements Events {

        Outcome(PrintStream log) {
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
        public void finished(ScanResult reached) {
            result.complete(reached);
        }

        @Override
        public void failed(Exception problem) {
            result.completeExceptionally(problem);
        }
    }
}
