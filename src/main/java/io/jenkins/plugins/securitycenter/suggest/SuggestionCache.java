package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads suggestions for forms and caches them for seconds, separately for each account. Callers wait only briefly,
 * because a user is looking at the form; after a failure, the server or account is not queried again for a while.
 * Thread-safe.
 */
public final class SuggestionCache {

    /** Reads a list from a server. */
    @FunctionalInterface
    interface Loader {
        List<Suggestion> load(Endpoint endpoint, Login login, SuggestionType kind)
                throws SecurityCenterException, InterruptedException;
    }

    /** The maximum number of cached lists. */
    static final int KEPT = 32;

    private record Key(String account, SuggestionType kind) {}

    private final Loader loader;
    private final Executor executor;
    private final InstantSource clock;
    private final Duration patience;
    private final AccountKey account = new AccountKey();
    private final Map<Key, CachedList> loadings = new LinkedHashMap<>();

    /**
     * @param executor runs the requests, which block; may reject tasks
     * @param patience the maximum time for which a form waits
     */
    public SuggestionCache(Loader loader, Executor executor, InstantSource clock, Duration patience) {
        this.loader = loader;
        this.executor = executor;
        this.clock = clock;
        this.patience = patience;
    }

    /** Returns the objects that the account can use; a problem instead if they are not available in time. */
    public SuggestionList get(Endpoint endpoint, Login login, SuggestionType kind) throws InterruptedException {
        Key key = new Key(account.digest(endpoint, login), kind);
        CachedList loading;
        synchronized (loadings) {
            loadings.values().removeIf(old -> old.isExpired(clock.instant()));
            loading = loadings.get(key);
            if (loading == null) {
                Optional<String> trouble = trouble(key.account());
                if (trouble.isPresent()) {
                    return SuggestionList.none(kind, endpoint.name(), trouble.get());
                }
                loading = new CachedList(kind, endpoint.name(), clock.instant());
                keep(key, loading);
            }
        }
        begin(loading, endpoint, login);
        return loading.await(patience);
    }

    /** Returns the reason why this account should currently not be used for another list, if there is one. */
    private Optional<String> trouble(String of) {
        return loadings.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(of))
                .flatMap(entry -> entry.getValue().accountProblem(clock.instant(), patience).stream())
                .findFirst();
    }

    private void keep(Key key, CachedList loading) {
        if (loadings.size() >= KEPT) {
            loadings.remove(loadings.keySet().iterator().next());
        }
        loadings.put(key, loading);
    }

    private void begin(CachedList loading, Endpoint endpoint, Login login) {
        if (!loading.claimLoading()) {
            return;
        }
        try {
            executor.execute(() -> loading.run(() -> loader.load(endpoint, login, loading.kind()), clock));
        } catch (RejectedExecutionException e) {
            loading.refuse(clock.instant());
        }
    }
}
