package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OriginalScan;
import io.jenkins.plugins.securitycenter.client.resource.RemediationSpecification;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose scan has a policy of its own. */
class RemediationRunTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final int DEFINED_SCANS = 9;
    private static final int DEFINED_POLICIES = 2;

    private final WatchRig rig = new WatchRig();
    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults()
            .withClock(rig.clock)
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
    void createsAndRemovesScanAndPolicy() {
        run(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        assertThat(created("scan", DEFINED_SCANS)).hasSize(1);
        assertThat(created("policy", DEFINED_POLICIES))
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy.path("description").asText()).contains("[jenkins here job#12 a]"));
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        assertThat(events.lines).contains("Removed scan \"Build 12\", which was created for this build.");
        assertNothingLeft();
    }

    @Test
    void removesBothWhenAborted() {
        WatchedRun<ScanResult> run = run(RunState.initial());
        run.start();
        rig.executor.pass(Duration.ofMinutes(3));
        run.abort();
        rig.executor.pass(LONG);

        assertThat(events.aborted).isEqualTo(1);
        assertNothingLeft();
    }

    /** What the build wanted is not known then. */
    @Test
    void bothAreRemovedForABuildThatIsGone() throws Exception {
        run(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        rig.restart();
        ServerRuns runs = rig.services().registry().on(target().endpoint().url());
        runs.detached().forEach(entry -> rig.services.cleanUp(entry, this::target));
        rig.executor.pass(LONG);

        assertThat(events.ended()).isFalse();
        assertNothingLeft();
    }

    /** A request that does not come through, or whose response does not, and then a restart. */
    @ParameterizedTest
    @CsvSource({
        "POST,/policy,before", "POST,/policy,after",
        "POST,/scan,before", "POST,/scan,after",
        "POST,/scan/*/launch,before", "POST,/scan/*/launch,after",
        "DELETE,/scan/*,before", "DELETE,/scan/*,after",
        "DELETE,/policy/*,before", "DELETE,/policy/*,after"
    })
    void isDoneOnceThoughJenkinsStopsMeanwhile(String method, String path, String when) {
        if (when.equals("before")) {
            simulator.faults().on(method, path).resetBefore();
        } else {
            simulator.faults().on(method, path).resetAfter().times(1);
        }
        run(RunState.initial()).start();
        rig.executor.settle();
        rig.executor.pass(method.equals("DELETE") ? Duration.ofMinutes(15) : Duration.ZERO);
        rig.restart();
        RunState stored = events.lastState();
        simulator.faults().clear();
        run(stored).start();
        rig.executor.pass(LONG);
        rig.executor.pass(LONG);

        assertThat(posted("/scan")).isLessThanOrEqualTo(1);
        assertThat(posted("/policy")).isLessThanOrEqualTo(1);
        assertThat(simulator.launches("10") + simulator.launches("11")).isLessThanOrEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void policyThatWasCreatedBeforeARestartIsUsed() throws Exception {
        simulator.faults().on("POST", "/policy").resetBefore();
        run(RunState.initial()).start();
        rig.executor.settle();
        RunState state = events.state(RunState.Phase.CREATING);
        rig.restart();
        simulator.faults().clear();
        simulator.faults().on("POST", "/scan").resetBefore();
        leavePolicyOfThisRun();
        simulator.faults().clear();
        assertThat(created("policy", DEFINED_POLICIES)).hasSize(1);

        run(state).start();
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        assertThat(posted("/policy")).isEqualTo(1);
        assertNothingLeft();
    }

    /** After a restart, the policy is found by its mark. */
    @Test
    void policiesOfOtherBuildsAreNotRemoved() {
        run(RunState.initial()).start();
        rig.executor.settle();
        simulator.controls().put("policy", "{\"name\":\"Used\",\"description\":\"[jenkins here job#12 b]\"}");
        rig.restart();
        run(events.lastState()).start();
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        assertThat(created("policy", DEFINED_POLICIES))
                .extracting(policy -> policy.path("name").asText())
                .containsExactly("Used");
    }

    /** On a server that replaced the first one, the IDs of the scan and its policy may belong to others. */
    @Test
    void neitherScanNorPolicyOfOthersIsRemoved() {
        WatchedRun<ScanResult> run = run(RunState.initial());
        run.start();
        rig.executor.pass(Duration.ofMinutes(3));
        replace("scan", created("scan", DEFINED_SCANS));
        replace("policy", created("policy", DEFINED_POLICIES));
        run.abort();
        rig.executor.pass(LONG);

        assertThat(events.aborted).isEqualTo(1);
        assertThat(created("scan", DEFINED_SCANS)).hasSize(1);
        assertThat(created("policy", DEFINED_POLICIES)).hasSize(1);
    }

    private void replace(String resource, List<? extends JsonNode> objects) {
        assertThat(objects).hasSize(1);
        String id = objects.get(0).path("id").asText();
        simulator.controls().put(resource, "{\"id\":\"" + id + "\",\"name\":\"Audit\",\"description\":\"Of others\"}");
    }

    private void leavePolicyOfThisRun() throws Exception {
        WatchServices services = rig.services;
        try (SecurityCenter server = services.sessions().open(target().endpoint(), target().login())) {
            OnDemandScans.Draft draft = specification().draft(server, line -> {});
            new OnDemandScans(server).create(draft, tag());
        } catch (UnreachableException e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void refusedScanLeavesNoPolicy() {
        simulator.faults().on("POST", "/scan").error(403, 146, "No.").times(1);
        run(RunState.initial()).start();
        rig.executor.pass(LONG);

        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("No."));
        assertNothingLeft();
    }

    @Test
    void removesThePoliciesOfBuildsThatHaveEnded() throws Exception {
        ServerRuns runs = leaveOver("not known");
        simulator.controls().put("policy", "{\"name\":\"Left\",\"description\":\"[jenkins here gone#1 x]\"}");
        simulator.controls().put("policy", "{\"name\":\"Used\",\"description\":\"[jenkins here running#2 x]\"}");
        abandoned = build -> build.startsWith("gone");
        run(RunState.initial()).start();
        rig.executor.pass(LONG);

        assertThat(events.lines).contains("Removed policy \"Left\", left over from build gone#1.");
        assertThat(created("policy", DEFINED_POLICIES))
                .extracting(policy -> policy.path("name").asText())
                .containsExactly("Used");
        assertThat(runs.mayHaveLeftOvers(new AccountId("", ""))).isFalse();
    }

    /** Another account does not see what the first one left, although its credentials have the same ID. */
    @Test
    void leftoversOfAnotherAccountAreNotForgotten() throws Exception {
        String hash = AccountId.hash(target().login());
        ServerRuns runs = leaveOver(hash);
        Login.ApiKeys keys = new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);
        RunState first = RunState.initial();
        rig.services
                .onDemandScan(rig.owner(first), () -> WatchRig.target(simulator, keys), options(tag()), first, events)
                .start();
        rig.executor.pass(LONG);
        assertThat(requested("GET /policy")).isEqualTo(1);
        assertThat(runs.mayHaveLeftOvers(new AccountId("", hash))).isTrue();

        run(RunState.initial()).start();
        rig.executor.pass(LONG);
        assertThat(requested("GET /policy")).isEqualTo(2);
        assertThat(runs.mayHaveLeftOvers(new AccountId("", hash))).isFalse();
    }

    private ServerRuns leaveOver(String account) throws IOException {
        ScanOwnerTag gone = new ScanOwnerTag("here", "gone#1 x");
        RunState ended = RunState.initial()
                .ofType(RunType.ON_DEMAND_SCAN, false, gone)
                .withAccount(account)
                .leavingOver()
                .concluded(RunState.Conclusion.FAILED, "", List.of(), Instant.EPOCH);
        ServerRuns runs = rig.services().registry().on(target().endpoint().url());
        runs.put(new RunEntry(WatchRig.owner("gone"), ended));
        return runs;
    }

    private long requested(String line) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals(line))
                .count();
    }

    @Test
    void scansOfASequenceRunOneAfterAnother() throws Exception {
        sequence(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(3));
        assertThat(created("scan", DEFINED_SCANS)).hasSize(1);
        rig.executor.pass(LONG);
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        assertThat(events.states).extracting(RunState::part).contains(0, 1).doesNotContain(2);
        assertThat(posted("/scan")).isEqualTo(2);
        assertNothingLeft();
    }

    @Test
    void sequenceContinuesAtItsCurrentScanAfterARestart() throws Exception {
        sequence(RunState.initial()).start();
        rig.executor.pass(Duration.ofMinutes(20));
        RunState stored = events.lastState();
        assertThat(stored.part()).isEqualTo(1);
        rig.restart();
        sequence(stored).start();
        rig.executor.pass(LONG);

        assertThat(events.finished).hasSize(1);
        assertThat(posted("/scan")).isEqualTo(2);
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void abortEndsTheSequence(int minutes) throws Exception {
        RunSequence<ScanResult> sequence = sequence(RunState.initial());
        sequence.start();
        rig.executor.pass(Duration.ofMinutes(minutes));
        sequence.abort();
        rig.executor.pass(LONG);

        assertThat(events.aborted).isEqualTo(1);
        assertThat(events.told()).isEqualTo(1);
        assertNothingLeft();
    }

    /** The first scan has ended, and the second one has not been created. */
    @Test
    void abortBetweenTwoScansEndsTheSequence() throws Exception {
        RunSequence<ScanResult> sequence = sequence(RunState.initial());
        events.onSaved = () -> {
            if (events.lastState().phase() == RunState.Phase.ENDED) {
                sequence.abort();
            }
        };
        sequence.start();
        rig.executor.pass(LONG);
        rig.executor.pass(LONG);

        assertThat(events.aborted).isEqualTo(1);
        assertThat(events.told()).isEqualTo(1);
        assertThat(posted("/scan")).isEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void failureEndsTheSequence() throws Exception {
        simulator.faults().on("POST", "/scan/*/launch").error(403, 146, "No.").times(1);
        sequence(RunState.initial()).start();
        rig.executor.pass(LONG);

        assertThat(events.failures).hasSize(1);
        assertThat(posted("/scan")).isEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void statusNamesTheScanOfTheSequence() throws Exception {
        RunSequence<ScanResult> sequence = sequence(RunState.initial());
        sequence.start();
        rig.executor.pass(Duration.ofMinutes(3));
        assertThat(sequence.status()).startsWith("scan 1 of 2: scan result ");
        rig.executor.pass(Duration.ofMinutes(17));
        assertThat(sequence.status()).startsWith("scan 2 of 2: ");
        sequence.abort();
        rig.executor.pass(LONG);
    }

    private RunSequence<ScanResult> sequence(RunState state) throws Exception {
        return new RunSequence<>(
                2,
                (next, listener) -> rig.services.onDemandScan(
                        WatchRig.owner("sequence-" + next.part()),
                        this::target,
                        options(new ScanOwnerTag("here", "job#12 " + next.part())),
                        next,
                        listener),
                state,
                part -> events);
    }

    private WatchedRun<ScanResult> run(RunState state) {
        return rig.services.onDemandScan(rig.owner(state), this::target, options(tag()), state, events);
    }

    private OnDemandOptions options(ScanOwnerTag tag) {
        return new OnDemandOptions(
                new ScanOptions("Build 12", WaitFor.IMPORTED, Duration.ZERO, true),
                specification(),
                tag,
                marked -> abandoned.test(marked.mark().build()));
    }

    private static ScanOwnerTag tag() {
        return new ScanOwnerTag("here", "job#12 a");
    }

    private RemediationSpecification specification() {
        TreeMap<String, String> plugins = new TreeMap<>();
        plugins.put("701003", simulator.families().iterator().next());
        RemediationScan scan = new RemediationScan(
                new ResourceReference("1", "Default"),
                List.of("10.18.0.1"),
                plugins,
                new TreeSet<>(List.of(443)),
                List.of());
        return new RemediationSpecification("Build 12", scan, new OriginalScan("", ""), List.of());
    }

    private ServerAccount target() {
        return WatchRig.target(simulator);
    }

    private List<? extends JsonNode> created(String resource, int defined) {
        return simulator.controls().objects(resource).stream().skip(defined).toList();
    }

    private void assertNothingLeft() {
        assertThat(created("scan", DEFINED_SCANS)).isEmpty();
        assertThat(created("policy", DEFINED_POLICIES)).isEmpty();
    }

    private long posted(String path) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals("POST " + path) && request.status() == 200)
                .count();
    }
}
