package io.jenkins.plugins.securitycenter.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.OriginalScan;
import io.jenkins.plugins.securitycenter.client.resource.RemediationSpecification;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.VerificationResult;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.VerificationReader;
import io.jenkins.plugins.securitycenter.remediation.VerificationObstacle;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.OnDemandOptions;
import io.jenkins.plugins.securitycenter.watch.RecordedRun;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import io.jenkins.plugins.securitycenter.watch.RunSequence;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.WatchRig;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole verification, from the stored findings to its result. */
class VerificationTest {

    private static final int SCANS = 4;

    @TempDir
    Path directory;

    private final ManualClock clock = ManualClock.startingNow();
    private final WatchRig rig = new WatchRig(clock, clock::advance);
    private final Simulator simulator = Simulator.start(
            SimulatorOptions.defaults().withClock(clock).withTiming(60, 10).withFindings(150));
    private final RecordedRun<ScanResult> events = new RecordedRun<>();
    private String original;
    private VerificationFiles files;

    @BeforeEach
    void scan() throws Exception {
        files = new VerificationFiles(directory, "key");
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        try (SecurityCenter server = connect()) {
            Scans scans = new Scans(server, ScanKind.ACTIVE);
            original = scans.launch(scans.find("DMZ")).id();
            clock.advance(Duration.ofMinutes(5));
        }
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    /** 17 findings on 5 hosts with 9 plugins; a host whose login fails, one that is down, and a closed port. */
    @Test
    void provesWhatIsFixedAndNothingElse() throws Exception {
        List<Finding> findings = selected();
        List<String> hosts =
                findings.stream().map(finding -> finding.host().ip()).distinct().toList();
        String refusing = hosts.get(0);
        String down = hosts.get(1);
        Finding closed = findings.stream()
                .filter(finding -> hosts.indexOf(finding.host().ip()) == 2 && finding.port() > 0)
                .findFirst()
                .orElseThrow();
        Finding local = findings.stream()
                .filter(finding -> finding.host().ip().equals(refusing) && finding.port() == 0)
                .findFirst()
                .orElseThrow();
        Verification verification = verification(findings);
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE
                        .refusedBy(refusing)
                        .silentAt(down, closed.host().ip() + ":" + closed.port()));
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(events.finished).hasSize(1);
        assertThat(verification.scans()).hasSizeLessThanOrEqualTo(SCANS);
        VerificationResult result = verification.result();
        for (VerifiedFinding verified : result.findings()) {
            assertThat(verified.state())
                    .describedAs(verified.toString())
                    .isEqualTo(expected(verified, refusing, down, closed));
        }
        assertThat(result.findings())
                .filteredOn(verified -> verified.finding().key().equals(local.key()))
                .extracting(VerifiedFinding::reason)
                .containsExactly("the scanner did not log in to its host");
        assertThat(result.reasons()).anyMatch(reason -> reason.startsWith("Not checked (its host was not scanned): "));
        assertThat(simulator.controls().objects("policy")).hasSize(2);
        assertThat(simulator.controls().objects("scan")).hasSize(9);
    }

    private static FindingState expected(VerifiedFinding verified, String refusing, String down, Finding closed) {
        Finding finding = verified.finding();
        if (finding.host().ip().equals(down)) {
            return FindingState.NOT_SCANNED;
        }
        if (finding.host().ip().equals(refusing) && finding.port() == 0) {
            return FindingState.NOT_CHECKED;
        }
        return finding.host().ip().equals(closed.host().ip()) && finding.port() == closed.port()
                ? FindingState.FIXED
                : FindingState.OUTSTANDING;
    }

