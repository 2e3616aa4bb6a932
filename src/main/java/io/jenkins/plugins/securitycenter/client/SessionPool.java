package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.HttpClientFactory;
import io.jenkins.plugins.securitycenter.client.transport.HttpTransport;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.MeasuredTransport;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Opens connections to servers. Callers with the same endpoint and login share one connection and one session, which
 * ends when the last of them closes its connection. Thread-safe.
 */
public final class SessionPool implements AutoCloseable {

    private record Key(Endpoint endpoint, Login login) {}

    private final RetryPolicy retries;
    private final Sleeper sleeper;
    private final InstantSource clock;
    private final Executor endings;
    private final TrafficRegistry traffic;
    private final Map<Key, SharedClient> shared = new HashMap<>();
    /** All accesses that have not ended, with their keys. */
    private final Map<SharedClient, Key> present = new HashMap<>();
    /** The accesses that are being closed. */
    private final Set<SharedClient> ending = new HashSet<>();

    private boolean closed;

    /** Creates an instance that ends sessions on the threads of the callers that close them. */
    public SessionPool(RetryPolicy retries, Sleeper sleeper, InstantSource clock) {
        this(retries, sleeper, clock, Runnable::run, ActivityCounter.NONE);
    }

    /**
     * @param endings ends sessions, each of which can take as long as the timeout of an unresponsive server
     * @param activity is told about the requests to all servers
     */
    public SessionPool(
            RetryPolicy retries, Sleeper sleeper, InstantSource clock, Executor endings, ActivityListener activity) {
        this.retries = retries;
        this.sleeper = sleeper;
        this.clock = clock;
        this.endings = endings;
        this.traffic = new TrafficRegistry(clock, activity);
    }

    /**
     * Returns a connection, which the caller must close. Nothing is sent before its first request.
     *
     * @throws IllegalArgumentException if the certificates of the endpoint or login cannot be used
     * @throws IllegalStateException after {@link #close}
     */
    public SecurityCenter open(Endpoint endpoint, Login login) {
        Key key = new Key(endpoint, login);
        synchronized (shared) {
            SharedClient access = shared.get(key);
            if (access == null || access.refused()) {
                access = create(key, Optional.empty());
                shared.put(key, access);
            }
            return connection(key, access);
        }
    }

    /**
     * Returns a connection with a session that is not shared, which the caller must close. Nothing is sent before its
     * first request.
     *
     * @param left a previous session, which is used while the server accepts it
     * @throws IllegalArgumentException if the certificates of the endpoint or login cannot be used
     * @throws IllegalStateException after {@link #close}
     */
    public SecurityCenter openAlone(Endpoint endpoint, Login login, Optional<Session> left) {
        synchronized (shared) {
            Key key = new Key(endpoint, login);
            return connection(key, create(key, left));
        }
    }

    /** Returns what the requests to the server with that URL have shown. */
    public ServerTraffic traffic(URI url) {
        return traffic.of(url);
    }

    /** Returns the number of open sessions on the server with that URL. */
    public int openSessions(URI url) {
        return openSessions(endpoint -> endpoint.url().equals(url));
    }

    /** Returns the number of open sessions on all servers. */
    public int openSessions() {
        return openSessions(endpoint -> true);
    }

    private int openSessions(Predicate<Endpoint> servers) {
        synchronized (shared) {
            return (int) present.entrySet().stream()
                    .filter(access -> servers.test(access.getValue().endpoint()))
                    .filter(access -> access.getKey().hasSession())
                    .count();
        }
    }

    /** Returns a future that completes when the account's sessions that are being ended have ended. */
    private Future<?> predecessors(Key key) {
        return CompletableFuture.allOf(ending.stream()
                .filter(access -> key.equals(present.get(access)))
                .map(SharedClient::ended)
                .toArray(CompletableFuture[]::new));
    }

    private SharedClient create(Key key, Optional<Session> left) {
        Endpoint endpoint = key.endpoint();
        Login login = key.login();
        if (closed) {
            throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
        }
        ServerTraffic observed = traffic.of(endpoint.url());
        HttpTransport sender = new HttpTransport(endpoint, HttpClientFactory.create(endpoint, login));
        RetryingTransport transport =
                new RetryingTransport(new MeasuredTransport(sender, observed), retries, counting(observed), clock);
        SessionLogin opening = new SessionLogin(endpoint, transport, login);
        SharedClient access = new SharedClient(
                login instanceof Login.ApiKeys keys
                        ? new ApiKeyClient(endpoint, transport, keys)
                        : new SessionClient(endpoint, transport, opening, predecessors(key), left),
                login,
                observed);
        present.put(access, key);
        return access;
    }

    /** Returns the sleeper of a transport, which only pauses before it repeats a request. */
    private Sleeper counting(ServerTraffic observed) {
        return pause -> {
            observed.activity().repeated();
            sleeper.of(pause);
        };
    }

    private SecurityCenter connection(Key key, SharedClient access) {
        access.acquire();
        return new SecurityCenter(key.endpoint(), access, Retries.silent(retries), sleeper, () -> release(key, access));
    }

    private CompletableFuture<Void> release(Key key, SharedClient access) {
        synchronized (shared) {
            if (!access.releaseIsLast()) {
                return CompletableFuture.completedFuture(null);
            }
            shared.remove(key, access);
            if (!present.containsKey(access) || !ending.add(access)) {
                return access.ended();
            }
        }
        endings.execute(() -> end(access));
        return access.ended();
    }

    private void end(SharedClient access) {
        access.close();
        synchronized (shared) {
            present.remove(access);
            ending.remove(access);
        }
    }

    /**
     * Ends all sessions, even those in use, and waits for that for a limited time. No connection can be opened
     * afterwards.
     */
    @Override
    public void close() {
        List<SharedClient> all;
        List<SharedClient> left;
        synchronized (shared) {
            closed = true;
            shared.clear();
            all = List.copyOf(present.keySet());
            left = all.stream().filter(ending::add).toList();
        }
        left.forEach(access -> endings.execute(() -> end(access)));
        CompletableFuture.allOf(all.stream().map(SharedClient::ended).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, SessionClient.ENDING.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
