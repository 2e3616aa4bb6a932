package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every build is told its outcome, once, whatever goes wrong on the way. */
class RunOutcomeTest {

    private static final Duration LONG = Duration.ofMinutes(30);

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
            .withTiming(600, 120)
            .withFindings(5));
    private Login login = new Login.Password(Simulator.USER, Simulator.PASSWORD);

    @AfterEach
    void close() {
        rig.close();
        simulator.close();
    }

    @Test
    void anErrorInTheCallbackOfTheEndFailsTheBuild() {
        RecordedRun<ScanResult> build = new RecordedRun<>() {
            @Override
            public void finished(ScanResult result) {
                throw new NoClassDefFoundError("gone");
            }
        };
        scan(build).start();
        rig.executor.pass(LONG);
        assertThat(build.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("NoClassDefFoundError"));
    }

    @Test
    void anErrorWhileTheResultIsTakenOverFailsTheBuild() {
        RecordedRun<ScanResult> build = new RecordedRun<>() {
            @Override
            public void receive(
                    io.jenkins.plugins.securitycenter.client.SecurityCenter server,
                    ScanResult result,
                    Consumer<String> log) {
                throw new StackOverflowError();
            }
        };
        scan(build).start();
        rig.executor.pass(LONG);
        assertThat(build.told()).isEqualTo(1);
        assertThat(build.failures).hasSize(1);
    }

    @Test
    void anErrorInTheLogDoesNotKeepTheOutcomeBack() {
        RecordedRun<ScanResult> build = new RecordedRun<>() {
            @Override
            public void log(String line) {
                throw new IllegalStateException("The log is closed.");
            }
        };
        scan(build).start();
        rig.executor.pass(LONG);
        assertThat(build.finished).hasSize(1);
    }

    @Test
    void nothingIsSentThatCouldNotBeStored() {
        RecordedRun<ScanResult> build = new RecordedRun<>() {
            @Override
            public CompletionStage<Void> saved(RunState state) {
                super.saved(state);
                return state.phase() == RunState.Phase.LAUNCHING
                        ? CompletableFuture.failedStage(new java.io.IOException("No space left on device"))
                        : CompletableFuture.completedStage(null);
            }
        };
        scan(build).start();
        rig.executor.pass(LONG);
        assertThat(simulator.launches("1")).isZero();
        assertThat(build.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessage("Could not store the state of the run: No space left on device"));
    }

    @Test
    void thePasswordMayChangeWhileAScanRuns() {
        RecordedRun<ScanResult> build = new RecordedRun<>();
        scan(build).start();
        rig.executor.pass(Duration.ofMinutes(2));
        simulator.controls().setPassword(Simulator.USER, "changed-password");
        simulator.controls().expireSessions();
        rig.executor.pass(Duration.ofMinutes(40));
        assertThat(build.ended()).isFalse();
        assertThat(logins()).as("one refused login, not repeated").isEqualTo(2);
        assertThat(build.lines)
                .anyMatch(line ->
                        line.endsWith("Waiting up to 60 minutes for the credentials in Jenkins to be updated."));
        login = new Login.Password(Simulator.USER, "changed-password");
        rig.executor.pass(LONG);
        assertThat(build.finished).hasSize(1);
        assertThat(simulator.launches("1")).isEqualTo(1);
        assertThat(logins()).isEqualTo(3);
    }

    @Test
    void aBuildDoesNotWaitForOtherCredentialsForEver() {
        RecordedRun<ScanResult> build = new RecordedRun<>();
        scan(build).start();
        rig.executor.pass(Duration.ofMinutes(2));
        simulator.controls().setPassword(Simulator.USER, "changed-password");
        simulator.controls().expireSessions();
        rig.executor.pass(Duration.ofHours(2));
        assertThat(build.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("The login was rejected"));
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void theScanOfABuildWhoseLoginWasRefusedIsRemovedByALaterOne() {
        RecordedRun<ScanResult> build = new RecordedRun<>();
        onDemand("a", build).start();
        rig.executor.pass(Duration.ofMinutes(2));
        simulator.controls().setPassword(Simulator.USER, "changed-password");
        simulator.controls().expireSessions();
        rig.executor.pass(Duration.ofHours(2));
        assertThat(build.failures).hasSize(1);
        assertThat(definitions()).isEqualTo(1);
        login = new Login.Password(Simulator.USER, "changed-password");
        RecordedRun<ScanResult> later = new RecordedRun<>();
        onDemand("b", later).start();
        rig.executor.pass(LONG);
        assertThat(later.finished).hasSize(1);
        assertThat(definitions()).isZero();
    }

    private WatchedRun<ScanResult> scan(RecordedRun<ScanResult> build) {
        ScanOptions options = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        return rig.services.scan(
                rig.owner(RunState.initial()),
                () -> WatchRig.target(simulator, login),
                options,
                RunState.initial(),
                build);
    }

    private WatchedRun<ScanResult> onDemand(String token, RecordedRun<ScanResult> build) {
        OnDemandScan scan = new OnDemandScan(
                "Build 12",
                "Full Safe Scan",
                "Default",
                new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of()),
                "",
                List.of(),
                "");
        ScanOptions options = new ScanOptions(scan.name(), WaitFor.IMPORTED, Duration.ZERO, true);
        OnDemandOptions wanted =
                new OnDemandOptions(options, scan, new ScanOwnerTag("here", "job#12 " + token), marked -> true);
        return rig.services.onDemandScan(
                WatchRig.owner(token), () -> WatchRig.target(simulator, login), wanted, RunState.initial(), build);
    }

    private long definitions() {
        return simulator.controls().objects("scan").stream()
                .filter(scan -> scan.path("name").asText().equals("Build 12"))
                .count();
    }

    private long logins() {
        return simulator.requests().stream()
                .map(LoggedRequest::line)
                .filter("POST /token"::equals)
                .count();
    }
}
