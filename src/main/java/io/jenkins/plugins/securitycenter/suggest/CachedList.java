package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Loads a list once and keeps its outcome for a while. */
final class CachedList {

    private static final Duration SUCCESS_LIFETIME = Duration.ofSeconds(30);
    private static final Duration FAILURE_LIFETIME = Duration.ofSeconds(15);
    /** A server locks accounts after several rejected logins. */
    private static final Duration REFUSED_LOGIN_LIFETIME = Duration.ofMinutes(5);

    /** Loads the list. */
    @FunctionalInterface
    interface ListLoader {
        List<Suggestion> load() throws SecurityCenterException, InterruptedException;
    }

    /** @param general whether the problem also affects other lists of the account */
    private record LoadResult(SuggestionList choices, boolean general, Instant end) {}

    private final SuggestionType kind;
    private final String server;
    private final Instant startedAt;
    private final AtomicBoolean unclaimed = new AtomicBoolean(true);
    private final CompletableFuture<LoadResult> result = new CompletableFuture<>();

    CachedList(SuggestionType kind, String server, Instant begun) {
        this.kind = kind;
        this.server = server;
        this.startedAt = begun;
    }

    SuggestionType kind() {
        return kind;
    }

    /** Returns whether the caller must start loading; true once. */
    boolean claimLoading() {
        return unclaimed.getAndSet(false);
    }

    void run(ListLoader work, InstantSource clock) {
        try {
            SuggestionList choices = SuggestionList.of(kind, server, work.load());
            result.complete(new LoadResult(choices, false, clock.instant().plus(SUCCESS_LIFETIME)));
        } catch (SecurityCenterException e) {
            Duration rest = e instanceof LoginException && !e.isTemporary() ? REFUSED_LOGIN_LIFETIME : FAILURE_LIFETIME;
            fail(
                    MessageText.of(e),
                    !(e instanceof ErrorResponseException),
                    clock.instant().plus(rest));
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(MessageText.of(e), true, clock.instant().plus(FAILURE_LIFETIME));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(clock.instant());
        } finally {
            refuse(clock.instant());
        }
    }

    /** Completes the loading with a failure because it could not run; has no effect once there is an outcome. */
    void refuse(Instant now) {
        fail("Could not load suggestions from SecurityCenter \"" + server + "\"; try again in a moment.", false, now);
    }

    private void fail(String sentence, boolean general, Instant end) {
        result.complete(new LoadResult(SuggestionList.none(kind, server, sentence), general, end));
    }

    SuggestionList await(Duration timeout) throws InterruptedException {
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS).choices();
        } catch (TimeoutException e) {
            return SuggestionList.none(kind, server, late(timeout));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isExpired(Instant now) {
        LoadResult known = result.getNow(null);
        return known != null && !now.isBefore(known.end());
    }

    /** Returns the problem that affects all lists of this account, if there is one. */
    Optional<String> accountProblem(Instant now, Duration timeout) {
        LoadResult known = result.getNow(null);
        if (known != null) {
            return known.general() ? Optional.of(known.choices().problem()) : Optional.empty();
        }
        return startedAt.plus(timeout).isBefore(now) ? Optional.of(late(timeout)) : Optional.empty();
    }

    private String late(Duration timeout) {
        return "SecurityCenter \"" + server + "\" did not list the "
                + kind.kind().plural() + " within " + timeout.toSeconds()
                + " seconds, so there are no suggestions yet.";
    }
}
