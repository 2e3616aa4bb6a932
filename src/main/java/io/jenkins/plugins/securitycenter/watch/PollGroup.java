package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.Watcher.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All who wait on one server with one account. Polls begin quickly and slow down until somebody joins. */
final class PollGroup<T> implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(PollGroup.class.getName());
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final double GROWTH = 1.5;
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final Source<T> source;
    private final SecurityCenter server;
    private final ScheduledExecutorService executor;
    private final Consumer<PollGroup<T>> whenEmpty;
    private final List<Watched<T>> watched = new CopyOnWriteArrayList<>();
    private Duration pause = FIRST;
    private Future<?> next;
    private boolean polling;
    private boolean closed;

    /** @param server taken over: it is closed with this group */
    PollGroup(
            Source<T> source,
            SecurityCenter server,
            ScheduledExecutorService executor,
            Consumer<PollGroup<T>> whenEmpty) {
        this.source = source;
        this.server = server;
        this.executor = executor;
        this.whenEmpty = whenEmpty;
    }

    synchronized void add(Watched<T> one) {
        watched.add(one);
        pause = FIRST;
        if (!polling) {
            schedule();
        }
    }

    void remove(Watched<T> one) {
        watched.remove(one);
        whenEmpty.accept(this);
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    private void schedule() {
        cancel();
        if (closed || watched.isEmpty()) {
            return;
        }
        Duration longest =
                watched.stream().map(Watched::interval).min(Duration::compareTo).orElse(FIRST);
        Duration wait = pause.compareTo(longest) < 0 ? pause : longest;
        next = executor.schedule(this::poll, wait.toMillis(), TimeUnit.MILLISECONDS);
        pause = Duration.ofMillis((long) (wait.toMillis() * GROWTH));
    }

    private void cancel() {
        if (next != null) {
            next.cancel(false);
        }
    }

    private void poll() {
        if (!begin()) {
            return;
        }
        List<Watched<T>> present = List.copyOf(watched);
        try {
            tell(present, listed(present));
        } catch (SecurityCenterException e) {
            present.forEach(one -> one.observer().missed(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A poll failed for a reason that is a defect of this plugin", e);
        } finally {
            end();
        }
        whenEmpty.accept(this);
    }

    private synchronized boolean begin() {
        polling = !closed;
        return polling;
    }

    private synchronized void end() {
        polling = false;
        schedule();
    }

    private Map<String, T> listed(List<Watched<T>> present) throws SecurityCenterException, InterruptedException {
        Map<String, T> byId = new HashMap<>();
        if (present.size() > 1) {
            Instant since =
                    present.stream().map(Watched::since).min(Instant::compareTo).orElseThrow();
            source.since()
                    .from(server, since.minus(LOOK_BACK))
                    .forEach(one -> byId.put(source.id().apply(one), one));
        }
        return byId;
    }

    private void tell(List<Watched<T>> present, Map<String, T> listed) throws InterruptedException {
        for (Watched<T> one : present) {
            try {
                T known = listed.get(one.id());
                one.observer().polled(known == null ? source.one().from(server, one.id()) : known);
            } catch (SecurityCenterException e) {
                one.observer().missed(e);
            }
        }
    }

    private void keep(Watched<T> one, boolean goOn) {
        if (!goOn) {
            watched.remove(one);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            cancel();
        }
        server.close();
    }
}
