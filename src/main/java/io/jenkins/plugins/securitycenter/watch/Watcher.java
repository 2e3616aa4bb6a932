package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Polls what servers work on for all who wait. Those with the same server and account share a session and one request per
 * interval. Thread-safe.
 */
final class Watcher<T> implements AutoCloseable {

    /** Somebody who waits. Called by one thread at a time. */
    interface Observer<T> {
        void polled(T news);

        void missed(SecurityCenterException e);

        void thrown(Throwable problem);
    }

    /**
     * What to poll.
     *
     * @param since a time before which it was not created
     * @param interval the longest pause between polls
     */
    record Watched<T>(String id, Instant since, Duration interval, Observer<T> observer) {}

    private record Key(Endpoint endpoint, Login login) {}

    private final Source<T> source;
    private final Sessions sessions;
    private final WatchThreads executor;
    private final Map<Key, PollGroup<T>> groups = new HashMap<>();

    Watcher(Source<T> source, Sessions sessions, WatchThreads executor, java.time.InstantSource clock) {
        this.source = source;
        this.sessions = sessions;
        this.executor = executor;
    }

    void add(Endpoint endpoint, Login login, Watched<T> watched) {
        Key key = new Key(endpoint, login);
        synchronized (groups) {
            groups.computeIfAbsent(
                            key,
                            unknown -> new PollGroup<>(
                                    source,
                                    sessions.open(endpoint, login),
                                    executor.scheduler(),
                                    group -> removeIfEmpty(key, group)))
                    .add(watched);
        }
    }

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
            if (!group.isEmpty() || !groups.remove(key, group)) {
                return;
            }
        }
        group.close();
    }

    /** Stops polling; those who wait are not told. */
    @Override
    public void close() {
        List<PollGroup<T>> left;
        synchronized (groups) {
            left = List.copyOf(groups.values());
            groups.clear();
        }
        left.forEach(PollGroup::close);
    }
}
