package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An executor that runs its tasks in the calling thread, when the test lets time pass. */
public final class HandDrivenExecutor extends ScheduledThreadPoolExecutor implements WatchThreads {

    private final ManualClock clock;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::due));
    private int plannedRun;

    public HandDrivenExecutor(ManualClock clock) {
        super(1);
        this.clock = clock;
    }

    /** Runs what is due, then moves the clock from task to task until the time has passed. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        for (Task next = tasks.peek(); next != null && !next.due().isAfter(end); next = tasks.peek()) {
            tasks.remove();
            if (next.due().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.due()));
            }
            if (!next.isCancelled()) {
                plannedRun += next.planned ? 1 : 0;
                next.run();
            }
        }
        if (end.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), end));
        }
    }

    /** Runs what is due now. */
    public void settle() {
        pass(Duration.ZERO);
    }

    /** Forgets what is planned. */
    void forget() {
        tasks.clear();
    }

    @Override
    public ScheduledExecutorService scheduler() {
        return this;
    }

    @Override
    public Executor local() {
        return this;
    }

    @Override
    public Executor calls(URI server) {
        return this;
    }

    @Override
    public Executor transfers(URI server) {
        return this;
    }

    @Override
    public void close() {
        shutdownNow();
    }

    /** How many tasks have run that were scheduled for later. */
    public int plannedRun() {
        return plannedRun;
    }

    /** Whether anything is planned. */
    public boolean idle() {
        return tasks.stream().allMatch(Task::isCancelled);
    }

    @Override
    public void execute(Runnable command) {
        tasks.add(new Task(command, clock.instant(), false));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, clock.instant().plusNanos(unit.toNanos(delay)), true);
        tasks.add(task);
        return task;
    }

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final Instant due;
        private final boolean planned;

        Task(Runnable command, Instant due, boolean planned) {
            super(command, null);
            this.due = due;
            this.planned = planned;
        }

        Instant due() {
            return due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException();
        }
    }
}
