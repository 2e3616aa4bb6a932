package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No run takes the result of another, and none is launched twice. */
class RunClaimTest {

    private static final Duration LONG = Duration.ofMinutes(40);
    private static final String SCAN = "Weekly network scan";
    private static final String LAUNCH = "/scan/*/launch";

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
            .withTiming(600, 120)
            .withFindings(5));
    private final RecordedRun<ScanResult> one = new RecordedRun<>();
    private final RecordedRun<ScanResult> other = new RecordedRun<>();

    @AfterEach
    void close() {
        rig.close();
        simulator.close();
    }

    @Test
    void theNextLaunchOfTheSameWaitsWhileOneIsInDoubt() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        scan("one", RunState.initial(), one).start();
        rig.executor.settle();
        scan("other", RunState.initial(), other).start();
        rig.executor.pass(LONG);
        assertThat(one.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("No new scan result appeared for it."));
        assertThat(other.lines).anyMatch(line -> line.startsWith("Waiting for another build"));
        assertThat(other.finished).extracting(ScanResult::id).containsExactly("1");
        assertThat(simulator.launches("1")).isEqualTo(1);
    }

    @Test
    void theAbortOfALostLaunchStopsNobodyElse() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        WatchedRun<ScanResult> lost = scan("one", RunState.initial(), one);
        lost.start();
        rig.executor.settle();
        scan("other", RunState.initial(), other).start();
        lost.abort();
        rig.executor.pass(LONG);
        assertThat(one.aborted).isEqualTo(1);
        assertThat(other.finished).hasSize(1);
        assertThat(stops()).isZero();
    }

    @Test
    void aKnownResultIsNotTakenAfterARestart() {
        scan("other", RunState.initial(), other).start();
        rig.executor.pass(Duration.ofMinutes(1));
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        scan("one", RunState.initial(), one).start();
        rig.executor.settle();
        RunState lost = one.lastState();
        assertThat(lost.phase()).isEqualTo(RunState.Phase.LAUNCH_IN_DOUBT);
        rig.restart();
        scan("one", lost, one).start();
        rig.executor.pass(Duration.ofMinutes(2));
        scan("other", other.lastState(), other).start();
        rig.executor.pass(LONG);
        assertThat(one.finished).isEmpty();
        assertThat(one.failures).hasSize(1);
        assertThat(other.finished).extracting(ScanResult::id).containsExactly("1");
    }

    @Test
    void aResultThatAnotherBuildWaitsForIsNotFound() throws Exception {
        launchElsewhere();
        ServerRuns runs =
                rig.services.registry().on(WatchRig.target(simulator).endpoint().url());
        RunState doubtful = RunState.initial()
                .ofType(RunType.SCAN, true, null)
                .named("1", SCAN)
                .launching(-1, rig.clock.instant());
        runs.put(entry("one", doubtful));
        runs.put(entry("other", waiting("1")));
        scan("one", doubtful, one).start();
        rig.executor.pass(LONG);
        assertThat(one.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("No new scan result appeared for it."));
        assertThat(stops()).isZero();
    }

    @Test
    void aResultThatBelongsToAnotherBuildIsNotTaken() throws Exception {
        ServerRuns runs = new RunRegistry(rig.directory)
                .on(WatchRig.target(simulator).endpoint().url());
        runs.put(entry("one", waiting("8")));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> runs.put(entry("other", waiting("8"))))
                .isInstanceOf(ScanFailedException.class)
                .hasMessage("Result 8 already belongs to build job#one; start the build again.");
        assertThat(runs.claimed(RunType.SCAN, "8", "other")).isTrue();
        assertThat(runs.claimed(RunType.SCAN, "8", "one")).isFalse();
        assertThat(runs.claimed(RunType.REPORT, "8", "other")).isFalse();
    }

    @Test
    void twoDoubtfulLaunchesOfTheSameAreNotGuessedAt() throws Exception {
        RunState doubtful = RunState.initial()
                .ofType(RunType.SCAN, true, null)
                .named("1", SCAN)
                .launching(-1, rig.clock.instant());
        ServerRuns runs =
                rig.services.registry().on(WatchRig.target(simulator).endpoint().url());
        runs.put(entry("one", doubtful));
        runs.put(entry("other", doubtful));
        scan("third", RunState.initial(), new RecordedRun<>());
        launchElsewhere();
        scan("one", doubtful, one).start();
        scan("other", doubtful, other).start();
        rig.executor.pass(Duration.ofMinutes(5));
        assertThat(Stream.of(one, other).flatMap(build -> build.finished.stream()))
                .isEmpty();
        assertThat(one.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("cannot be identified"));
        assertThat(simulator.launches("1")).isEqualTo(1);
    }

    @Test
    void aDamagedFileIsSetAsideAndDoubtfulLaunchesAreGivenUp() throws Exception {
        simulator.faults().on("POST", LAUNCH).resetAfter().times(1);
        simulator.faults().on("GET", "/scanResult").html(503).after(1);
        scan("one", RunState.initial(), one).start();
        rig.executor.pass(Duration.ofSeconds(10));
        RunState lost = one.lastState();
        rig.services.close();
        Path file = file(".json");
        Files.writeString(file, "{\"runs\":[{\"owner\":");
        rig.restart();
        simulator.faults().clear();
        scan("one", lost, one).start();
        rig.executor.pass(LONG);
        assertThat(file(".damaged")).exists();
        assertThat(one.finished).isEmpty();
        assertThat(one.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("missing or damaged, so its scan result cannot be identified"));
        assertThat(simulator.launches("1")).isEqualTo(1);
    }

    @Test
    void aReportOfAnotherBuildIsNeitherDownloadedNorDeleted() {
        simulator
                .faults()
                .on("POST", "/reportDefinition/*/launch")
                .resetBefore()
                .times(1);
        RecordedRun<Report> lost = new RecordedRun<>();
        RecordedRun<Report> made = new RecordedRun<>();
        WatchedRun<Report> first = report("one", lost);
        first.start();
        rig.executor.settle();
        report("other", made).start();
        first.abort();
        rig.executor.pass(LONG);
        assertThat(lost.aborted).isEqualTo(1);
        assertThat(made.finished).hasSize(1);
        assertThat(simulator.requests())
                .noneMatch(request ->
                        request.method().equals("DELETE") && request.path().startsWith("/report/"));
        assertThat(simulator.reportLaunches("1")).isEqualTo(1);
    }

    private void launchElsewhere() throws Exception {
        try (var server = rig.services
                .sessions()
                .open(
                        WatchRig.target(simulator).endpoint(),
                        WatchRig.target(simulator).login())) {
            new Scans(server, ScanKind.ACTIVE).launch(new Scans(server, ScanKind.ACTIVE).find(SCAN));
        }
    }

    private static RunState waiting(String result) {
        return RunState.initial()
                .ofType(RunType.SCAN, true, null)
                .named("1", SCAN)
                .waitingFor(result);
    }

    private static RunEntry entry(String key, RunState state) {
        return new RunEntry(WatchRig.owner(key), state);
    }

    private Path file(String ending) throws Exception {
        try (Stream<Path> files = Files.list(rig.directory)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private WatchedRun<ScanResult> scan(String key, RunState state, RecordedRun<ScanResult> listener) {
        ScanOptions options = new ScanOptions(SCAN, WaitFor.IMPORTED, Duration.ZERO, true);
        return rig.services.scan(WatchRig.owner(key), () -> WatchRig.target(simulator), options, state, listener);
    }

    private WatchedRun<Report> report(String key, RecordedRun<Report> listener) {
        return rig.services.report(
                WatchRig.owner(key),
                () -> WatchRig.target(simulator),
                new ReportOptions("1", Duration.ZERO, true),
                RunState.initial(),
                listener);
    }

    private long stops() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("/stop"))
                .count();
    }
}
