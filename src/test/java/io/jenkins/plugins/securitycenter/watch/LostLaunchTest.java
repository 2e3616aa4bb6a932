package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A launch that the server did not receive takes no result that others launched. */
class LostLaunchTest {

    private static final Duration LONG = Duration.ofMinutes(40);
    private static final String SCAN = "Weekly network scan";
    private static final String LAUNCH = "/scan/*/launch";
    private static final Login OWN = new Login.Password(Simulator.USER, Simulator.PASSWORD);
    private static final Login OTHER = new Login.Password("analyst", "analyst-password");

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
            .withTiming(600, 120)
            .withFindings(5));
    private final RecordedRun<ScanResult> build = new RecordedRun<>();

    @AfterEach
    void close() {
        rig.close();
        simulator.close();
    }

    /** A server may respond to the launch of a running scan with its present result. */
    @Test
    void aLaunchTakesNoResultThatExistedBefore() throws Exception {
        launchElsewhere(OTHER);
        simulator
                .faults()
                .on("POST", LAUNCH)
                .answer(
                        200,
                        "application/json",
                        "{\"response\":{\"scanResult\":{\"id\":\"1\"}},\"error_code\":0,\"error_msg\":\"\"}");
        scan(OWN, RunState.initial()).start();
        assertFailure()
                .hasMessage("Scan \"Weekly network scan\" on SecurityCenter \"simulator\" was launched, but the"
                        + " response contains scan result 1, which existed before and belongs to another launch."
                        + " Start the build again.");
        assertThat(stops()).isZero();
    }

    @Test
    void theResultOfAnotherAccountIsNotTaken() throws Exception {
        loseLaunch();
        rig.executor.settle();
        launchElsewhere(OTHER);
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    /** The credentials of the job are changed while the launch is in doubt. */
    @Test
    void norIsItIfThatAccountSearches() throws Exception {
        loseLaunch();
        rig.executor.settle();
        launchElsewhere(OTHER);
        RunState lost = build.lastState();
        rig.restart();
        scan(OTHER, lost).start();
        assertFailure()
                .hasMessage("Scan \"Weekly network scan\" on SecurityCenter \"simulator\" was being launched"
                        + " with credentials other than those configured now, so its scan result"
                        + " cannot be identified. It is not launched again. Start the build again.");
        assertThat(stops()).isZero();
    }

    @Test
    void theResultOfAnEarlierLaunchIsNotNew() throws Exception {
        launchElsewhere(OWN);
        rig.clock.advance(Duration.ofMinutes(1));
        loseLaunch();
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    /** At the edge of the list, which begins a day before the launch by a clock that is known to the second only. */
    @Test
    void theResultOfADayAgoIsNotNew() throws Exception {
        launchElsewhere(OWN);
        rig.clock.advance(Duration.ofDays(1).plusMillis(1500));
        loseLaunch();
        assertFailure().hasMessageContaining("No new scan result appeared for it.");
    }

    @Test
    void theReportOfADayAgoIsNotNew() {
        RecordedRun<Report> made = new RecordedRun<>();
        report("other", made).start();
        rig.executor.pass(LONG);
        Instant start = made.finished.get(0).started().orElseThrow();
        rig.clock.advance(Duration.between(
                rig.clock.instant(), start.plus(Duration.ofDays(1)).plusMillis(1500)));
        simulator
                .faults()
                .on("POST", "/reportDefinition/*/launch")
                .resetBefore()
                .times(1);
        RecordedRun<Report> lost = new RecordedRun<>();
        report("one", lost).start();
        rig.executor.pass(LONG);
        assertThat(lost.finished).isEmpty();
        assertThat(lost.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("No new report appeared for it."));
    }

    private void loseLaunch() {
        simulator.faults().on("POST", LAUNCH).resetBefore().times(1);
        scan(OWN, RunState.initial()).start();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure() {
        rig.executor.pass(LONG);
        assertThat(build.finished).isEmpty();
        assertThat(build.failures).hasSize(1);
        return assertThat(build.failures.get(0));
    }

    private void launchElsewhere(Login login) throws Exception {
        try (var server =
                rig.services.sessions().open(WatchRig.target(simulator).endpoint(), login)) {
            new Scans(server, ScanKind.ACTIVE).launch(new Scans(server, ScanKind.ACTIVE).find(SCAN));
        }
    }

    private WatchedRun<ScanResult> scan(Login login, RunState state) {
        ScanOptions options = new ScanOptions(SCAN, WaitFor.IMPORTED, Duration.ZERO, true);
        return rig.services.scan(WatchRig.owner("one"), () -> WatchRig.target(simulator, login), options, state, build);
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
