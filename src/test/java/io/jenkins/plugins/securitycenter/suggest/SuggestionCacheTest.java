package io.jenkins.plugins.securitycenter.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuggestionCacheTest {

    private static final Login CI = new Login.Password(Simulator.USER, Simulator.PASSWORD);
    private static final Login ANALYST = new Login.Password("analyst", "analyst-password");
    private static final Login WRONG = new Login.Password(Simulator.USER, "wrong");

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());
    private final Endpoint endpoint = Endpoint.of("sim", ServerUrl.parse(simulator.url()));
    private final ManualClock clock = ManualClock.startingNow();
    private final SessionPool sessions = new SessionPool(RetryPolicy.NONE, Sleeper.SLEEP, clock);
    private final SuggestionCache lists = lists(Runnable::run);

    @AfterEach
    void close() {
        sessions.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SCAN",
                "AGENT_SCAN",
                "WEB_SCAN",
                "REPOSITORY",
                "ASSET",
                "POLICY",
                "ZONE",
                "CREDENTIAL",
                "REPORT_DEFINITION"
            })
    void readsEveryKindAndEndsTheSession(SuggestionType type) throws InterruptedException {
        SuggestionList suggestions = lists.get(endpoint, CI, type);
        assertThat(suggestions.problem()).isEmpty();
        assertThat(suggestions.all()).isNotEmpty().allSatisfy(choice -> {
            assertThat(choice.id()).isNotEmpty();
            assertThat(choice.name()).isNotEmpty();
        });
        assertThat(suggestions.all()).extracting(Suggestion::name).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void asksOnceInHalfAMinute() throws InterruptedException {
        lists.get(endpoint, CI, SuggestionType.SCAN);
        clock.advanceSeconds(29);
        lists.get(endpoint, CI, SuggestionType.SCAN);
        assertThat(requests("GET /scan")).isOne();
        clock.advanceSeconds(1);
        lists.get(endpoint, CI, SuggestionType.SCAN);
        assertThat(requests("GET /scan")).isEqualTo(2);
    }

    @Test
    void keepsAccountsApart() throws InterruptedException {
        SuggestionList all = lists.get(endpoint, CI, SuggestionType.REPOSITORY);
        SuggestionList one = lists.get(endpoint, ANALYST, SuggestionType.REPOSITORY);
        assertThat(one.all()).hasSize(1).isNotEqualTo(all.all());
        Login other = new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);
        assertThat(lists.get(endpoint, other, SuggestionType.REPOSITORY).all()).isEqualTo(all.all());
        assertThat(requests("GET /repository")).isEqualTo(3);
        Login guessed = new Login.ApiKeys(Simulator.ACCESS_KEY, "guess");
        assertThat(lists.get(endpoint, guessed, SuggestionType.REPOSITORY).all())
                .isEmpty();
    }

    @Test
    void doesNotRepeatARefusedLogin() throws InterruptedException {
        SuggestionList suggestions = lists.get(endpoint, WRONG, SuggestionType.SCAN);
        assertThat(suggestions.all()).isEmpty();
        assertThat(suggestions.problem()).startsWith("SecurityCenter \"sim\": could not log in with the user ci");
        clock.advanceSeconds(299);
        assertThat(lists.get(endpoint, WRONG, SuggestionType.SCAN)).isEqualTo(suggestions);
        assertThat(lists.get(endpoint, WRONG, SuggestionType.POLICY).problem()).isEqualTo(suggestions.problem());
        assertThat(requests("POST /token")).isOne();
        assertThat(lists.get(endpoint, CI, SuggestionType.SCAN).all()).isNotEmpty();
    }

    @Test
    void triesAServerInTroubleAgainAfterAWhile() throws InterruptedException {
        simulator.faults().on("POST", "/token").html(503).times(1);
        String problem = lists.get(endpoint, CI, SuggestionType.SCAN).problem();
        assertThat(problem).contains("503");
        assertThat(lists.get(endpoint, CI, SuggestionType.POLICY).problem()).isEqualTo(problem);
        clock.advanceSeconds(15);
        assertThat(lists.get(endpoint, CI, SuggestionType.POLICY).all()).isNotEmpty();
    }

    @Test
    void oneRefusedListDoesNotKeepTheOthersFromBeingRead() throws InterruptedException {
        simulator.faults().on("GET", "/zone").error(403, 143, "You do not have access.");
        assertThat(lists.get(endpoint, CI, SuggestionType.ZONE).problem()).contains("You do not have access");
        assertThat(lists.get(endpoint, CI, SuggestionType.POLICY).all()).isNotEmpty();
    }

    @Test
    void neverEndsTheSessionOfSomebodyElse() throws Exception {
        try (Simulator full = Simulator.start(SimulatorOptions.defaults().withSessionLimit(1));
                SessionPool others = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
                SecurityCenter busy = others.open(greedy(full), CI)) {
            busy.currentUser();
            assertThat(lists.get(greedy(full), CI, SuggestionType.SCAN).problem())
                    .contains("session");
            assertThat(busy.currentUser().username()).isEqualTo(Simulator.USER);
            assertThat(full.requests())
                    .extracting(LoggedRequest::line)
                    .containsExactly("POST /token", "GET /currentUser", "POST /token", "GET /currentUser");
        }
    }

    @Test
    void sharesTheSessionOfABuild() throws Exception {
        try (SecurityCenter build = sessions.open(endpoint, CI)) {
            build.currentUser();
            assertThat(lists.get(endpoint, CI, SuggestionType.SCAN).all()).isNotEmpty();
        }
        assertThat(requests("POST /token")).isOne();
    }

    @Test
    void waitsForNobodyForLongButKeepsWhatComesLater() throws InterruptedException {
        Queue<Runnable> work = new ArrayDeque<>();
        SuggestionCache slow = lists(work::add);
        assertThat(slow.get(endpoint, CI, SuggestionType.SCAN).problem())
                .isEqualTo("SecurityCenter \"sim\" did not list the scans within 0 seconds, so there are"
                        + " no suggestions yet.");
        clock.advanceSeconds(1);
        assertThat(slow.get(endpoint, CI, SuggestionType.POLICY).problem()).contains("did not list the scans");
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(slow.get(endpoint, CI, SuggestionType.SCAN).all()).isNotEmpty();
    }

    @Test
    void saysSoWhenTooManyFormsAsk() throws InterruptedException {
        SuggestionCache busy = lists(task -> {
            throw new RejectedExecutionException();
        });
        assertThat(busy.get(endpoint, CI, SuggestionType.SCAN).problem())
                .isEqualTo("Could not load suggestions from SecurityCenter \"sim\"; try again in a moment.");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfLists() throws InterruptedException {
        SuggestionCache small =
                new SuggestionCache((server, login, type) -> sessionless(login), Runnable::run, clock, Duration.ZERO);
        SuggestionList first = small.get(endpoint, account(0), SuggestionType.SCAN);
        for (int i = 1; i < SuggestionCache.KEPT; i++) {
            small.get(endpoint, account(i), SuggestionType.SCAN);
        }
        assertThat(small.get(endpoint, account(0), SuggestionType.SCAN)).isSameAs(first);
        small.get(endpoint, account(SuggestionCache.KEPT), SuggestionType.SCAN);
        assertThat(small.get(endpoint, account(0), SuggestionType.SCAN))
                .isEqualTo(first)
                .isNotSameAs(first);
    }

    private static List<Suggestion> sessionless(Login login) {
        return List.of(new Suggestion("1", login.account(), ""));
    }

    private static Login account(int number) {
        return new Login.Password("user" + number, "x");
    }

    private static Endpoint greedy(Simulator simulator) {
        return new Endpoint(
                "sim",
                ServerUrl.parse(simulator.url()),
                List.of(),
                Timeouts.DEFAULT,
                Endpoint.SessionLimit.RELEASE_OLDEST,
                Optional.empty());
    }

    private SuggestionCache lists(Executor executor) {
        return new SuggestionCache(new SuggestionLoader(sessions, clock), executor, clock, Duration.ZERO);
    }

    private long requests(String line) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals(line))
                .count();
    }
}
