package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an aborted build leaves on the server, in whichever phase its run was. */
class RunAbortTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String LAUNCH = "/scan/*/launch";

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
            .withTiming(600, 120)
            .withFindings(5));
    private final RecordedRun<ScanResult> build = new RecordedRun<>();

    @AfterEach
    void close() {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void aLostLaunchIsFoundAndStoppedBeforeItsScanIsRemoved() {
        simulator.faults().on("POST", LAUNCH).resetAfter().times(1);
        simulator.faults().on("GET", "/scanResult").html(503).after(1);
        WatchedRun<ScanResult> run = onDemand(RunState.initial());
        run.start();
        rig.executor.pass(Duration.ofSeconds(30));
        run.abort();
        rig.executor.pass(Duration.ofMinutes(1));
        assertThat(build.aborted).as("told although the clean-up goes on").isEqualTo(1);
        assertThat(definitions()).isEqualTo(1);
        simulator.faults().clear();
        rig.executor.pass(LONG);
        assertStoppedAndRemoved();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAbortSurvivesARestart(boolean answered) {
        if (!answered) {
            simulator.faults().on("POST", LAUNCH).resetAfter().times(1);
            simulator.faults().on("GET", "/scanResult").html(503).after(1);
        }
        WatchedRun<ScanResult> run = onDemand(RunState.initial());
        run.start();
        rig.executor.pass(Duration.ofSeconds(30));
        simulator.faults().on("*", "/scan**").html(503);
        run.abort();
        rig.executor.pass(Duration.ofSeconds(5));
        assertThat(build.lastState().phase()).isEqualTo(RunState.Phase.CLEANING_UP);
        rig.restart();
        simulator.faults().clear();
        onDemand(build.lastState()).start();
        rig.executor.pass(LONG);
        assertThat(build.aborted).isEqualTo(1);
        assertStoppedAndRemoved();
    }

    @Test
    void anOutageDuringTheCleanUpIsOneLine() {
        WatchedRun<ScanResult> run = onDemand(RunState.initial());
        run.start();
        rig.executor.pass(Duration.ofMinutes(1));
        simulator.faults().on("*", "/scan**").html(503);
        run.abort();
        rig.executor.pass(Duration.ofHours(3));
        assertThat(simulator.requests())
                .as("whether the scan is that of this build, before it is stopped")
                .filteredOn(request -> request.line().equals("GET /scan/10"))
                .hasSizeGreaterThan(10);
        assertThat(build.lines).filteredOn(line -> line.contains("503")).hasSize(1);
        simulator.faults().clear();
        rig.executor.pass(LONG);
        assertThat(definitions()).isZero();
        assertThat(rig.executor.idle()).isTrue();
    }

    @Test
    void aRunWhoseBuildIsGoneIsStoppedAndRemoved() throws Exception {
        onDemand(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        rig.restart();
        for (ServerRuns runs : rig.services.registry().all()) {
            runs.detached().forEach(entry -> rig.services.cleanUp(entry, () -> WatchRig.target(simulator)));
        }
        rig.executor.pass(LONG);
        assertThat(build.ended()).isFalse();
        assertThat(requests("/stop")).isEqualTo(1);
        assertThat(definitions()).isZero();
        assertThat(rig.services.registry().all())
                .allMatch(runs -> runs.detached().isEmpty());
    }

    @Test
    void anImportThatWaitsForItsTurnIsNotSent() {
        simulator.faults().on("POST", "/scanResult/import").resetAfter().times(1);
        simulator.faults().on("GET", "/scanResult").html(503).after(1);
        fileImport("first", new RecordedRun<>()).start();
        rig.executor.pass(Duration.ofSeconds(5));
        WatchedRun<ScanResult> second = fileImport("second", build);
        second.start();
        rig.executor.pass(Duration.ofMinutes(1));
        assertThat(build.lines).anyMatch(line -> line.startsWith("Waiting for another build"));
        second.abort();
        simulator.faults().clear();
        rig.executor.pass(LONG);
        assertThat(requests("/scanResult/import")).as("answered").isZero();
        assertThat(simulator.requests())
                .filteredOn(request -> request.path().endsWith("/import"))
                .hasSize(1);
        assertThat(build.aborted).isEqualTo(1);
        assertThat(build.lines).endsWith("Removed the uploaded file \"second.nessus\".");
    }

    private void assertStoppedAndRemoved() {
        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .containsSubsequence("POST /scanResult/1/stop", "DELETE /scan/10");
        assertThat(requests("/stop")).isEqualTo(1);
        assertThat(simulator.launches("10")).isEqualTo(1);
        assertThat(definitions()).isZero();
        assertThat(rig.executor.idle()).isTrue();
    }

    private WatchedRun<ScanResult> onDemand(RunState state) {
        OnDemandScan scan = new OnDemandScan(
                "Build 12",
                "Full Safe Scan",
                "Default",
                new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of()),
                "",
                List.of(),
                "");
        ScanOptions order = new ScanOptions(scan.name(), WaitFor.IMPORTED, Duration.ZERO, true);
        OnDemandOptions wanted =
                new OnDemandOptions(order, scan, new ScanOwnerTag("here", "job#12 a"), marked -> false);
        return rig.services.onDemandScan(rig.owner(state), () -> WatchRig.target(simulator), wanted, state, build);
    }

    private WatchedRun<ScanResult> fileImport(String name, RecordedRun<ScanResult> listener) {
        ImportOptions order = new ImportOptions(
                name + ".nessus",
                () -> new ByteArrayInputStream("<NessusClientData_v2/>".getBytes(UTF_8)),
                "Default",
                Duration.ZERO);
        return rig.services.fileImport(
                rig.owner(RunState.initial()), () -> WatchRig.target(simulator), order, RunState.initial(), listener);
    }

    private long definitions() {
        return simulator.controls().objects("scan").stream()
                .filter(scan -> scan.path("name").asText().equals("Build 12"))
                .count();
    }

    private long requests(String end) {
        return simulator.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith(end) && request.status() == 200)
                .count();
    }
}
