package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportRunTest {

    private static final String IMPORT = "/scanResult/import";
    private static final String NOTHING = "{\"type\":\"regular\",\"response\":{\"usable\":[]},\"error_code\":0,"
            + "\"error_msg\":\"\",\"warnings\":[],\"timestamp\":1}";
    private static final Duration LONG = Duration.ofMinutes(30);

    private final WatchRig rig = new WatchRig();
    private final ManualClock clock = rig.clock;
    private final HandDrivenExecutor executor = rig.executor;
    private final Simulator simulator = Simulator.start(
            SimulatorOptions.defaults().withClock(clock).withTiming(600, 120).withFindings(50));
    private final RecordedRun<ScanResult> events = new RecordedRun<>();

    @AfterEach
    void close() throws Exception {
        rig.close();
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    private void run(String repository, RunState state) {
        prepared(repository, state).start();
    }

    private WatchedRun<ScanResult> prepared(String repository, RunState state) {
        ServerAccount account = new ServerAccount(
                Endpoint.of("simulator", ServerUrl.parse(simulator.url())),
                new Login.Password(Simulator.USER, Simulator.PASSWORD),
                Duration.ofSeconds(30));
        ImportOptions options = new ImportOptions(
                "today.nessus",
                () -> new ByteArrayInputStream(
                        "<NessusClientData_v2><ReportItem/></NessusClientData_v2>".getBytes(UTF_8)),
                repository,
                Duration.ZERO);
        return rig.services.fileImport(rig.owner(state), () -> account, options, state, events);
    }

    private List<String> lines() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }

    private long imports() {
        return simulator.requests().stream()
                .map(LoggedRequest::path)
                .filter(path -> path.endsWith(IMPORT))
                .count();
    }

    @Test
    void findsAndAwaitsTheNewResult() {
        run("Default", RunState.initial());
        executor.pass(Duration.ofMinutes(1));
        assertThat(events.ended()).isFalse();
        executor.pass(LONG);
        assertThat(events.finished).singleElement().satisfies(result -> {
            assertThat(result.state().imported()).isTrue();
            assertThat(result.scan()).isEmpty();
            assertThat(result.repository().orElseThrow().name()).isEqualTo("Default");
        });
        assertThat(imports()).isEqualTo(1);
        assertThat(events.lines.get(0))
                .startsWith("Started the import of file \"today.nessus\" on SecurityCenter \"simulator\": scan result ")
                .contains("#scan_results/view/");
        assertThat(events.lines).anyMatch(line -> line.startsWith("Import of \"today.nessus\" ended: Completed, "));
    }

    @Test
    void tellsImportsAtTheSameMomentApart() {
        run("Default", RunState.initial());
        run("Default", RunState.initial());
        run("Restricted", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures).isEmpty();
        assertThat(events.finished).extracting(result -> result.id()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void neverImportsAgainWhenTheAnswerIsLost() {
        simulator.faults().on("POST", IMPORT).resetAfter().times(1);
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(imports()).isEqualTo(1);
        assertThat(events.finished).hasSize(1);
    }

    @Test
    void saysSoWhenAnImportIsLostForGood() {
        simulator.faults().on("POST", IMPORT).html(502).times(1);
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .isInstanceOf(ScanFailedException.class)
                        .hasMessageContaining(
                                "could not import file today.nessus into repository \"Default\": HTTP 502")
                        .hasMessageContaining("It is not imported again"));
        assertThat(imports()).isEqualTo(1);
    }

    @Test
    void goesOnAfterARestartBetweenImportAndAnswer() {
        simulator.faults().on("POST", IMPORT).resetAfter().times(1);
        simulator.faults().on("GET", "/currentUser").html(503);
        run("Default", RunState.initial());
        executor.pass(Duration.ofMinutes(10));
        RunState stored = events.state(RunState.Phase.LAUNCHING);
        rig.restart();
        simulator.faults().clear();
        events.failures.clear();
        run("Default", stored);
        executor.pass(LONG);
        assertThat(events.finished).hasSize(1);
        assertThat(imports()).isEqualTo(1);
    }

    @Test
    void failsWhereTheRepositoryIsUnknown() {
        run("Nonesuch", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).hasMessageStartingWith("Repository \"Nonesuch\" does not exist"));
        assertThat(imports()).isZero();
    }

    @Test
    void passesRefusalsOn() {
        simulator.faults().on("POST", IMPORT).error(403, 151, "You do not have permission to import.");
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures)
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).hasMessageContaining("You do not have permission to import."));
    }

    @Test
    void clearsTheFileWhenTheImportIsRefused() {
        simulator.faults().on("POST", IMPORT).error(403, 151, "You do not have permission to import.");
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(lines()).containsOnlyOnce("POST /file/clear");
        assertThat(lines().indexOf("POST /file/clear")).isLessThan(lines().indexOf("DELETE /token"));
    }

    @Test
    void clearsTheFileWhenItCannotGoOn() {
        simulator.faults().on("GET", "/scanResult").error(403, 7, "No.");
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures).hasSize(1);
        assertThat(imports()).isZero();
        assertThat(lines()).containsOnlyOnce("POST /file/clear");
    }

    @Test
    void clearsTheFileWhenItIsAbortedBeforeTheImport() {
        List<WatchedRun<ScanResult>> run = new ArrayList<>();
        events.onSaved = () -> {
            if (events.lastState().phase() == RunState.Phase.QUEUED) {
                run.get(0).abort();
            }
        };
        run.add(prepared("Default", RunState.initial()));
        run.get(0).start();
        executor.pass(LONG);
        assertThat(imports()).isZero();
        assertThat(lines()).containsOnlyOnce("POST /file/clear");
        assertThat(events.lines).endsWith("Removed the uploaded file \"today.nessus\".");
        assertThat(events.aborted).isEqualTo(1);
    }

    @Test
    void keepsTheFileThatTheServerTook() {
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(lines()).doesNotContain("POST /file/clear");
    }

    @Test
    void waitsForAResultThatAppearsLate() {
        simulator
                .faults()
                .on("GET", "/scanResult")
                .answer(200, "application/json", NOTHING)
                .after(2)
                .times(4);
        run("Default", RunState.initial());
        executor.pass(LONG);
        assertThat(events.failures).isEmpty();
        assertThat(events.finished).hasSize(1);
    }

    @Test
    void needsAFileName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportOptions(" ", () -> new ByteArrayInputStream(new byte[0]), "1", LONG))
                .withMessageContaining("file is empty");
    }
}
