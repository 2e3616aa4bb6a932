package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanRunTest {

    private static final String LAUNCH = "/scan/*/launch";
    private static final Duration LONG = Duration.ofMinutes(30);

    private final WatchRig rig = new WatchRig();
    private final ManualClock clock = rig.clock;
    private final HandDrivenExecutor executor = rig.executor;
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(clock)
            .withTiming(600, 120)
            .withFindings(50)
            .withSessionLimit(1));
    private final RecordedRun<ScanResult> events = new RecordedRun<>();

    @AfterEach
    void close() throws Exception {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void waitsForTheImport() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(11));
        assertThat(events.ended()).isFalse();
        executor.pass(Duration.ofMinutes(2));
        assertThat(events.finished).singleElement().satisfies(result -> {
            assertThat(result.state().status()).isEqualTo("Completed");
            assertThat(result.state().importStatus()).isEqualTo("Finished");
        });
        assertThat(launches()).isEqualTo(1);
        assertThat(executor.idle()).isTrue();
        assertThat(simulator.openSessions()).isZero();
        assertThat(events.lines.get(0))
                .startsWith("Launched \"Weekly network scan\"")
                .contains("#scan_results/view/");
    }

    @Test
    void saysThatAScanWhoseImportIsRunningHasEnded() {
        WatchedRun<ScanResult> run = run("Weekly network scan", WaitFor.IMPORTED, RunState.initial());
        run.start();
        executor.pass(Duration.ofMinutes(11));
        run.abort();
        executor.pass(Duration.ofMinutes(5));
        assertThat(events.aborted).isEqualTo(1);
        assertThat(events.lines)
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("Scan result 1 was not stopped, because the scan has already ended: Completed, import: ");
        assertThat(events.lines).noneMatch(line -> line.contains("could not stop") || line.contains("may still run"));
    }

    @Test
    void saysThatTheRoleCannotScanBeforeItLooksForTheScan() {
        Login administrator = new Login.Password(Simulator.ADMIN, Simulator.ADMIN_PASSWORD);
        ScanOptions options = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        rig.services
                .scan(
                        rig.owner(RunState.initial()),
                        () -> WatchRig.target(simulator, administrator),
                        options,
                        RunState.initial(),
                        events)
                .start();
        executor.pass(Duration.ofMinutes(1));
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("(role \"Administrator\") is not allowed to run scans"));
    }

    @Test
    void logsWhatTheBuildDoesWithTheResultAfterTheEndOfTheScan() {
        RecordedRun<ScanResult> reading = new RecordedRun<>() {
            @Override
            public void receive(SecurityCenter server, ScanResult result, Consumer<String> log) {
                log.accept("Reading " + result.id());
            }
        };
        ScanOptions options = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        rig.services
                .scan(
                        rig.owner(RunState.initial()),
                        () -> WatchRig.target(simulator),
                        options,
                        RunState.initial(),
                        reading)
                .start();
        executor.pass(LONG);
        assertThat(reading.lines).last(InstanceOfAssertFactories.STRING).isEqualTo("Reading 1");
    }

    @Test
    void endsWithWhatWasFound() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        List<String> end = events.lines.subList(events.lines.size() - 3, events.lines.size());
        assertThat(end.get(0)).startsWith("Scan \"Weekly network scan\" ended: Completed, import: Finished, ");
        assertThat(end.get(1)).startsWith("Findings: 50 (Critical ");
        assertThat(end.get(2)).startsWith("Scan result ").endsWith("/#scan_results/view/1");
        assertThat(simulator.requests().stream()
                        .filter(request -> request.path().endsWith("/token")))
                .as("logins and logouts")
                .hasSize(2);
    }

    @Test
    void endsAllTheSameWhenTheNumbersAreRefused() {
        simulator
                .faults()
                .on("POST", "/analysis")
                .answer(
                        403,
                        "application/json",
                        "{\"type\":\"regular\",\"response\":\"\",\"error_code\":146,\"error_msg\":\"No access.\"}");
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines).anyMatch(line -> line.startsWith("Could not read the finding counts: "));
    }

    @Test
    void doesNotKeepOthersWaitingForFindings() {
        simulator
                .faults()
                .on("POST", "/analysis")
                .error(403, 143, "Error opening file (msg: No such file or directory).");
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines)
                .contains("Could not read any findings: there are none, or the server is not ready yet.")
                .noneMatch(line -> line.contains("no host"));
        assertThat(simulator.requests())
                .filteredOn(request -> request.path().equals("/analysis"))
                .hasSize(1);
    }

    @Test
    void saysThatNoHostWasReached() {
        simulator.controls().setFindings(0);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines)
                .filteredOn(line -> line.startsWith("No host was scanned in scan result "))
                .singleElement()
                .asString()
                .endsWith(", so it is unknown whether there are vulnerabilities.");
    }

    @Test
    void waitsForWordsThatAreNotKnownUntilNothingRuns() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.settle();
        simulator.controls().setWords("1", "Hibernating", "No Results", "");
        executor.pass(LONG);
        assertThat(events.ended()).isFalse();
        assertThat(events.lines)
                .filteredOn(line -> line.contains("\"Hibernating\" of scan result 1 is unknown"))
                .hasSize(1);
        simulator.controls().setWords("1", "Hibernating", "Finished", "false");
        executor.pass(Duration.ofMinutes(1));
        assertThat(events.finished)
                .singleElement()
                .satisfies(result -> assertThat(result.state().partial()).isTrue());
    }

    @Test
    void failsWhenACanceledScanBringsNothing() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.settle();
        simulator.controls().setWords("1", "Canceled", "No Results", "false");
        executor.pass(Duration.ofMinutes(5));
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("ended with status \"Canceled\", and nothing was imported"));
    }

    @Test
    void saysThatNothingWasImported() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.settle();
        simulator.controls().setWords("1", "Completed", "No Results", "false");
        executor.pass(Duration.ofMinutes(5));
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines).anyMatch(line -> line.startsWith("Nothing was imported: "));
    }

    @Test
    void returnsRightBehindTheLaunch() {
        run("Weekly network scan", WaitFor.LAUNCHED, RunState.initial()).start();
        executor.pass(Duration.ofSeconds(3));
        assertThat(events.finished).hasSize(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void neverLaunchesAgainWhenTheAnswerIsLost() {
        simulator.faults().on("POST", LAUNCH).resetAfter().times(1);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(launches()).isEqualTo(1);
        assertThat(events.finished).hasSize(1);
    }

    @Test
    void saysSoWhenALaunchIsLostForGood() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(launches()).isZero();
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("It is not launched again"));
    }

    @Test
    void saysWhatTheServerSaidWhenALaunchIsRefusedForTheMoment() {
        simulator.faults().on("POST", LAUNCH).error(403, 5, "The database is locked.");
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("could not launch scan \"Weekly network scan\"")
                        .hasMessageContaining("The database is locked."));
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void saysThatTheServerHadTooMuchToDo() {
        simulator.faults().on("POST", LAUNCH).html(429);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("could not launch scan \"Weekly network scan\": HTTP 429"));
    }

    @Test
    void looksForALostLaunchUntilTheServerIsBack() {
        simulator.faults().on("POST", LAUNCH).resetAfter().times(1);
        simulator.faults().on("GET", "/currentUser").html(503);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(5));
        assertThat(events.ended()).isFalse();
        simulator.faults().clear();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(launches()).isEqualTo(1);
        assertThat(events.lines).noneMatch(line -> line.contains("restart"));
    }

    @Test
    void saysWhyALostLaunchCannotBeFound() {
        simulator.faults().on("POST", LAUNCH).html(502).times(1);
        simulator.faults().on("GET", "/currentUser").html(503).times(20);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(launches()).isZero();
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("could not launch scan \"Weekly network scan\": HTTP 502")
                        .hasMessageContaining("It is not launched again")
                        .hasMessageNotContaining("Jenkins"));
    }

    @Test
    void goesOnAfterARestart() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(5));
        RunState stored = restart();
        run("Weekly network scan", WaitFor.IMPORTED, stored).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void takesNoResultOfAnotherDefinition() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(5));
        simulator.faults().on("GET", "/scanResult/1").answer(200, "application/json", """
                        {"error_code":0,"response":{"id":"1","status":"Completed","importStatus":"Finished",
                        "scan":{"id":"2","name":"DMZ"}}}""");
        executor.pass(LONG);

        assertThat(events.finished).isEmpty();
        assertThat(events.failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageContaining("scan result 1 belongs to the scan with ID 2"));
        assertThat(simulator.requests()).noneMatch(request -> request.line().equals("POST /scanResult/1/stop"));
    }

    @Test
    void findsTheRunWhoseLaunchWasJustSentBeforeARestart() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.settle();
        RunState beforeLaunch = events.state(RunState.Phase.LAUNCHING);
        restart();
        run("Weekly network scan", WaitFor.IMPORTED, beforeLaunch).start();
        executor.pass(LONG);
        assertThat(launches()).isEqualTo(1);
        assertThat(events.finished).hasSize(1);
    }

    @Test
    void doesNotLaunchAfterARestartWhenTheLaunchWasNeverSent() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.settle();
        RunState beforeLaunch = events.state(RunState.Phase.LAUNCHING);
        restart();
        events.failures.clear();
        run("Weekly network scan", WaitFor.IMPORTED, beforeLaunch).start();
        executor.pass(LONG);
        assertThat(launches()).isZero();
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("Start the build again"));
    }

    @Test
    void stopsTheScanWhenAborted() {
        WatchedRun<ScanResult> run = run("Weekly network scan", WaitFor.IMPORTED, RunState.initial());
        run.start();
        executor.pass(Duration.ofMinutes(3));
        run.abort();
        executor.pass(LONG);
        assertThat(events.aborted).isEqualTo(1);
        assertThat(stops()).isEqualTo(1);
        assertThat(events.told()).isEqualTo(1);
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void saysWhereAScanRunsThatItLeaves() {
        WatchedRun<ScanResult> run =
                run(new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, false), RunState.initial());
        run.start();
        executor.pass(Duration.ofMinutes(3));
        run.abort();
        executor.pass(LONG);
        assertThat(events.aborted).isEqualTo(1);
        assertThat(stops()).isZero();
        assertThat(events.lines)
                .last(InstanceOfAssertFactories.STRING)
                .isEqualTo("Scan \"Weekly network scan\" on SecurityCenter \"simulator\" is not stopped and keeps"
                        + " running: scan result 1, " + simulator.url() + "/#scan_results/view/1");
    }

    @Test
    void saysWhereAScanRunsThatItCouldNotStop() {
        simulator.faults().on("POST", "/scanResult/*/stop").error(403, 146, "No access.");
        assertLeft();
    }

    @Test
    void saysWhereAScanRunsIfStoppingTakesTooLong() {
        simulator.faults().on("POST", "/scanResult/*/stop").error(503, 0, "Busy.");
        assertLeft();
    }

    private void assertLeft() {
        WatchedRun<ScanResult> run = run("Weekly network scan", WaitFor.IMPORTED, RunState.initial());
        run.start();
        executor.pass(Duration.ofMinutes(3));
        run.abort();
        executor.pass(LONG);
        assertThat(events.aborted).isEqualTo(1);
        assertThat(events.lines)
                .filteredOn(line -> line.contains("was not stopped"))
                .singleElement()
                .isEqualTo("Scan \"Weekly network scan\" on SecurityCenter \"simulator\" was not stopped and may still"
                        + " run: scan result 1, " + simulator.url() + "/#scan_results/view/1");
    }

    @Test
    void stopsTheScanWhenTheTimeIsUp() {
        ScanOptions options = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ofMinutes(5), true);
        run(options, RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageStartingWith(
                                "Scan \"Weekly network scan\" on SecurityCenter \"simulator\" was not imported"
                                        + " within 5 minutes; the scan is being stopped. See ")
                        .hasMessageEndingWith("#scan_results/view/1"));
        assertThat(stops()).isEqualTo(1);
    }

    @Test
    void waitsForASingleMinute() {
        run(new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ofMinutes(1), true), RunState.initial())
                .start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining(" was not imported within 1 minute; the scan is being stopped. See "));
    }

    @Test
    void bearsAServerThatIsAwayForAWhile() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(2));
        simulator.faults().on("GET", "/scanResult/*").html(503);
        executor.pass(Duration.ofMinutes(8));
        simulator.faults().clear();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines).contains("The server is responding again.");
    }

    @Test
    void givesUpAServerThatStaysAway() {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofMinutes(2));
        simulator.faults().on("GET", "/scanResult/*").html(503);
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("HTTP 503"));
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void bearsThatTheAccountHasNoSessionLeftForAWhile() throws Exception {
        run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        executor.pass(Duration.ofSeconds(10));
        simulator.controls().expireSessions();
        try (SessionPool elsewhere = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
                SecurityCenter other = elsewhere.open(target().endpoint(), target().login())) {
            other.status();
            executor.pass(Duration.ofMinutes(3));
            assertThat(events.failures).isEmpty();
            assertThat(events.lines)
                    .anyMatch(line -> line.contains("the account has reached the server's session limit"));
        }
        executor.pass(LONG);
        assertThat(events.failures).isEmpty();
        assertThat(events.finished).hasSize(1);
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void pollsOnceForAllWhoWait() {
        for (int build = 0; build < 20; build++) {
            run("Weekly network scan", WaitFor.IMPORTED, RunState.initial()).start();
        }
        executor.settle();
        int before = simulator.requests().size();
        executor.pass(Duration.ofMinutes(5));
        List<LoggedRequest> all = simulator.requests();
        assertThat(all.subList(before, all.size()))
                .extracting(LoggedRequest::time)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(20);
        assertThat(launches()).isEqualTo(20);
    }

    private WatchedRun<ScanResult> run(String scan, WaitFor waitFor, RunState state) {
        return run(new ScanOptions(scan, waitFor, Duration.ZERO, true), state);
    }

    private WatchedRun<ScanResult> run(ScanOptions options, RunState state) {
        return rig.services.scan(rig.owner(state), this::target, options, state, events);
    }

    private ServerAccount target() {
        return WatchRig.target(simulator);
    }

    /** Lets the controller stop and come up again; returns what was stored. */
    private RunState restart() {
        rig.restart();
        return events.lastState();
    }

    private long launches() {
        return simulator.launches("1");
    }

    private long stops() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("/stop"))
                .count();
    }
}
