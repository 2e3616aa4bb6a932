package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many builds wait on a server with one account, each interval brings one request for each kind of wait. */
class SharedPollsTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final int BUILDS = 12;
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(30);
    private static final String NOTHING = "{\"type\":\"regular\",\"response\":{\"usable\":[]},\"error_code\":0,"
            + "\"error_msg\":\"\",\"warnings\":[],\"timestamp\":1}";

    private final WatchRig rig = new WatchRig();
    private final ManualClock clock = rig.clock;
    private final HandDrivenExecutor executor = rig.executor;
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(clock)
            .withTiming(600, 120)
            .withFindings(5)
            .withSessionLimit(1));

    @AfterEach
    void close() {
        rig.close();
        simulator.close();
    }

    private static final class Told extends RecordedRun<Report> {
        @Override
        public void receive(SecurityCenter server, Report report, Consumer<String> log)
                throws IOException, InterruptedException {
            new Reports(server).download(report, OutputStream::nullOutputStream);
        }
    }

    private ServerAccount target() {
        return WatchRig.target(simulator);
    }

    private void startReports(Told told) {
        for (int build = 0; build < BUILDS; build++) {
            rig.services
                    .report(
                            rig.owner(RunState.initial()),
                            this::target,
                            new ReportOptions("1", Duration.ZERO, false),
                            RunState.initial(),
                            told)
                    .start();
        }
        executor.settle();
    }

    private void startImports(RecordedRun<ScanResult> events) {
        for (int build = 0; build < BUILDS; build++) {
            ImportOptions order = new ImportOptions(
                    build + ".nessus",
                    () -> new ByteArrayInputStream("<NessusClientData_v2/>".getBytes(UTF_8)),
                    "Default",
                    Duration.ZERO);
            rig.services
                    .fileImport(rig.owner(RunState.initial()), this::target, order, RunState.initial(), events)
                    .start();
        }
        executor.pass(Duration.ofSeconds(3 * BUILDS));
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
        RecordedRun<ScanResult> events = new RecordedRun<>();
        startImports(events);
        assertThat(moments(Duration.ofMinutes(1))).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        executor.pass(LONG);
        assertThat(events.failures).isEmpty();
        assertThat(events.finished).hasSize(BUILDS);
    }

    @Test
    void importsThatDoNotAppearDelayNoPoll() {
        RecordedRun<ScanResult> scan = new RecordedRun<>();
        ScanOptions order = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        rig.services
                .scan(rig.owner(RunState.initial()), this::target, order, RunState.initial(), scan)
                .start();
        executor.pass(Duration.ofMinutes(2));
        simulator.faults().on("GET", "/scanResult").answer(200, "application/json", NOTHING);
        startImports(new RecordedRun<>());
        int before = simulator.requests().size();
        executor.pass(Duration.ofMinutes(5));
        List<Instant> polls = simulator.requests().stream()
                .skip(before)
                .filter(request -> request.path().equals("/scanResult/1"))
                .map(LoggedRequest::time)
                .toList();
        assertThat(polls).hasSizeGreaterThanOrEqualTo(10);
        for (int poll = 1; poll < polls.size(); poll++) {
            assertThat(Duration.between(polls.get(poll - 1), polls.get(poll))).isLessThanOrEqualTo(POLL_INTERVAL);
        }
    }

    @Test
    void reportsAndScansTogetherUseOneSession() {
        Told told = new Told();
        RecordedRun<ScanResult> events = new RecordedRun<>();
        startReports(told);
        ScanOptions order = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        rig.services
                .scan(rig.owner(RunState.initial()), this::target, order, RunState.initial(), events)
                .start();
        executor.pass(LONG);
        assertThat(told.finished).hasSize(BUILDS);
        assertThat(events.finished).hasSize(1);
        assertThat(simulator.requests().stream()
                        .filter(request -> request.line().equals("POST /token")))
                .as("logins")
                .hasSize(1);
    }
}
