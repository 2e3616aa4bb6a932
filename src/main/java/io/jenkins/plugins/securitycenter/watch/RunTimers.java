package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the tasks of a run on executors, immediately or after a delay. Thread-safe. */
final class RunTimers {

    private static final Logger LOGGER = Logger.getLogger(RunTimers.class.getName());

    private final WatchThreads threads;
    private final Set<Future<?>> planned = new HashSet<>();

    RunTimers(WatchThreads threads) {
        this.threads = threads;
    }

    /** Runs the task after a delay, on the executor for local work. */
    synchronized void schedule(Duration delay, Runnable task) {
        planned.removeIf(Future::isDone);
        try {
            planned.add(threads.scheduler()
                    .schedule(() -> execute(threads.local(), task), delay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is shutting down; the run continues after the restart", e);
        }
    }

    /** Runs the task as soon as a thread is available. */
    void execute(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Jenkins is shutting down; the run continues after the restart", e);
        }
    }

    /** Cancels all delayed tasks. */
    synchronized void cancel() {
        planned.forEach(future -> future.cancel(false));
        planned.clear();
    }
}
