package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.watch.HandDrivenExecutor;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is polled for when, without a server. */
class PollRegistryTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Login KEYS = new Login.ApiKeys("access", "secret");
    private static final Endpoint ONE = endpoint("one");
    private static final Endpoint OTHER = endpoint("other");

    private final ManualClock clock = ManualClock.startingNow();
    private final Instant begin = clock.instant();
    private final HandDrivenExecutor executor = new HandDrivenExecutor(clock);
    private final Map<Endpoint, Executor> calls = new HashMap<>();
    private final List<Long> polls = new ArrayList<>();
    private Runnable duringPoll = () -> {};
    private SecurityCenter connection;
    private final PollSource<String> source = new PollSource<>(
            (server, start) -> {
                poll(server);
                return List.of("1", "2", "3");
            },
            (server, id) -> {
                poll(server);
                return id;
            },
            (server, id) -> {
                poll(server);
                return "details of " + id;
            },
            id -> id,
            id -> Optional.empty());
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
    private final PollRegistry<String> registry =
            new PollRegistry<>(source, sessions, server -> calls.getOrDefault(server, executor), executor, clock);
    private final Warnings warnings = new Warnings();

    private static Endpoint endpoint(String name) {
        return Endpoint.of(name, URI.create("https://" + name + ".example.com"));
    }

    private void poll(SecurityCenter server) {
        connection = server;
        polls.add(Duration.between(begin, clock.instant()).toSeconds());
        duringPoll.run();
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(PollScheduler.class.getName()).addHandler(warnings);
    }

    @AfterEach
    void close() {
        Logger.getLogger(PollScheduler.class.getName()).removeHandler(warnings);
        registry.close();
        sessions.close();
        executor.shutdownNow();
    }

    private static final class Warnings extends Handler {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                messages.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private class Recorder implements PollRegistry.Observer<String> {
        final List<String> news = new ArrayList<>();
        final List<Throwable> thrown = new ArrayList<>();

        @Override
        public void polled(String one) {
            news.add(one);
        }

        @Override
        public void missed(SecurityCenterException e) {}

        @Override
        public void thrown(Throwable problem) {
            thrown.add(problem);
        }
    }

    private static final class Thrower implements PollRegistry.Observer<String> {
        private final List<Throwable> thrown = new ArrayList<>();
        private final Error problem = new AssertionError("broken");

        @Override
        public void polled(String one) {
            throw problem;
        }

        @Override
        public void missed(SecurityCenterException e) {
            throw problem;
        }

        @Override
        public void thrown(Throwable known) {
            thrown.add(known);
            throw new IllegalStateException("broken for good");
        }
    }

    private Subscription<String> join(Endpoint endpoint, String id, PollRegistry.Observer<String> observer) {
        Subscription<String> watched = new Subscription<>(id, clock.instant(), INTERVAL, false, observer);
        registry.add(endpoint, KEYS, watched);
        return watched;
    }

    @Test
    void pollsMoreAndMoreSlowlyUpToTheInterval() {
        join(ONE, "1", new Recorder());
        executor.pass(Duration.ofMinutes(3));
        assertThat(polls).containsExactly(2L, 5L, 9L, 16L, 26L, 41L, 64L, 94L, 124L, 154L);
    }

    @Test
    void pollsWhileBuildsKeepJoining() {
        for (int second = 0; second < 600; second++) {
            join(ONE, "1", new Recorder());
            executor.pass(Duration.ofSeconds(1));
        }
        assertThat(polls).hasSizeBetween(190, 310);
    }

    @Test
    void aBuildThatJoinsShortensThePauseAndNeverMovesIt() {
        join(ONE, "1", new Recorder());
        executor.pass(Duration.ofSeconds(100));
        polls.clear();
        join(ONE, "2", new Recorder());
        executor.pass(Duration.ofSeconds(65));
        assertThat(polls).containsExactly(102L, 105L, 109L, 116L, 126L, 141L, 164L);
    }

    @Test
    void aBuildThatJoinsJustBeforeAPollDoesNotDelayIt() {
        join(ONE, "1", new Recorder());
        executor.pass(Duration.ofSeconds(123));
        polls.clear();
        join(ONE, "2", new Recorder());
        executor.pass(Duration.ofSeconds(4));
        assertThat(polls).containsExactly(124L, 126L);
    }

    @Test
    void oneObserverThatThrowsKeepsNoOtherFromBeingTold() {
        Thrower first = new Thrower();
        Recorder last = new Recorder();
        join(ONE, "1", first);
        join(ONE, "2", last);
        executor.pass(Duration.ofSeconds(10));
        assertThat(last.news).hasSizeGreaterThan(2);
        assertThat(first.thrown).hasSameSizeAs(last.news).containsOnly(first.problem);
        assertThat(last.thrown).isEmpty();
    }

    @Test
    void tellsAllWhenTheReadingThrows() {
        Recorder one = new Recorder();
        Recorder two = new Recorder();
        IllegalStateException defect = new IllegalStateException("defect");
        duringPoll = () -> {
            throw defect;
        };
        join(ONE, "1", one);
        join(ONE, "2", two);
        executor.pass(Duration.ofSeconds(3));
        assertThat(one.thrown).containsExactly(defect);
        assertThat(two.thrown).containsExactly(defect);
        duringPoll = () -> {};
        executor.pass(Duration.ofSeconds(10));
        assertThat(one.news).isNotEmpty();
    }

    @Test
    void anObserverLeavesWhileItIsTold() {
        List<Subscription<String>> own = new ArrayList<>();
        Recorder once = new Recorder() {
            @Override
            public void polled(String one) {
                super.polled(one);
                registry.remove(ONE, KEYS, own.get(0));
            }
        };
        own.add(join(ONE, "1", once));
        Recorder other = new Recorder();
        join(ONE, "2", other);
        executor.pass(Duration.ofMinutes(1));
        assertThat(once.news).hasSize(1);
        assertThat(other.news).hasSizeGreaterThan(3);
    }

    @Test
    void closesTheConnectionInTheBackground() {
        Subscription<String> watched = join(ONE, "1", new Recorder());
        executor.pass(Duration.ofSeconds(3));
        registry.remove(ONE, KEYS, watched);
        assertThat(executor.idle()).isFalse();
        assertThatCode(() -> connection.session()).doesNotThrowAnyException();
        executor.settle();
        assertThatIllegalStateException().isThrownBy(() -> connection.session());
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void leavesInPeaceWhileAPollIsUnderWay() {
        calls.put(ONE, Runnable::run);
        Recorder one = new Recorder();
        Recorder two = new Recorder();
        List<Subscription<String>> all = List.of(join(ONE, "1", one), join(ONE, "4", two));
        List<Throwable> closed = new ArrayList<>();
        duringPoll = () -> {
            all.forEach(watched -> registry.remove(ONE, KEYS, watched));
            closed.add(catchThrowable(() -> connection.session()));
        };
        executor.pass(Duration.ofMinutes(1));
        assertThat(closed).containsOnlyNulls();
        assertThat(polls).containsExactly(2L);
        assertThat(one.news).isEmpty();
        assertThat(one.thrown).isEmpty();
        assertThat(two.thrown).isEmpty();
        assertThat(warnings.messages).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> connection.session());
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void tellsNobodyThatItIsClosedDuringAPoll() {
        Recorder one = new Recorder();
        join(ONE, "1", one);
        duringPoll = () -> {
            registry.close();
            throw new IllegalStateException("closed");
        };
        executor.pass(Duration.ofMinutes(1));
        assertThat(one.thrown).isEmpty();
        assertThat(warnings.messages).isEmpty();
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerDelaysNoOther() {
        List<Runnable> stuck = new ArrayList<>();
        calls.put(ONE, stuck::add);
        Recorder silent = new Recorder();
        Recorder quick = new Recorder();
        join(ONE, "1", silent);
        join(OTHER, "1", quick);
        executor.pass(Duration.ofMinutes(1));
        assertThat(quick.news).hasSizeGreaterThan(4);
        assertThat(stuck).hasSize(1);
        assertThat(silent.news).isEmpty();
        stuck.get(0).run();
        assertThat(silent.news).hasSize(1);
    }

    @Test
    void goesOnWhenAPollIsNotTakenOver() {
        List<Runnable> refused = new ArrayList<>();
        calls.put(ONE, task -> {
            if (refused.isEmpty()) {
                refused.add(task);
                throw new RejectedExecutionException("busy");
            }
            executor.execute(task);
        });
        Recorder one = new Recorder();
        join(ONE, "1", one);
        executor.pass(Duration.ofSeconds(6));
        assertThat(one.news).hasSize(1);
    }

    @Test
    void beginsAnewForWhoeverComesAfterTheLast() {
        registry.remove(ONE, KEYS, join(ONE, "1", new Recorder()));
        Recorder later = new Recorder();
        join(ONE, "2", later);
        executor.pass(Duration.ofSeconds(3));
        assertThat(later.news).hasSize(1);
    }
}
