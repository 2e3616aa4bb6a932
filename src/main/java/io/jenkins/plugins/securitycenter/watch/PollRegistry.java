package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Sessions;
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
 * Polls what servers work on for all who wait. Those with the same server and account share a session and one request per
 * interval. Thread-safe.
 */
final class PollRegistry<T> implements AutoCloseable {

    /**
     * Somebody who waits. Called by one thread at a time; returns quickly and never blocks. Whoever has heard enough
     * leaves with {@link #remove}, also within a call.
     */
    interface Observer<T> {

        /** Takes the news. */
        void polled(T news);

        /** Takes the failure of a poll. */
        void missed(SecurityCenterException e);

        /** Takes what one of the other methods threw, or the reading of the news. Polling goes on. */
        void thrown(Throwable problem);
    }

    /**
     * What to poll.
     *
     * @param since a time of our clock before which it was not created
     * @param interval the longest pause between polls
     */
    record Watched<T>(String id, Instant since, Duration interval, Observer<T> observer) {}

    private record Key(Endpoint endpoint, Login login) {}

    private final PollSource<T> source;
    private final Sessions sessions;
    private final Function<Endpoint, Executor> calls;
    private final ScheduledExecutorService scheduler;
    private final InstantSource clock;
    private final Map<Key, PollGroup<T>> groups = new HashMap<>();

    /**
     * @param calls returns what makes the calls to a server; a slow one delays only its own
     * @param scheduler only plans
     */
    PollRegistry(
            PollSource<T> source,
            Sessions sessions,
            Function<Endpoint, Executor> calls,
            ScheduledExecutorService scheduler,
            InstantSource clock) {
        this.source = source;
        this.sessions = sessions;
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(Endpoint endpoint, Login login, Watched<T> watched) {
        Key key = new Key(endpoint, login);
        synchronized (groups) {
            groups.computeIfAbsent(key, this::group).add(watched);
        }
    }

    private PollGroup<T> group(Key key) {
        return new PollGroup<>(
                source,
                sessions.open(key.endpoint(), key.login()),
                new PollGroup.Workers(calls.apply(key.endpoint()), scheduler, clock),
                group -> removeIfEmpty(key, group));
    }

    /** Ends the wait; what is being read for it meanwhile is not told. Returns at once. */
    void remove(Endpoint endpoint, Login login, Watched<T> watched) {
        PollGroup<T> group;
        synchronized (groups) {
            group = groups.get(new Key(endpoint, login));
        }
        if (group != null) {
            group.remove(watched);
        }
    }

    private void removeIfEmpty(Key key, PollGroup<T> group) {
        synchronized (groups) {
            if (groups.get(key) != group || !group.retire()) {
                return;
            }
            groups.remove(key);
        }
        group.release();
    }

    /** Stops polling; those who wait are not told. The connections are left to the end of the sessions. */
    @Override
    public void close() {
        List<PollGroup<T>> left;
        synchronized (groups) {
            left = List.copyOf(groups.values());
            groups.clear();
        }
        left.forEach(PollGroup::stop);
    }
}
