package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator replaces the server during a run, and the new one has other objects with the same IDs. */
class ReplacedServerRunTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String CREATED = "10";
    private static final OnDemandScan SCAN = new OnDemandScan(
            "Build 12",
            "Full Safe Scan",
            "Default",
            new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of()),
            "",
            List.of(),
            "");

    private final WatchRig rig = new WatchRig();
    private final Simulator old = simulator();
    private final Simulator replacement = simulator();
    private final RecordedRun<ScanResult> events = new RecordedRun<>();
    private volatile Simulator configured = old;
    private Login login = new Login.Password(Simulator.USER, Simulator.PASSWORD);

    private Simulator simulator() {
        return Simulator.start(SimulatorOptions.defaults()
                .withClock(rig.clock)
                .withTiming(600, 120)
                .withFindings(5));
    }

    @AfterEach
    void close() {
        rig.close();
        old.close();
        replacement.close();
    }

    @Test
    void removesNoScanOfTheNewServer() throws Exception {
        onDemand(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        replacement.controls().put("scan", "{\"name\":\"Weekly audit\",\"description\":\"Of others\"}");
        replace();
        onDemand(events.lastState()).abort();
        rig.executor.pass(LONG);

        assertThat(events.aborted).isEqualTo(1);
        assertThat(replacement.controls().objects("scan"))
                .extracting(scan -> scan.path("id").asText())
                .contains(CREATED);
        assertThat(events.lines)
                .contains(
                        "Did not remove scan \"Build 12\", because the scan with ID 10 was not created for this build;"
                                + " the server was probably replaced.");
    }

    /** Otherwise each start of Jenkins would clean it up again. */
    @Test
    void remembersNoRunThatHasEndedOnTheNewServer() throws Exception {
        scan(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        launchOnNewServer("1");
        replace();
        scan(events.lastState()).start();
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        rig.restart();
        for (ServerRuns runs : rig.services.registry().all()) {
            assertThat(runs.detached()).isEmpty();
        }
    }

    @Test
    void stopsNoOnDemandScanOfTheNewServer() throws Exception {
        onDemand(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        createOnNewServer();
        launchOnNewServer(CREATED);
        replace();
        onDemand(events.lastState()).abort();
        rig.executor.pass(Duration.ofMinutes(1));

        assertThat(events.aborted).isEqualTo(1);
        assertNothingStopped();
        assertThat(events.lines)
                .contains("Did not stop scan result 1, because the scan with ID 10 was not created for this build; the"
                        + " server was probably replaced.");
    }

    @Test
    void stopsNoScanOfTheNewServer() throws Exception {
        scan(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        launchOnNewServer("2");
        replace();
        scan(events.lastState()).abort();
        rig.executor.pass(Duration.ofMinutes(1));

        assertThat(events.aborted).isEqualTo(1);
        assertNothingStopped();
        assertThat(events.lines)
                .contains("Did not stop scan result 1, because it belongs to another scan; the server was probably"
                        + " replaced.");
    }

    @Test
    void launchesNoOtherScanOfTheNewServer() {
        WatchedRun<ScanResult> first = scan(RunState.initial());
        first.start();
        rig.executor.pass(Duration.ofMinutes(1));
        replacement.controls().put("scan", "{\"id\":\"1\",\"name\":\"Production\"}");
        replace();
        scan(events.state(RunState.Phase.QUEUED)).start();
        rig.executor.pass(LONG);

        assertThat(replacement.launches("1")).isZero();
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageStartingWith("Scan \"Weekly network scan\" does not exist on SecurityCenter"));
    }

    @Test
    void launchesNoOnDemandScanThatOthersCreated() {
        onDemand(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(1));
        replacement.controls().put("scan", "{\"name\":\"Weekly audit\",\"description\":\"Of others\"}");
        replace();
        onDemand(events.state(RunState.Phase.QUEUED)).start();
        rig.executor.pass(LONG);

        assertThat(replacement.launches(CREATED)).isZero();
        assertThat(replacement.launches("11")).isOne();
        assertThat(events.finished).hasSize(1);
    }

    @Test
    void launchesNothingOnAServerThatIsConfiguredDuringTheLaunch() {
        login = new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);
        old.faults().on("POST", "/scan/*/launch").error(403, 12, "This request contains an invalid token.");
        old.faults().onEach((method, path) -> {
            if (path.endsWith("/launch")) {
                configured = replacement;
            }
        });
        scan(RunState.initial()).start();
        rig.executor.pass(LONG);

        assertThat(replacement.requests()).isEmpty();
        assertThat(events.failures).hasSize(1);
    }

    private void assertNothingStopped() {
        assertThat(replacement.requests())
                .isNotEmpty()
                .noneMatch(request -> request.line().endsWith("/stop"));
    }

    private void launchOnNewServer(String scan) throws Exception {
        ServerAccount account = WatchRig.target(replacement);
        try (SecurityCenter server = rig.services.sessions().open(account.endpoint(), account.login())) {
            server.call(Request.of(Request.Method.POST, "/scan/" + scan + "/launch"));
        }
    }

    private void createOnNewServer() throws Exception {
        ServerAccount account = WatchRig.target(replacement);
        try (SecurityCenter server = rig.services.sessions().open(account.endpoint(), account.login())) {
            new OnDemandScans(server).create(SCAN.draft(server, line -> {}), new ScanOwnerTag("elsewhere", "job#12 a"));
        }
    }

    /** Restarts Jenkins, which has the new server in its configuration then. */
    private void replace() {
        rig.restart();
        configured = replacement;
    }

    private ServerAccount target() {
        return WatchRig.target(configured, login);
    }

    private WatchedRun<ScanResult> onDemand(RunState state) {
        OnDemandOptions options = new OnDemandOptions(
                new ScanOptions(SCAN.name(), WaitFor.IMPORTED, Duration.ZERO, true),
                SCAN,
                new ScanOwnerTag("here", "job#12 a"),
                marked -> false);
        return rig.services.onDemandScan(rig.owner(state), this::target, options, state, events);
    }

    private WatchedRun<ScanResult> scan(RunState state) {
        ScanOptions options = new ScanOptions("Weekly network scan", WaitFor.IMPORTED, Duration.ZERO, true);
        return rig.services.scan(rig.owner(state), this::target, options, state, events);
    }
}
