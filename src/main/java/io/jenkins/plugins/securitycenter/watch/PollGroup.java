package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanResult;
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
final class PollGroup implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(PollGroup.class.getName());
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final double GROWTH = 1.5;
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final SecurityCenter server;
    private final ScheduledExecutorService executor;
    private final Consumer<PollGroup> whenEmpty;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private Duration pause = FIRST;
    private Future<?> next;
    private boolean polling;
    private boolean closed;

    /** @param server taken over: it is closed with this group */
    PollGroup(SecurityCenter server, ScheduledExecutorService executor, Consumer<PollGroup> whenEmpty) {
        this.server = server;
        this.executor = executor;
        this.whenEmpty = whenEmpty;
    }

    synchronized void add(Watched one) {
        watched.add(one);
        pause = FIRST;
        if (!polling) {
            schedule();
        }
    }

    void remove(Watched one) {
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
        List<Watched> present = List.copyOf(watched);
        try {
            tell(present, results(present));
        } catch (SecurityCenterException e) {
            present.forEach(one -> keep(one, one.observer().missed(e)));
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

    private Map<String, ScanResult> results(List<Watched> present)
            throws SecurityCenterException, InterruptedException {
        Map<String, ScanResult> byId = new HashMap<>();
        if (present.size() > 1) {
            Instant since =
                    present.stream().map(Watched::since).min(Instant::compareTo).orElseThrow();
            server.scanResults().createdSince(since.minus(LOOK_BACK)).forEach(result -> byId.put(result.id(), result));
        }
        return byId;
    }

    private void tell(List<Watched> present, Map<String, ScanResult> results) throws InterruptedException {
        for (Watched one : present) {
            try {
                ScanResult listed = results.get(one.scanResultId());
                ScanResult result = listed == null ? server.scanResults().get(one.scanResultId()) : listed;
                keep(one, one.observer().polled(result));
            } catch (SecurityCenterException e) {
                keep(one, one.observer().missed(e));
            }
        }
    }

    private void keep(Watched one, boolean goOn) {
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
