package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Outcome;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnDemandRunTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String MADE = "10";
    private static final String REMOVED = "Removed scan \"Build 12\", which was created for this build.";

    private final WatchRig rig = new WatchRig();
    private final ManualClock clock = rig.clock;
    private final HandDrivenExecutor executor = rig.executor;
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(clock)
            .withTiming(600, 120)
            .withFindings(50)
            .withSessionLimit(1));
    private final RecordedRun<ScanResult> events = new RecordedRun<>();
    private Predicate<String> abandoned = build -> false;

    @AfterEach
    void close() throws Exception {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void makesLaunchesAndRemovesAScan() {
        run(RunState.initial()).start();
        executor.pass(Duration.ofMinutes(1));
        JsonNode scan = made().get(0);
        assertThat(scan.path("ipList").asText()).isEqualTo("10.18.0.1");
        assertThat(scan.path("description").asText()).contains("[jenkins here job#12 a]");
        assertThat(events.states)
                .extracting(RunState::phase)
                .containsExactly(
                        RunState.Phase.NEW,
                        RunState.Phase.CREATING,
                        RunState.Phase.QUEUED,
                        RunState.Phase.LAUNCHING,
                        RunState.Phase.WAITING);
        assertThat(events.state(RunState.Phase.QUEUED).subjectId()).isEqualTo(MADE);
        executor.pass(LONG);
        assertThat(events.finished)
                .singleElement()
                .satisfies(result -> assertThat(result.state().imported()).isTrue());
        assertThat(events.lines).contains(REMOVED);
        assertDoneOnce();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"ERROR", "IMPORT_ERROR", "IMPORT_BLOCKED"})
    void removesItWhenTheScanFails(Outcome outcome) {
        simulator.controls().setOutcome(MADE, outcome);
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures).hasSize(1);
        assertThat(events.lines).contains(REMOVED);
        assertDoneOnce();
    }

    @Test
    void removesItWhenTheLaunchIsRefused() {
        simulator.faults().on("POST", "/scan/*/launch").error(403, 151, "No.").times(1);
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("No."));
        assertThat(made()).isEmpty();
    }

    @Test
    void stopsAndRemovesItWhenAborted() {
        WatchedRun<ScanResult> run = run(RunState.initial());
        run.start();
        executor.pass(Duration.ofMinutes(3));
        run.abort();
        executor.pass(LONG);
        assertThat(events.aborted).isEqualTo(1);
        assertThat(events.lines).endsWith("Stopped scan result 1.", REMOVED);
        assertThat(events.told()).isEqualTo(1);
        assertDoneOnce();
    }

    @Test
    void stopsAndRemovesItWhenTheTimeIsUp() {
        run(RunState.initial(), Duration.ofMinutes(5)).start();
        executor.pass(LONG);
        assertThat(events.failures).hasSize(1);
        assertThat(events.lines).endsWith("Stopped scan result 1.", REMOVED);
        assertDoneOnce();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.Phase.class,
            names = {"LAUNCHING", "WAITING"})
    void goesOnAfterARestart(RunState.Phase stored) {
        run(RunState.initial()).start();
        executor.pass(Duration.ofMinutes(3));
        RunState state = events.state(stored);
        restart();
        run(state).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertDoneOnce();
    }

    @Test
    void removesItAlthoughTheJobHasAnotherNameAfterARestart() {
        run(RunState.initial()).start();
        executor.pass(Duration.ofMinutes(3));
        OnDemandOptions renamed = new OnDemandOptions(
                new ScanOptions("Build 12", WaitFor.IMPORTED, Duration.ZERO, true),
                scan(),
                new ScanOwnerTag("here", "folder/job#12 a"),
                marked -> false);
        run(restart(), renamed).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertDoneOnce();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesItOnceWhenTheRestartCameMeanwhile(boolean made) throws Exception {
        simulator.faults().on("POST", "/scan").resetBefore();
        run(RunState.initial()).start();
        executor.settle();
        RunState state = events.state(RunState.Phase.CREATING);
        restart();
        simulator.faults().clear();
        if (made) {
            make();
        }
        run(state).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines.contains(
                        "Reattached to scan \"Build 12\", which had already been created for this build."))
                .isEqualTo(made);
        assertDoneOnce();
    }

    private void make() throws Exception {
        try (SecurityCenter server = rig.services.sessions().open(target().endpoint(), target().login())) {
            OnDemandScans scans = new OnDemandScans(server);
            scans.create(scan().draft(server, line -> {}), new ScanOwnerTag("here", "job#12 a"));
        }
    }

    @Test
    void findsItWhenTheAnswerIsLost() {
        simulator.faults().on("POST", "/scan").resetAfter().times(1);
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(posts("/scan")).isZero();
        assertThat(simulator.launches(MADE)).isEqualTo(1);
        assertThat(made()).isEmpty();
    }

    @Test
    void endsAnAbortedRunThatWasNotStartedAgain() {
        run(RunState.initial()).start();
        executor.pass(Duration.ofMinutes(3));
        RunState state = restart();
        run(state).abort();
        executor.pass(LONG);
        assertThat(events.lines).endsWith("Stopped scan result 1.", REMOVED);
        assertThat(made()).isEmpty();
    }

    @Test
    void saysSoWhenItCannotBeRemoved() {
        simulator.faults().on("DELETE", "/scan/*").error(403, 1, "Not now.");
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(events.lines)
                .anyMatch(line -> line.contains("Not now.")
                        && line.endsWith(" A later build that creates a scan on this server removes it."));
    }

    @Test
    void sweepsOnlyWhatThisJenkinsAbandoned() {
        leave("here", "gone#1 x");
        leave("here", "running#2 x");
        leave("elsewhere", "gone#3 x");
        abandoned = build -> build.startsWith("gone");
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.lines).contains("Removed scan \"Left\", left over from build gone#1.");
        assertThat(made())
                .extracting(scan -> scan.path("description").asText())
                .containsExactly("Left [jenkins here running#2 x]", "Left [jenkins elsewhere gone#3 x]");
    }

    @Test
    void sweepsNothingThatARunOfItsOwnNeeds() {
        abandoned = build -> true;
        run(RunState.initial()).start();
        executor.pass(Duration.ofMinutes(1));
        run(RunState.initial(), "b").start();
        executor.pass(Duration.ofMinutes(1));
        assertThat(made()).hasSize(2);
        executor.pass(LONG);
        assertThat(events.finished).hasSize(2);
        assertThat(made()).isEmpty();
    }

    @Test
    void showsAndRemovesOnlyWhatEndedBuildsLeft() throws Exception {
        leave("here", "gone#1 x");
        leave("here", "running#2 x");
        leave("elsewhere", "gone#1 x");
        Predicate<Marked> gone = marked -> marked.mark().build().startsWith("gone");
        List<OrphanedScan> removed = new ArrayList<>();
        try (SecurityCenter server = rig.services.sessions().open(target().endpoint(), target().login())) {
            ScanOwnerTag own = new ScanOwnerTag("here", "");
            assertThat(rig.services.orphanedScans(server, own, gone))
                    .extracting(OrphanedScan::build)
                    .containsExactly("gone#1");
            rig.services.removeOrphanedScans(server, own, gone, removed::add);
        }
        assertThat(removed).extracting(OrphanedScan::build).containsExactly("gone#1");
        assertThat(made()).hasSize(2);
    }

    @Test
    void sweepsSomeAtATime() {
        for (int i = 0; i < 30; i++) {
            leave("here", "gone#" + i + " x");
        }
        abandoned = build -> true;
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(made()).hasSize(10);
    }

    @Test
    void makesNothingWhenANameIsUnknown() {
        OnDemandScan scan = new OnDemandScan("Build 12", "Nonesuch", "Default", scope(), "", List.of(), "");
        run(RunState.initial(), order(scan, "a", Duration.ZERO)).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageStartingWith("Policy \"Nonesuch\" does not exist"));
        assertThat(events.lastState().cleanupSteps()).isEmpty();
        assertThat(posts("/scan")).isZero();
    }

    @Test
    void saysBeforehandWhatIsInTheWay() {
        simulator.controls().put("freeze", """
                {"name":"Month end","start":"TZID=UTC:20200101T000000","duration":"9999999999","allIPs":"false",
                "ipList":"10.18.0.0/16"}""");
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.lines.get(0)).startsWith("Warning: Freeze window \"Month end\" is in effect");
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("Month end"));
        assertThat(made()).isEmpty();
    }

    @Test
    void asksForNothingThatTheRoleForbids() {
        simulator.controls().put("role", "{\"id\":\"2\",\"permScan\":\"none\"}");
        run(RunState.initial()).start();
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("(role \"Security Manager\") is not allowed to run scans"));
        assertThat(posts("/scan")).isZero();
    }

    private WatchedRun<ScanResult> run(RunState state) {
        return run(state, "a");
    }

    private WatchedRun<ScanResult> run(RunState state, String token) {
        return run(state, order(scan(), token, Duration.ZERO));
    }

    private WatchedRun<ScanResult> run(RunState state, Duration timeout) {
        return run(state, order(scan(), "a", timeout));
    }

    private WatchedRun<ScanResult> run(RunState state, OnDemandOptions order) {
        return rig.services.onDemandScan(rig.owner(state), this::target, order, state, events);
    }

    private OnDemandOptions order(OnDemandScan scan, String token, Duration timeout) {
        return new OnDemandOptions(
                new ScanOptions(scan.name(), WaitFor.IMPORTED, timeout, true),
                scan,
                new ScanOwnerTag("here", "job#12 " + token),
                marked -> abandoned.test(marked.mark().build()));
    }

    private static OnDemandScan scan() {
        return new OnDemandScan("Build 12", "Full Safe Scan", "Default", scope(), "", List.of(), "");
    }

    private static OnDemandScan.Scope scope() {
        return new OnDemandScan.Scope(ScanTargets.parse("10.18.0.1"), List.of());
    }

    private void leave(String instance, String build) {
        simulator.controls().put("scan", """
                {"name":"Left","description":"Left [jenkins %s %s]"}""".formatted(instance, build));
    }

    private List<? extends JsonNode> made() {
        return simulator.controls().objects("scan").stream()
                .filter(scan -> scan.path("id").asInt() >= Integer.parseInt(MADE))
                .toList();
    }

    private void assertDoneOnce() {
        assertThat(posts("/scan")).isEqualTo(1);
        assertThat(simulator.launches(MADE)).isEqualTo(1);
        assertThat(made()).isEmpty();
    }

    private long posts(String path) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals("POST " + path) && request.status() == 200)
                .count();
    }

    private ServerAccount target() {
        return WatchRig.target(simulator);
    }

    /** Lets the controller stop and come up again; returns what was stored. */
    private RunState restart() {
        rig.restart();
        return events.lastState();
    }
}
