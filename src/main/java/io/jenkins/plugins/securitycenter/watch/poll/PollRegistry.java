package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Polls the results that runs wait for. Runs with the same server and account share one session and one request per
 * interval. Thread-safe.
 */
public final class PollRegistry<T> implements AutoCloseable {

    /**
     * Receives the polls of one result. Called by one thread at a time; must return quickly and must not block. Call
     * {@link #remove} to unsubscribe, also from within a callback.
     */
    public interface Observer<T> {

        /** Called with the polled result. */
        void polled(T news);

        /** Called if a poll failed. */
        void missed(SecurityCenterException e);

        /** Called with an exception that another callback or the parsing of a response threw. Polling continues. */
        void thrown(Throwable problem);
    }

    /**
     * A result to poll.
     *
     * @param since a time of the clock of this Jenkins, no later than the creation of the result
     * @param interval maximum time between polls
     * @param detailed whether to request all that can be requested of a single result
     */
    public record Subscription<T>(
            String id, Instant since, Duration interval, boolean detailed, Observer<T> observer) {}

    private record Key(Endpoint endpoint, Login login) {}

    private final PollSource<T> source;
    private final SessionPool sessions;
    private final Function<Endpoint, Executor> calls;
    private final ScheduledExecutorService scheduler;
    private final InstantSource clock;
    private final Map<Key, PollScheduler<T>> groups = new HashMap<>();

    /**
     * @param calls returns the executor for requests to a server; a slow server delays only its own requests
     * @param scheduler only schedules, sends no requests
     */
    public PollRegistry(
            PollSource<T> source,
            SessionPool sessions,
            Function<Endpoint, Executor> calls,
            ScheduledExecutorService scheduler,
            InstantSource clock) {
        this.source = source;
        this.sessions = sessions;
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void add(Endpoint endpoint, Login login, Subscription<T> watched) {
        Key key = new Key(endpoint, login);
        synchronized (groups) {
            groups.computeIfAbsent(key, this::group).add(watched);
        }
    }

    private PollScheduler<T> group(Key key) {
        return new PollScheduler<>(
                source,
                sessions.open(key.endpoint(), key.login()),
                new PollScheduler.Workers(calls.apply(key.endpoint()), scheduler, clock),
                group -> removeIfEmpty(key, group));
    }

    /** Removes a wait. A poll that is in progress is not reported to it. Returns immediately. */
    public void remove(Endpoint endpoint, Login login, Subscription<T> watched) {
        PollScheduler<T> group;
        synchronized (groups) {
            group = groups.get(new Key(endpoint, login));
        }
        if (group != null) {
            group.remove(watched);
        }
    }

    private void removeIfEmpty(Key key, PollScheduler<T> group) {
        synchronized (groups) {
            if (groups.get(key) != group || !group.retire()) {
                return;
            }
            groups.remove(key);
        }
        group.release();
    }

    /** Stops polling. Observers are not notified. The connections are closed together with the sessions. */
    @Override
    public void close() {
        List<PollScheduler<T>> left;
        synchronized (groups) {
            left = List.copyOf(groups.values());
            groups.clear();
        }
        left.forEach(PollScheduler::stop);
    }
}