    @Test
    void takesFewRequests() throws Exception {
        Finding fixed = selected().get(0);
        Verification verification = verification(List.of(fixed));
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(fixed.plugin().id()));
        int before = simulator.requests().size();
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(verification.result().fixed()).isEqualTo(1);
        assertThat(simulator.requests().subList(before, simulator.requests().size()))
                .extracting(LoggedRequest::line)
                .doesNotContain("GET /scanResult/" + original);
        assertThat(simulator.requests().subList(before, simulator.requests().size()).stream()
                        .filter(VerificationTest::isPoll))
                .allMatch(request -> request.query().get("fields").contains("progress"));
        assertThat(simulator.requests().subList(before, simulator.requests().size()))
                .filteredOn(request -> request.line().equals("POST /analysis"))
                .allMatch(request -> request.body().contains("\"endOffset\":2000"));
        assertThat(simulator.requests().subList(before, simulator.requests().size()).stream()
                        .filter(request -> !isPoll(request)))
                .extracting(LoggedRequest::line)
                .containsExactly(
                        "POST /token",
                        "GET /scan/2",
                        "GET /policy/1000001",
                        "GET /pluginFamily",
                        "POST /policy",
                        "POST /scan",
                        "POST /scan/10/launch",
                        "POST /analysis",
                        "GET /acceptRiskRule",
                        "GET /scan/10",
                        "DELETE /scan/10",
                        "DELETE /policy/1000003",
                        "DELETE /token");
    }

    /** What could not be removed is known after a restart, and the next verification removes it. */
    @Test
    void removesWhatAnEarlierVerificationLeft() throws Exception {
        Finding finding = selected().get(0);
        Verification first = verification(List.of(finding));
        simulator.faults().on("DELETE", "/policy/*").error(403, 1, "Not now.");
        run(first, RunState.initial());
        rig.executor.pass(Duration.ofDays(2));
        assertThat(simulator.controls().objects("policy")).hasSize(3);
        simulator.faults().clear();
        rig.restart();
        run(verification("job#3", List.of(finding)), RunState.initial());
        rig.executor.pass(Duration.ofHours(2));
        assertThat(simulator.controls().objects("policy")).hasSize(2);
        int before = simulator.requests().size();
        run(verification("job#4", List.of(finding)), RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(simulator.requests().subList(before, simulator.requests().size()))
                .extracting(LoggedRequest::line)
                .doesNotContain("GET /scan", "GET /policy");
    }

    /** The runs in a damaged file are not known, and may have left something. */
    @Test
    void searchesForLeftoversAfterTheRunsWereLost() throws Exception {
        Finding finding = selected().get(0);
        run(verification(List.of(finding)), RunState.initial());
        rig.executor.pass(Duration.ofHours(2));
        try (Stream<Path> stored = Files.list(rig.directory)) {
            Files.writeString(stored.findFirst().orElseThrow(), "{");
        }
        rig.restart();
        int before = simulator.requests().size();
        run(verification("job#3", List.of(finding)), RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(simulator.requests().subList(before, simulator.requests().size()))
                .extracting(LoggedRequest::line)
                .containsOnlyOnce("GET /scan", "GET /policy");
    }

    /** Nothing is fixed by a plugin that the server left out of the policy. */
    @Test
    void pluginThatTheServerLeavesOutIsNotChecked() throws Exception {
        Finding fixed = selected().get(0);
        Verification verification = verification(List.of(fixed));
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(fixed.plugin().id()));
        simulator
                .faults()
                .on("POST", "/policy")
                .changed(body -> new String(body, StandardCharsets.UTF_8)
                        .replace("\"" + fixed.plugin().id() + "\"", "\"1\"")
                        .getBytes(StandardCharsets.UTF_8));
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(verification.result().findings())
                .extracting(VerifiedFinding::reason)
                .containsExactly("the scan policy does not contain its plugin");
    }

    /** After a restart the policy is read from the server. */
    @Test
    void fixIsProvedAfterARestartToo() throws Exception {
        Finding fixed = selected().get(0);
        Verification verification = verification(List.of(fixed));
        simulator
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(fixed.plugin().id()));
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofSeconds(30));
        RunState stored = events.lastState();
        rig.restart();
        run(Verification.open(files, SCANS), stored);
        rig.executor.pass(Duration.ofHours(2));

        assertThat(Verification.open(files, SCANS).result().fixed()).isEqualTo(1);
        assertThat(simulator.requests()).extracting(LoggedRequest::line).contains("GET /policy/1000003");
    }

    @Test
    void laterScansTakeFewerRequests() throws Exception {
        Verification verification = verification(selected());
        assertThat(verification.scans()).hasSize(SCANS);
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        List<String> requests = simulator.requests().stream()
                .filter(request -> !isPoll(request))
                .map(LoggedRequest::line)
                .toList();
        assertThat(requests.subList(requests.lastIndexOf("POST /policy"), requests.size()))
                .containsExactly(
                        "POST /policy",
                        "POST /scan",
                        "GET /scanResult",
                        "POST /scan/13/launch",
                        "POST /analysis",
                        "GET /scan/13",
                        "DELETE /scan/13",
                        "DELETE /policy/1000006",
                        "DELETE /token");
    }

    /** A later scan may get the ID of the one before it, whose results are not its own. */
    @Test
    void laterScansAskForTheNewestResult() throws Exception {
        run(verification(selected()), RunState.initial());
        rig.executor.pass(Duration.ofHours(2));

        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .filteredOn(line -> line.matches("POST /scan|POST /scan/1\\d/launch|GET /scanResult"))
                .containsExactly(
                        "POST /scan",
                        "POST /scan/10/launch",
                        "POST /scan",
                        "GET /scanResult",
                        "POST /scan/11/launch",
                        "POST /scan",
                        "GET /scanResult",
                        "POST /scan/12/launch",
                        "POST /scan",
                        "GET /scanResult",
                        "POST /scan/13/launch");
    }

    private static boolean isPoll(LoggedRequest request) {
        return request.line().matches("GET /scanResult/\\d+");
    }

    @Test
    void continuesAfterARestart() throws Exception {
        Verification verification = verification(selected());
        run(verification, RunState.initial());
        rig.executor.pass(Duration.ofMinutes(4));
        RunState stored = events.lastState();
        rig.restart();
        run(Verification.open(files, SCANS), stored);
        rig.executor.pass(Duration.ofHours(2));

        assertThat(events.finished).hasSize(1);
        assertThat(simulator.requests().stream()
                        .filter(request -> request.line().equals("POST /scan"))
                        .count())
                .isEqualTo(verification.scans().size());
        assertThat(Verification.open(files, SCANS).result().stillThere()).isEqualTo(17);
    }

    @Test
    void whatItsScanFoundButWasNotStoredIsNotChecked() throws Exception {
        assertThat(verification(selected()).result().findings())
                .extracting(VerifiedFinding::reason)
                .containsOnly("what its scan found was not stored");
    }

    @Test
    void recordedFindingsHaveTheirNewStates() throws Exception {
        Verification verification = verification(selected());
        verification.store(
                0,
                verification.scans().get(0).findings().stream()
                        .map(finding -> new VerifiedFinding(finding, FindingState.FIXED, ""))
                        .toList());
        int fixed = verification.scans().get(0).findings().size();

        assertThat(verification.recorded(verification.result()))
                .hasSize(17)
                .filteredOn(recorded -> recorded.state() == FindingState.FIXED)
                .hasSize(fixed)
                .allSatisfy(recorded ->
                        assertThat(recorded.finding().plugin().solution()).isNotEmpty());
    }

    @Test
    void saysWhyNoScanCanVerify() {
        List<RecordedFinding> web = recorded(List.of(SampleFinding.finding()
                .host(new Host("", "", "", "", "https://example.com/", ""))
                .build()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verification.check(web, SCANS))
                .withMessage(
                        "No scan can verify the selected findings: 1 finding found by a web" + " application scan.");
    }

    @Test
    void knowsTheFeedThatTheFindingsNeed() throws IOException {
        files.create(
                new VerificationFiles.Source("simulator", "job#1", "securitycenter", "", "", 60),
                recorded(List.of(SampleFinding.finding().build())));

        assertThat(Verification.open(files, SCANS).feedNeeded()).contains(Instant.ofEpochSecond(60));
        assertThat(verification(List.of(SampleFinding.finding().build())).feedNeeded())
                .isEmpty();
    }

    private Verification verification(List<Finding> findings) throws IOException {
        return verification("job#1", findings);
    }

    private Verification verification(String verified, List<Finding> findings) throws IOException {
        files.create(
                new VerificationFiles.Source("simulator", verified, "securitycenter", original, "2", 0),
                recorded(findings));
        return Verification.open(files, SCANS);
    }

    private static List<RecordedFinding> recorded(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new RecordedFinding(finding, FindingState.OUTSTANDING))
                .toList();
    }

    private void run(Verification verification, RunState state) throws IOException {
        OriginalScan settings = new OriginalScan(original, "2");
        new RunSequence<>(
                        verification.scans().size(),
                        (next, listener) -> rig.services()
                                .onDemandScan(
                                        new RunOwner(key(verification, next.part()), "job#2", "simulator", ""),
                                        this::account,
                                        options(verification, settings, next.part()),
                                        next,
                                        listener),
                        state,
                        part -> new Reader(verification, part))
                .start();
    }

    private static OnDemandOptions options(Verification verification, OriginalScan settings, int part) {
        return new OnDemandOptions(
                new ScanOptions("Remediation scan", WaitFor.IMPORTED, Duration.ZERO, true),
                new RemediationSpecification(
                        "Remediation scan", verification.scans().get(part), settings, List.of()),
                new ScanOwnerTag("here", "job#2 " + key(verification, part)),
                marked -> true,
                policy -> verification.created(part, policy));
    }

    private static String key(Verification verification, int part) {
        return verification.source().build() + "-" + part;
    }

    private List<Finding> all() throws Exception {
        List<Finding> all = new ArrayList<>();
        try (SecurityCenter server = connect()) {
            new Analysis(server).read(AnalysisQuery.ofScanResult(original), Optional.empty(), all::add);
        }
        return all.stream()
                .filter(finding -> finding.severity().atLeast(Severity.LOW))
                .filter(finding -> VerificationObstacle.of(finding).isEmpty())
                .toList();
    }

    /** Selects 17 findings on 5 hosts, with 9 plugins. */
    private List<Finding> selected() throws Exception {
        Map<String, Long> plugins = all().stream()
                .collect(Collectors.groupingBy(finding -> finding.plugin().id(), TreeMap::new, Collectors.counting()));
        List<String> frequent = plugins.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(9)
                .toList();
        Map<String, List<Finding>> hosts = all().stream()
                .filter(finding -> frequent.contains(finding.plugin().id()))
                .collect(Collectors.groupingBy(finding -> finding.host().ip(), TreeMap::new, Collectors.toList()));
        List<Finding> selected = new ArrayList<>();
        for (int i = 0; selected.size() < 17; i++) {
            for (List<Finding> own : hosts.values()) {
                if (i < own.size() && selected.size() < 17) {
                    selected.add(own.get(i));
                }
            }
        }
        assertThat(selected.stream().map(finding -> finding.host().ip()).distinct())
                .hasSize(5);
        assertThat(selected.stream().map(finding -> finding.plugin().id()).distinct())
                .hasSize(9);
        return selected;
    }

    private SecurityCenter connect() {
        return rig.services().sessions().open(account().endpoint(), account().login());
    }

    private ServerAccount account() {
        return new ServerAccount(
                Endpoint.of("simulator", ServerUrl.parse(simulator.url())),
                new Login.Password(Simulator.USER, Simulator.PASSWORD),
                Duration.ofSeconds(30));
    }

    /** Reads and stores what a scan found, as the step does. */
    private final class Reader extends RecordedRun<ScanResult> {

        private final Verification verification;
        private final int part;

        Reader(Verification verification, int part) {
            this.verification = verification;
            this.part = part;
        }

        @Override
        public CompletionStage<Void> saved(RunState state) {
            return events.saved(state);
        }

        @Override
        public void receive(SecurityCenter server, ScanResult result, Consumer<String> log)
                throws IOException, InterruptedException {
            PrintStream lines = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            verification.store(
                    part,
                    new VerificationReader(verification.scans().get(part).findings(), verification.policy(part))
                            .read(server, result, clock, lines));
        }

        @Override
        public void finished(ScanResult result) {
            events.finished(result);
        }

        @Override
        public void failed(Exception problem) {
            events.failed(problem);
        }
    }
}
