package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run is managed once, and performs one action at a time. */
class WatchedRunTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String LAUNCH = "POST /scan/10/launch";

    private final ManualClock clock = ManualClock.startingNow();
    private final WatchRig rig = new WatchRig(clock, pause -> {
        clock.advance(pause);
        meanwhile();
    });
    private final Simulator simulator = Simulator.start(
            SimulatorOptions.defaults().withClock(clock).withTiming(600, 120).withFindings(5));
    private final RecordedRun<ScanResult> build = new RecordedRun<>();
    private Runnable duringRetry = () -> {};

    /** Runs once, while an action waits before it repeats its request. */
    private void meanwhile() {
        Runnable task = duringRetry;
        duringRetry = () -> {};
        task.run();
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void cleanUpStartsWhenTheLaunchIsAnswered() {
        simulator.faults().on("POST", "/scan/*/launch").html(429).times(1);
        WatchedRun<ScanResult> run = onDemand();
        duringRetry = () -> {
            run.abort();
            rig.executor.settle();
        };
        run.start();
        rig.executor.pass(LONG);

        List<String> requests = requests();
        assertThat(requests).filteredOn(LAUNCH::equals).hasSize(2);
        assertThat(requests.subList(requests.indexOf(LAUNCH), requests.size())).startsWith(LAUNCH, LAUNCH);
        assertThat(requests).containsSubsequence(LAUNCH, "POST /scanResult/1/stop", "DELETE /scan/10");
        assertThat(build.aborted).isEqualTo(1);
    }

    @Test
    void connectionIsClosedWhenTheLastActionIsDone() {
        simulator.faults().on("GET", "/policy").html(503).times(1);
        WatchedRun<ScanResult> run = onDemand();
        duringRetry = () -> {
            run.abort();
            rig.executor.settle();
        };
        run.start();
        rig.executor.pass(LONG);

        assertThat(build.aborted).isEqualTo(1);
        assertThat(requests()).filteredOn("GET /policy"::equals).hasSize(2);
        assertThat(requests()).endsWith("DELETE /token");
    }

    @Test
    void runThatABuildWaitsForIsNotCleanedUp() {
        onDemand().start();
        rig.executor.pass(Duration.ofMinutes(3));
        assertThat(runs().detached()).isEmpty();
        assertThat(runs().waiting()).hasSize(1);
        cleanUp(new RunEntry(WatchRig.owner("run 1"), build.lastState()));
        rig.executor.pass(LONG);

        assertThat(requests()).doesNotContain("POST /scanResult/1/stop");
        assertThat(build.finished).hasSize(1);
    }

    @Test
    void runIsCleanedUpOnce() {
        onDemand().start();
        rig.executor.pass(Duration.ofMinutes(3));
        rig.restart();
        RunEntry left = runs().detached().get(0);
        cleanUp(left);
        cleanUp(left);
        rig.executor.pass(LONG);

        assertThat(requests()).filteredOn("POST /scanResult/1/stop"::equals).hasSize(1);
        assertThat(requests()).filteredOn("DELETE /scan/10"::equals).hasSize(1);
    }

    /** Pipeline may abort a step before it continues it. */
    @Test
    void runThatIsAbortedFirstStartsOnce() {
        onDemand().start();
        rig.executor.pass(Duration.ofMinutes(3));
        rig.restart();
        WatchedRun<ScanResult> run = onDemand(build.lastState());
        run.abort();
        run.start();
        rig.executor.settle();
        run.start();
        rig.executor.pass(LONG);

        assertThat(build.told()).isEqualTo(1);
        assertThat(build.aborted).isEqualTo(1);
        assertThat(requests()).filteredOn("POST /scanResult/1/stop"::equals).hasSize(1);
    }

    @Test
    void runThatHasEndedIsNotManaged() {
        onDemand().start();
        rig.executor.pass(LONG);

        assertThat(build.finished).hasSize(1);
        assertThat(runs().attach("run 1")).isTrue();
    }

    private WatchedRun<ScanResult> onDemand() {
        return onDemand(RunState.initial());
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
        OnDemandOptions options = new OnDemandOptions(
                new ScanOptions(scan.name(), WaitFor.IMPORTED, Duration.ZERO, true),
                scan,
                new ScanOwnerTag("here", "job#12 a"),
                marked -> false);
        return rig.services.onDemandScan(rig.owner(state), () -> WatchRig.target(simulator), options, state, build);
    }

    private void cleanUp(RunEntry entry) {
        rig.services.cleanUp(entry, () -> WatchRig.target(simulator));
    }

    private ServerRuns runs() {
        return rig.services.registry().on(ServerUrl.parse(simulator.url()));
    }

    private List<String> requests() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }
}
