package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.Login;
import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.ServerUrl;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many builds wait on a server with one account, each interval brings one request for each kind of wait. */
class SharedPollsTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final int BUILDS = 12;

    private final ManualClock clock = ManualClock.startingNow();
    private final HandDrivenExecutor executor = new HandDrivenExecutor(clock);
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(clock)
            .withTiming(600, 120)
            .withFindings(5)
            .withSessionLimit(1));
    private final Crew crew =
            new Crew(new Sessions(RetryPolicy.DEFAULT, clock::advance, clock), executor, clock::advance, clock);

    @AfterEach
    void close() {
        crew.close();
        simulator.close();
        executor.shutdownNow();
    }

    private static final class Told implements ReportEvents {
        private final List<String> finished = new ArrayList<>();
        private final List<Exception> failures = new ArrayList<>();

        @Override
        public void saved(RunState state) {}

        @Override
        public void log(String line) {}

        @Override
        public void finished(SecurityCenter server, Report report) throws IOException, InterruptedException {
            new Reports(server).download(report, OutputStream::nullOutputStream);
            finished.add(report.id());
        }

        @Override
        public void failed(Exception problem) {
            failures.add(problem);
        }
    }

    private Target target() {
        return new Target(
                Endpoint.of("simulator", ServerUrl.parse(simulator.url())),
                new Login.Password(Simulator.USER, Simulator.PASSWORD),
                Duration.ofSeconds(30));
    }

    private void startReports(Told told) {
        for (int build = 0; build < BUILDS; build++) {
            new ReportRun(crew, target(), new ReportOrder("1", Duration.ZERO, false), RunState.fresh(), told).start();
        }
        executor.settle();
    }

    private void startImports(RecordedEvents events) {
        for (int build = 0; build < BUILDS; build++) {
            ImportOrder order = new ImportOrder(
                    build + ".nessus",
                    () -> new ByteArrayInputStream("<NessusClientData_v2/>".getBytes(UTF_8)),
                    "Default",
                    Duration.ZERO);
            ScanRun.ofImport(crew, target(), order, RunState.fresh(), events).start();
        }
        executor.settle();
    }

    /** The moments of the requests that come while builds wait for that long. */
    private List<Instant> moments(Duration time) {
        int before = simulator.requests().size();
        executor.pass(time);
        List<LoggedRequest> all = simulator.requests();
        return all.subList(before, all.size()).stream().map(LoggedRequest::time).toList();
    }

    @Test
    void reportsShareARequest() {
        Told told = new Told();
        startReports(told);
        assertThat(moments(Duration.ofMinutes(5))).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.finished).hasSize(BUILDS).doesNotHaveDuplicates();
        assertThat(executor.idle()).isTrue();
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void importsShareARequest() {
        RecordedEvents events = new RecordedEvents();
        startImports(events);
        assertThat(moments(Duration.ofMinutes(1))).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        executor.pass(LONG);
        assertThat(events.failures).isEmpty();
        assertThat(events.finished).hasSize(BUILDS);
    }

    @Test
    void reportsAndScansTogetherUseOneSession() {
        Told told = new Told();
        RecordedEvents events = new RecordedEvents();
        startReports(told);
        ScanOrder order = new ScanOrder("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        new ScanRun(crew, target(), order, RunState.fresh(), events).start();
        executor.pass(LONG);
        assertThat(told.finished).hasSize(BUILDS);
        assertThat(events.finished).hasSize(1);
        assertThat(simulator.requests().stream()
                        .filter(request -> request.line().equals("POST /token")))
                .as("logins")
                .hasSize(1);
    }
}
