package io.jenkins.plugins.securitycenter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportRunTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String LAUNCH = "POST /reportDefinition/4/launch";
    private static final String NEW = "{\"reportResult\":{\"id\":\"9\",\"status\":\"Queued\"}}";
    private static final String OLD_ONLY = "{\"usable\":[{\"id\":\"7\",\"reportDefinitionID\":\"4\"}]}";
    private static final String WITH_NEW = "{\"usable\":[{\"id\":\"7\",\"reportDefinitionID\":\"4\"},"
            + "{\"id\":\"9\",\"reportDefinitionID\":\"4\"},{\"id\":\"8\",\"reportDefinitionID\":\"5\"}]}";

    private final WatchRig rig = new WatchRig();
    private final ManualClock clock = rig.clock;
    private final HandDrivenExecutor executor = rig.executor;
    private final ScriptedServer script = new ScriptedServer();
    private final Told told = new Told();

    @BeforeEach
    void define() {
        script.says("GET /reportDefinition", "{\"usable\":[{\"id\":\"4\",\"name\":\"Weekly\"}],\"manageable\":[]}");
    }

    @AfterEach
    void close() {
        rig.close();
        script.close();
    }

    private static final class Told extends RecordedRun<Report> {
        private final ByteArrayOutputStream file = new ByteArrayOutputStream();
        private int away;

        @Override
        public void receive(SecurityCenter server, Report report, Consumer<String> log)
                throws IOException, InterruptedException {
            if (away > 0) {
                away--;
                throw new RetryLaterException("The agent is offline.", null);
            }
            new Reports(server).download(report, () -> file);
        }
    }

    private WatchedRun<Report> run(RunState state, Duration timeout) {
        return run(state, new ReportOptions("Weekly", timeout, false));
    }

    private WatchedRun<Report> run(RunState state, ReportOptions options) {
        ServerAccount account =
                new ServerAccount(script.endpoint(), new Login.ApiKeys("access", "secret"), Duration.ofSeconds(30));
        WatchedRun<Report> run = rig.services.report(rig.owner(state), () -> account, options, state, told);
        run.start();
        return run;
    }

    private WatchedRun<Report> run() {
        return run(RunState.initial(), Duration.ZERO);
    }

    private static String report(String status, String more) {
        return "{\"id\":\"9\",\"name\":\"Weekly\",\"type\":\"pdf\",\"status\":\"" + status + "\"" + more + "}";
    }

    private void completes() {
        script.says(
                        "GET /report/9",
                        report("Queued", ""),
                        report("Running", ",\"totalSteps\":4,\"completedSteps\":\"3\""),
                        report("Completed", ""))
                .sends("POST /report/9/download", "application/pdf", "%PDF-1.4\n%%EOF".getBytes(UTF_8));
    }

    private long launches() {
        return script.asked().stream()
                .filter(asked -> asked.path().endsWith("/launch"))
                .count();
    }

    @Test
    void makesWaitsForAndHandsOverTheReport() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW);
        completes();
        WatchedRun<Report> run = run();
        executor.pass(Duration.ofSeconds(6));
        assertThat(run.status()).isEqualTo("report 9: Running, 75 %");
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.file.toString(UTF_8)).isEqualTo("%PDF-1.4\n%%EOF");
        assertThat(told.lines)
                .containsExactly(
                        "Launched report \"Weekly\" on SecurityCenter \"scripted\": report 9",
                        "Report 9: Queued",
                        "Report 9: Running",
                        "Report 9: Completed");
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void takesNoReportOfAnotherDefinition() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says("GET /report/9", report("Queued", ""), report("Completed", ",\"reportDefinitionID\":\"5\""))
                .sends("POST /report/9/download", "application/pdf", "%PDF-1.4\n%%EOF".getBytes(UTF_8));
        run();
        executor.pass(LONG);
        assertThat(told.finished).isEmpty();
        assertThat(told.file.size()).isZero();
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessage(
                                "Report \"Weekly\" on SecurityCenter \"scripted\" has a definition with ID 4, but report"
                                        + " 9 belongs to the one with ID 5; the server was probably replaced while the build"
                                        + " waited."));
    }

    @Test
    void waitsForWordsThatAreNotKnown() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says(
                        "GET /report/9",
                        report("Typesetting", ""),
                        report("Running", ""),
                        report("Typesetting", ""),
                        report("Canceled", ""));
        run();
        executor.pass(LONG);
        assertThat(told.lines)
                .filteredOn(line -> line.contains("Status \"Typesetting\" of report 9 is unknown"))
                .hasSize(1);
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("ended with status \"Canceled\""));
    }

    @Test
    void findsTheReportOfALostLaunch() {
        script.says("GET /report", OLD_ONLY, WITH_NEW).sends(LAUNCH, "text/html", "<html>".getBytes(UTF_8));
        completes();
        run();
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.file.size()).isEqualTo(14);
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void takesNoReportThatAnotherAccountLaunched() {
        script.says("GET /report", OLD_ONLY, madeBy("2"))
                .says("GET /currentUser", "{\"id\":\"1\",\"username\":\"ci\"}")
                .sends(LAUNCH, "text/html", "<html>".getBytes(UTF_8));
        run();
        executor.pass(LONG);
        assertThat(told.finished).isEmpty();
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("It is not launched again"));
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void findsTheReportThatTheAccountLaunchedAmongOthers() {
        script.says("GET /report", OLD_ONLY, madeBy("1"))
                .says("GET /currentUser", "{\"id\":\"1\",\"username\":\"ci\"}")
                .sends(LAUNCH, "text/html", "<html>".getBytes(UTF_8));
        completes();
        run();
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.finished)
                .singleElement()
                .satisfies(report -> assertThat(report.id()).isEqualTo("9"));
    }

    /** Two new reports of the definition: this account made the first one, another the second one. */
    private static String madeBy(String account) {
        return WITH_NEW.replace(
                        "{\"id\":\"9\",", "{\"id\":\"9\",\"creator\":{\"id\":\"" + account + "\",\"username\":\"x\"},")
                .replace("]}", ",{\"id\":\"10\",\"reportDefinitionID\":\"4\",\"creator\":{\"id\":3}}]}");
    }

    @Test
    void saysSoWhenALaunchIsLostForGood() {
        script.says("GET /report", OLD_ONLY).sends(LAUNCH, "text/html", "<html>".getBytes(UTF_8));
        run();
        executor.pass(LONG);
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("could not launch report \"Weekly\"")
                        .hasMessageContaining("It is not launched again"));
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        RunState launching = RunState.initial()
                .ofType(RunType.REPORT, false, null)
                .named("4", "Weekly")
                .launching(7, clock.instant());
        rig.services.registry().on(script.endpoint().url()).put(new RunEntry(rig.owner(launching), launching));
        script.says("GET /report", WITH_NEW);
        completes();
        run(launching, Duration.ZERO);
        executor.pass(LONG);
        assertThat(told.file.size()).isEqualTo(14);
        assertThat(launches()).isZero();
        assertThat(told.states)
                .extracting(RunState::phase)
                .startsWith(RunState.Phase.LAUNCH_IN_DOUBT, RunState.Phase.WAITING);
    }

    @Test
    void waitsForAnAgentThatIsAwayWhenTheReportIsReady() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW);
        completes();
        told.away = 3;
        run();
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.finished).hasSize(1);
        assertThat(told.file.toString(UTF_8)).isEqualTo("%PDF-1.4\n%%EOF");
        assertThat(told.lines).containsOnlyOnce("The agent is offline.");
    }

    @Test
    void tellsWhyThereIsNoReport() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says("GET /report/9", report("Error", ",\"errorDetails\":\"No data.\""));
        run();
        executor.pass(LONG);
        assertThat(told.failures)
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem)
                                .hasMessage(
                                        "Report \"Weekly\" on SecurityCenter \"scripted\" ended with status \"Error\": No data."));
    }

    @Test
    void waitsNoLongerThanAllowed() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW).says("GET /report/9", report("Running", ""));
        run(RunState.initial(), Duration.ofMinutes(5));
        executor.pass(LONG);
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("was not completed within 5 minutes"));
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void bearsPassingTrouble() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW).sends("GET /report/9", "text/html", "?".getBytes(UTF_8));
        completes();
        run();
        executor.pass(LONG);
        assertThat(told.failures).isEmpty();
        assertThat(told.file.size()).isEqualTo(14);
    }

    @Test
    void saysThatItTriesOn() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW);
        for (int attempt = 0; attempt < RetryPolicy.DEFAULT.attempts(); attempt++) {
            script.sends("GET /report/9", "text/html", "?".getBytes(UTF_8));
        }
        completes();
        run();
        executor.pass(LONG);
        assertThat(told.lines)
                .anyMatch(line -> line.endsWith(" Retrying for up to 10 minutes."))
                .contains("The server is responding again.");
    }

    @Test
    void isLaunchedNoMoreWhenTheLaunchIsRefused() {
        script.says("GET /report", OLD_ONLY).refuses(LAUNCH, 5, "The database is locked.");
        run();
        executor.pass(LONG);
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .isInstanceOf(ScanFailedException.class)
                        .hasMessageContaining("The database is locked."));
        assertThat(executor.idle()).isTrue();
    }

    @Test
    void givesUpWhatIsRefused() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW).refuses("GET /report/9", 147, "Report #9 is gone.");
        run();
        executor.pass(LONG);
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("Report #9 is gone."));
    }

    @Test
    void tellsNothingOnceAborted() {
        script.says("GET /report", OLD_ONLY).says(LAUNCH, NEW).says("GET /report/9", report("Running", ""));
        WatchedRun<Report> run = run();
        executor.pass(Duration.ofSeconds(10));
        run.abort();
        int asked = script.asked().size();
        executor.pass(LONG);
        assertThat(told.aborted).isEqualTo(1);
        assertThat(script.asked()).hasSize(asked);
        assertThat(told.failures).isEmpty();
    }

    @Test
    void isDeletedWhenAbortedIfSoOrdered() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says("GET /report/9", report("Running", ""))
                .says("DELETE /report/9", "\"\"");
        WatchedRun<Report> run = run(RunState.initial(), new ReportOptions("Weekly", Duration.ZERO, true));
        executor.pass(Duration.ofSeconds(10));
        run.abort();
        executor.pass(LONG);
        assertThat(told.lines).endsWith("Deleted report 9.");
        assertThat(told.failures).isEmpty();
    }

    @Test
    void isNotDeletedIfItBelongsToAnotherDefinition() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says("GET /report/9", report("Running", ""), report("Running", ",\"reportDefinitionID\":\"5\""));
        WatchedRun<Report> run = run(RunState.initial(), new ReportOptions("Weekly", Duration.ZERO, true));
        executor.pass(Duration.ofSeconds(2));
        run.abort();
        executor.pass(LONG);
        assertThat(told.aborted).isEqualTo(1);
        assertThat(script.asked()).noneMatch(asked -> asked.method().equals("DELETE"));
        assertThat(told.lines)
                .endsWith("Did not delete report 9, because it belongs to another report definition; the server was"
                        + " probably replaced.");
    }

    @Test
    void isDeletedWhenTheTimeIsUpIfSoOrdered() {
        script.says("GET /report", OLD_ONLY)
                .says(LAUNCH, NEW)
                .says("GET /report/9", report("Running", ""))
                .refuses("DELETE /report/9", 1, "You may not delete reports.");
        run(RunState.initial(), new ReportOptions("Weekly", Duration.ofMinutes(5), true));
        executor.pass(LONG);
        assertThat(told.lines)
                .anyMatch(line ->
                        line.contains("could not delete report 9") && line.contains("You may not delete reports."));
        assertThat(told.failures)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("was not completed within 5 minutes"));
    }

    @Test
    void anAbortBeforeTheLaunchPreventsIt() {
        WatchedRun<Report> run = run();
        run.abort();
        executor.pass(LONG);
        assertThat(script.asked()).isEmpty();
        assertThat(told.failures).isEmpty();
    }

    @Test
    void wantsADefinition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportOptions(" ", Duration.ZERO, false))
                .withMessage("report is empty; enter the name or the ID of a report definition.");
    }
}
