package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of one Jenkins process whose tasks are run one by one, by the {@link ModelWorld}. */
final class ModelThreads extends ScheduledThreadPoolExecutor implements WatchThreads {

    private final ModelWorld world;
    private final int process;

    ModelThreads(ModelWorld world, int process) {
        super(1);
        this.world = world;
        this.process = process;
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

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Duration time = Duration.of(delay, unit.toChronoUnit());
        return world.lives(process) ? world.tasks().add(process, time, command) : null;
    }

    /** The tasks of a world, in the order in which they are due. */
    static final class Tasks {

        private final ManualClock clock;
        private final List<Task> tasks = new ArrayList<>();
        private String context = "";

        Tasks(ManualClock clock) {
            this.clock = clock;
        }

        /** @param process the Jenkins process that it dies with; 0 for the server and what starts Jenkins */
        Task add(int process, Duration delay, Runnable command) {
            Task task = new Task(process, clock.instant().plus(delay), context, command);
            int place = tasks.size();
            while (place > 0 && tasks.get(place - 1).due.isAfter(task.due)) {
                place--;
            }
            tasks.add(place, task);
            return task;
        }

        void forget(int process) {
            tasks.removeIf(task -> task.process == process);
        }

        /** Whether two tasks are due, which can change their places. */
        boolean canOvertake() {
            return tasks.size() > 1 && !tasks.get(1).due.isAfter(clock.instant());
        }

        void overtake() {
            tasks.add(0, tasks.remove(1));
        }

        /** Runs the first task, when the time has come; returns whether there was one. */
        boolean runNext(Instant until) {
            if (tasks.isEmpty() || tasks.get(0).due.isAfter(until)) {
                return false;
            }
            Task next = tasks.remove(0);
            if (next.due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.due));
            }
            in(next.context, next.command);
            return true;
        }

        /** Runs something whose tasks are told from those of other builds. */
        void in(String name, Runnable command) {
            String before = context;
            context = name;
            command.run();
            context = before;
        }

        void describe(StringBuilder text) {
            for (Task task : tasks) {
                long delay = Duration.between(clock.instant(), task.due).toMillis();
                text.append(task.process == 0 ? 's' : 'j')
                        .append(task.context)
                        .append(Math.max(delay, 0))
                        .append(task.command.getClass().getName())
                        .append(';');
            }
        }
    }

    /** Something to be run. */
    static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final int process;
        private final Instant due;
        private final String context;
        private final Runnable command;

        Task(int process, Instant due, String context, Runnable command) {
            super(command, null);
            this.process = process;
            this.due = due;
            this.context = context;
            this.command = command;
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
