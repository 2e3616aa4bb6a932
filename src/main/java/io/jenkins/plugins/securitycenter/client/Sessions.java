package io.jenkins.plugins.securitycenter.client;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Hands out connections to servers. Callers with the same endpoint and login share one connection and one session,
 * which ends when the last of them closes. Thread-safe.
 */
public final class Sessions implements AutoCloseable {

    private record Key(Endpoint endpoint, Login login) {}

    private final RetryPolicy retries;
    private final Pause pause;
    private final InstantSource clock;
    private final Map<Key, SharedAccess> shared = new HashMap<>();
    private final Map<Key, SharedAccess> ending = new HashMap<>();

    public Sessions() {
        this(RetryPolicy.DEFAULT, Pause.SLEEP, InstantSource.system());
    }

    public Sessions(RetryPolicy retries, Pause pause, InstantSource clock) {
        this.retries = retries;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * A connection, to be closed by the caller. Nothing is sent before its first call.
     *
     * @throws IllegalArgumentException when the certificates of the endpoint or login cannot be used
     */
    public SecurityCenter open(Endpoint endpoint, Login login) {
        Key key = new Key(endpoint, login);
        synchronized (shared) {
            SharedAccess access = shared.get(key);
            if (access == null || access.refused()) {
                access = new SharedAccess(access(endpoint, login, predecessor(key)));
                shared.put(key, access);
            }
            access.acquire();
            SharedAccess acquired = access;
            return new SecurityCenter(endpoint, acquired, pause, () -> release(key, acquired));
        }
    }

    private CountDownLatch predecessor(Key key) {
        SharedAccess before = ending.get(key);
        return before == null ? new CountDownLatch(0) : before.ended();
    }

    private Access access(Endpoint endpoint, Login login, CountDownLatch predecessor) {
        Transport transport = new RetryingTransport(
                new HttpTransport(endpoint, HttpClientFactory.create(endpoint, login)), retries, pause, clock);
        return login instanceof Login.ApiKeys keys
                ? new KeyAccess(endpoint, transport, keys)
                : new SessionAccess(endpoint, transport, new SessionOpening(endpoint, transport, login), predecessor);
    }

    private void release(Key key, SharedAccess access) {
        synchronized (shared) {
            if (!access.releaseIsLast()) {
                return;
            }
            shared.remove(key, access);
            ending.put(key, access);
        }
        access.close();
        synchronized (shared) {
            ending.remove(key, access);
        }
    }

    /** Ends all sessions, whoever still uses them. */
    @Override
    public void close() {
        List<SharedAccess> left;
        synchronized (shared) {
            left = List.copyOf(shared.values());
            shared.clear();
        }
        left.forEach(SharedAccess::close);
    }
}
