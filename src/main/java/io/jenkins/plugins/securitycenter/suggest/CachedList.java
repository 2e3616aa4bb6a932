package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
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

    private static final Duration GOOD = Duration.ofSeconds(30);
    private static final Duration BAD = Duration.ofSeconds(15);
    /** A server locks accounts after several rejected logins. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    /** Loads the list. */
    @FunctionalInterface
    interface Work {
        List<Suggestion> load() throws SecurityCenterException, InterruptedException;
    }

    /** @param general whether the problem also affects other lists of the account */
    private record Outcome(SuggestionList choices, boolean general, Instant end) {}

    private final SuggestionType kind;
    private final String server;
    private final Instant begun;
    private final AtomicBoolean begins = new AtomicBoolean(true);
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    CachedList(SuggestionType kind, String server, Instant begun) {
        this.kind = kind;
        this.server = server;
        this.begun = begun;
    }

    SuggestionType kind() {
        return kind;
    }

    /** Returns whether the caller must start loading; true once. */
    boolean toBegin() {
        return begins.getAndSet(false);
    }

    void run(Work work, InstantSource clock) {
        try {
            SuggestionList choices = SuggestionList.of(kind, server, work.load());
            outcome.complete(new Outcome(choices, false, clock.instant().plus(GOOD)));
        } catch (SecurityCenterException e) {
            Duration rest = e instanceof LoginException && !e.passing() ? REFUSED : BAD;
            fail(
                    e.getMessage(),
                    !(e instanceof ErrorResponseException),
                    clock.instant().plus(rest));
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(e.getMessage(), true, clock.instant().plus(BAD));
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
        outcome.complete(new Outcome(SuggestionList.none(kind, server, sentence), general, end));
    }

    SuggestionList await(Duration patience) throws InterruptedException {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS).choices();
        } catch (TimeoutException e) {
            return SuggestionList.none(kind, server, late(patience));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean stale(Instant now) {
        Outcome known = outcome.getNow(null);
        return known != null && !now.isBefore(known.end());
    }

    /** Returns the problem that affects all lists of this account, if there is one. */
    Optional<String> trouble(Instant now, Duration patience) {
        Outcome known = outcome.getNow(null);
        if (known != null) {
            return known.general() ? Optional.of(known.choices().problem()) : Optional.empty();
        }
        return begun.plus(patience).isBefore(now) ? Optional.of(late(patience)) : Optional.empty();
    }

    private String late(Duration patience) {
        return "SecurityCenter \"" + server + "\" did not list the "
                + kind.kind().plural() + " within " + patience.toSeconds()
                + " seconds, so there are no suggestions yet.";
    }
}
