package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All waits that share a server and an account. The interval between polls starts short, grows with each poll, and is
 * reset when a wait is added.
 */
final class PollScheduler<T> implements PollReader.Receiver<T> {

    private static final Logger LOGGER = Logger.getLogger(PollScheduler.class.getName());
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final double GROWTH = 1.5;

    /**
     * The executors and the clock of a group.
     *
     * @param calls sends the requests to this server
     * @param scheduler only schedules; passes each poll on to {@code calls}
     * @param clock the clock of this Jenkins
     */
    record Workers(Executor calls, ScheduledExecutorService scheduler, InstantSource clock) {}

    private final SecurityCenter server;
    private final Workers workers;
    private final Consumer<PollScheduler<T>> whenEmpty;
    private final PollReader<T> reader;
    private final List<Subscription<T>> watched = new CopyOnWriteArrayList<>();
    private Duration pause = FIRST;
    private @Nullable Instant planned;
    private @Nullable Future<?> next;
    private boolean polling;
    private volatile boolean closed;

    /** @param server connection that this group owns and closes */
    PollScheduler(PollSource<T> source, SecurityCenter server, Workers workers, Consumer<PollScheduler<T>> whenEmpty) {
        this.server = server;
        this.workers = workers;
        this.whenEmpty = whenEmpty;
        this.reader = new PollReader<>(source, server, this);
    }

    /** Adds a wait. The next poll happens soon, and no later than already scheduled. */
    synchronized void add(Subscription<T> one) {
        watched.add(one);
        pause = FIRST;
        if (!polling) {
            plan();
        }
    }

    void remove(Subscription<T> one) {
        if (watched.remove(one)) {
            whenEmpty.accept(this);
        }
    }

    private void plan() {
        if (closed || watched.isEmpty()) {
            return;
        }
        Duration longest = watched.stream()
                .map(Subscription::interval)
                .min(Duration::compareTo)
                .orElse(FIRST);
        Duration wait = pause.compareTo(longest) < 0 ? pause : longest;
        Instant time = workers.clock().instant().plus(wait);
        if (planned != null && !time.isBefore(planned)) {
            return;
        }
        cancel();
        try {
            next = workers.scheduler().schedule(this::handOver, wait.toMillis(), TimeUnit.MILLISECONDS);
            planned = time;
            pause = Duration.ofMillis((long) (wait.toMillis() * GROWTH));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Stopped polling because the scheduler is shut down", e);
        }
    }

    private void cancel() {
        if (next != null) {
            next.cancel(false);
        }
        planned = null;
    }

    private void handOver() {
        synchronized (this) {
            planned = null;
            if (closed || watched.isEmpty()) {
                return;
            }
            polling = true;
        }
        try {
            workers.calls().execute(this::poll);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Skipped a poll because the executor rejected it", e);
            end();
        }
    }

    private void poll() {
        try {
            List<Subscription<T>> present = List.copyOf(watched);
            if (!closed && !present.isEmpty()) {
                measure(present);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void measure(List<Subscription<T>> present) throws InterruptedException {
        Instant start = workers.clock().instant();
        try {
            reader.read(present);
        } finally {
            server.activity().polled(Duration.between(start, workers.clock().instant()));
        }
    }

    private void end() {
        synchronized (this) {
            polling = false;
            plan();
        }
        whenEmpty.accept(this);
    }

    @Override
    public boolean waits(Subscription<T> one) {
        return !closed && watched.contains(one);
    }

    @Override
    public void news(Subscription<T> one, T news) {
        call(one, () -> one.observer().polled(news));
    }

    @Override
    public void failed(Subscription<T> one, Throwable problem) {
        if (problem instanceof SecurityCenterException e) {
            call(one, () -> one.observer().missed(e));
        } else if (waits(one)) {
            thrown(one, problem);
        }
    }

    private void call(Subscription<T> one, Runnable message) {
        if (!waits(one)) {
            return;
        }
        try {
            message.run();
        } catch (RuntimeException | Error e) {
            thrown(one, e);
        }
    }

    private static <T> void thrown(Subscription<T> one, Throwable problem) {
        try {
            one.observer().thrown(problem);
        } catch (RuntimeException | Error e) {
            e.addSuppressed(problem);
            LOGGER.log(Level.SEVERE, "Could not report a bug in this plugin to the build", e);
        }
    }

    /**
     * Closes the group if nothing waits and no poll is in progress.
     *
     * @return whether the group is closed; if so, it accepts no more waits, and {@link #release()} must be called
     */
    synchronized boolean retire() {
        if (polling || !watched.isEmpty()) {
            return false;
        }
        stop();
        return true;
    }

    /** Stops polling even if something still waits. Observers are not notified. */
    synchronized void stop() {
        closed = true;
        cancel();
    }

    /** Closes the connection in the background, because closing a session sends a request. */
    void release() {
        try {
            workers.calls().execute(server::close);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "Closing the connection on this thread because the executor is shut down", e);
            server.close();
        }
    }
}
