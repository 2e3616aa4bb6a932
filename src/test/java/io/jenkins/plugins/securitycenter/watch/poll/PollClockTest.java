package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.HandDrivenExecutor;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request an interval for all who wait, whatever the clocks of the server and of a proxy show. */
class PollClockTest {

    private static final int BUILDS = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Login USER = new Login.Password(Simulator.USER, Simulator.PASSWORD);

    private final ManualClock clock = ManualClock.startingNow();
    private final ActivityCounter activity = new ActivityCounter();
    private final HandDrivenExecutor executor = new HandDrivenExecutor(clock);
    private final List<String> news = new ArrayList<>();
    private final Map<String, List<SecurityCenterException>> failures = new HashMap<>();
    private SessionPool sessions = sessions();
    private Simulator simulator;
    private PollRegistry<ScanResult> registry = registry();

    private SessionPool sessions() {
        return new SessionPool(RetryPolicy.DEFAULT, clock::advance, clock, Runnable::run, activity);
    }

    private PollRegistry<ScanResult> registry() {
        return new PollRegistry<>(PollSource.SCAN_RESULTS, sessions, server -> executor, executor, clock);
    }

    @AfterEach
    void close() {
        registry.close();
        sessions.close();
        simulator.close();
        executor.shutdownNow();
    }

    private final class Recorder implements PollRegistry.Observer<ScanResult> {
        private final String id;

        Recorder(String id) {
            this.id = id;
        }

        @Override
        public void polled(ScanResult result) {
            news.add(result.id());
        }

        @Override
        public void missed(SecurityCenterException e) {
            failures.computeIfAbsent(id, unknown -> new ArrayList<>()).add(e);
        }

        @Override
        public void thrown(Throwable problem) {
            throw new AssertionError(problem);
        }
    }

    /** @param date how far the dates of the answers are ahead of the server's clock, in days */
    private void start(int server, int date) {
        start(Clock.offset(clock, Duration.ofDays(server)));
        simulator.controls().setDateOffset(Duration.ofDays(date));
    }

    private void start(Clock serverClock) {
        simulator = Simulator.start(
                SimulatorOptions.defaults().withClock(serverClock).withTiming(100_000, 100));
    }

    private Endpoint endpoint() {
        return Endpoint.of("simulator", ServerUrl.parse(simulator.url()));
    }

    private List<Subscription<ScanResult>> launch(SecurityCenter server) throws Exception {
        List<Subscription<ScanResult>> launched = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            server.call(Request.of(Request.Method.POST, "/scan/1/launch"));
            String id = String.valueOf(simulator.launches("1"));
            launched.add(new Subscription<>(id, clock.instant(), INTERVAL, false, new Recorder(id)));
        }
        return launched;
    }

    private void join(List<Subscription<ScanResult>> all) {
        all.forEach(one -> registry.add(endpoint(), USER, one));
    }

    /** The number of requests until the next poll is over. */
    private int requestsOfNextPoll() {
        int before = simulator.requests().size();
        int polls = executor.plannedRun();
        while (executor.plannedRun() == polls) {
            executor.pass(Duration.ofSeconds(1));
        }
        executor.settle();
        List<LoggedRequest> all = simulator.requests();
        return (int) all.subList(before, all.size()).stream()
                .filter(request -> !request.path().equals("/token"))
                .count();
    }

    @ParameterizedTest(name = "server {0} days ahead, its dates {1} days ahead of that")
    @CsvSource({"0, 0", "-3, 0", "5, 0", "-3, 3", "-3, 10", "0, 9", "0, -9", "5, -5"})
    void pollsWithOneRequest(int server, int date) throws Exception {
        start(server, date);
        try (SecurityCenter connection = sessions.open(endpoint(), USER)) {
            join(launch(connection));
        }
        assertThat(requestsOfNextPoll()).isBetween(1, date == 0 ? 1 : 3);
        assertThat(news).hasSize(BUILDS).doesNotHaveDuplicates();
        for (int poll = 0; poll < 6; poll++) {
            assertThat(requestsOfNextPoll()).isOne();
        }
        assertThat(news).hasSize(7 * BUILDS);
        assertThat(failures).isEmpty();
    }

    /** After a restart nothing has been heard of the server's clock. */
    @ParameterizedTest(name = "server {0} days ahead, its dates {1} days ahead of that")
    @CsvSource({"-3, 0", "-3, 3", "-3, 10"})
    void pollsWithOneRequestAfterARestart(int server, int date) throws Exception {
        start(server, date);
        List<Subscription<ScanResult>> launched;
        try (SecurityCenter connection = sessions.open(endpoint(), USER)) {
            launched = launch(connection);
        }
        sessions.close();
        sessions = sessions();
        registry = registry();
        join(launched);
        assertThat(requestsOfNextPoll()).isLessThanOrEqualTo(3);
        assertThat(requestsOfNextPoll()).isOne();
        assertThat(news).hasSize(2 * BUILDS);
    }

    @Test
    void countsPolls() throws Exception {
        start(0, 0);
        try (SecurityCenter connection = sessions.open(endpoint(), USER)) {
            join(launch(connection));
        }
        requestsOfNextPoll();
        requestsOfNextPoll();
        assertThat(activity.counts().polls()).isEqualTo(2);
    }

    @Test
    void bearsThatTheClockOfTheServerIsCorrected() throws Exception {
        ManualClock serverClock = new ManualClock(clock.instant().minus(Duration.ofDays(5)));
        start(serverClock);
        try (SecurityCenter connection = sessions.open(endpoint(), USER)) {
            join(launch(connection));
            requestsOfNextPoll();
            serverClock.advance(Duration.ofDays(5));
            join(launch(connection));
        }
        requestsOfNextPoll();
        assertThat(requestsOfNextPoll()).isOne();
        assertThat(news).hasSize(5 * BUILDS);
    }

    @ParameterizedTest(name = "server {0} days ahead")
    @CsvSource({"0", "-3"})
    void noticesWhatIsDeleted(int server) throws Exception {
        start(server, 0);
        try (SecurityCenter connection = sessions.open(endpoint(), USER)) {
            List<Subscription<ScanResult>> launched = launch(connection);
            join(launched);
            requestsOfNextPoll();
            connection.call(Request.delete("/scanResult/7"));
            assertThat(requestsOfNextPoll()).isEqualTo(2);
            assertThat(failures).containsOnlyKeys("7");
            assertThat(failures.get("7")).singleElement().isInstanceOf(ErrorResponseException.class);
            registry.remove(endpoint(), USER, launched.get(6));
            assertThat(requestsOfNextPoll()).isOne();
        }
    }
}
