package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The result of an on-demand scan whose definition was removed looks like that of an import. */
class ImportClaimTest {

    private static final Duration LONG = Duration.ofMinutes(30);

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
            .withTiming(600, 120)
            .withFindings(5));
    private final RecordedRun<ScanResult> imported = new RecordedRun<>();
    private final RecordedRun<ScanResult> scanned = new RecordedRun<>();

    @AfterEach
    void close() {
        rig.close();
        simulator.close();
    }

    @Test
    void anImportDoesNotTakeTheResultOfAScanThatWasAborted() {
        loseLaunch();
        scanAndAbort();
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    @Test
    void norDoesItAfterARestart() {
        loseLaunch();
        scanAndAbort();
        RunState lost = imported.lastState();
        assertThat(lost.phase()).isEqualTo(RunState.Phase.LAUNCH_IN_DOUBT);
        rig.restart();
        fileImport(lost).start();
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    @Test
    void norTheResultOfAScan() throws Exception {
        loseLaunch();
        launchElsewhere();
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    @Test
    void anImportDoesNotEndWithTheResultOfAScanOnAnotherServer() throws Exception {
        launchElsewhere();
        RunState waiting = RunState.initial()
                .ofType(RunType.IMPORT, false, null)
                .named("1", "today.nessus")
                .waitingFor("1");
        fileImport(waiting).start();
        assertFailure().hasMessageContaining("the server was probably replaced");
    }

    private void loseLaunch() {
        simulator.faults().on("POST", "/scanResult/import").resetBefore().times(1);
        fileImport(RunState.initial()).start();
        rig.executor.settle();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure() {
        rig.executor.pass(LONG);
        assertThat(imported.finished).isEmpty();
        assertThat(imported.failures).hasSize(1);
        return assertThat(imported.failures.get(0));
    }

    private void launchElsewhere() throws Exception {
        ServerAccount account = WatchRig.target(simulator);
        try (var server = rig.services.sessions().open(account.endpoint(), account.login())) {
            Scans scans = new Scans(server, ScanKind.ACTIVE);
            scans.launch(scans.find("Weekly network scan"));
        }
    }

    /** Launches a scan into the same repository, and aborts it before it has found anything. */
    private void scanAndAbort() {
        WatchedRun<ScanResult> scan = onDemandScan();
        scan.start();
        rig.executor.settle();
        assertThat(scanned.lastState().resultId()).isEqualTo("1");
        scan.abort();
        rig.executor.settle();
        assertThat(scanned.aborted).isEqualTo(1);
    }

    private WatchedRun<ScanResult> fileImport(RunState state) {
        ImportOptions options = new ImportOptions(
                "today.nessus",
                () -> new ByteArrayInputStream(
                        "<NessusClientData_v2><ReportItem/></NessusClientData_v2>".getBytes(UTF_8)),
                "Default",
                Duration.ZERO);
        return rig.services.fileImport(
                WatchRig.owner("import"), () -> WatchRig.target(simulator), options, state, imported);
    }

    private WatchedRun<ScanResult> onDemandScan() {
        OnDemandOptions options = new OnDemandOptions(
                new ScanOptions("Build 12", WaitFor.IMPORTED, Duration.ZERO, true),
                new OnDemandScan(
                        "Build 12",
                        "Full Safe Scan",
                        "Default",
                        new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of()),
                        "",
                        List.of(),
                        ""),
                new ScanOwnerTag("here", "job#12 a"),
                marked -> false);
        return rig.services.onDemandScan(
                WatchRig.owner("scan"), () -> WatchRig.target(simulator), options, RunState.initial(), scanned);
    }
}
