package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.ScanWatch.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanWatchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER_GRACE =
            START.plus(ScanWatch.IMPORT_GRACE).plusSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "RUNNING, Queued, No Results, CONTINUE",
        "RUNNING, Running, No Results, DONE",
        "RUNNING, Completed, Finished, DONE",
        "COMPLETED, Running, No Results, CONTINUE",
        "COMPLETED, Paused, No Results, CONTINUE",
        "COMPLETED, Completed, Import Pending, DONE",
        "COMPLETED, Partial, No Results, DONE",
        "IMPORTED, Completed, Import Pending, CONTINUE",
        "IMPORTED, completed, importing, CONTINUE",
        "IMPORTED, Completed, Finished, DONE",
        "IMPORTED, Partial, finished, DONE",
        "IMPORTED, Completed, No Results, CONTINUE",
        "IMPORTED, Some New Phase, No Results, CONTINUE",
        "COMPLETED, Some New Phase, No Results, CONTINUE",
        "COMPLETED, Pending, No Results, CONTINUE",
        "RUNNING, Pending, No Results, CONTINUE",
        "RUNNING, Some New Phase, No Results, CONTINUE",
        "COMPLETED, Stopped, No Results, DONE",
        "COMPLETED, Canceled, No Results, DONE",
        "IMPORTED, Timed Out, Importing, CONTINUE",
        "IMPORTED, Timed Out, Finished, DONE",
        "IMPORTED, Partially Completed, Finished, DONE",
        "IMPORTED, Aborted, No Results, CONTINUE",
        "IMPORTED, Completed, Some New Phase, CONTINUE",
    })
    void waitsForWhatWasAsked(WaitFor waitFor, String status, String importStatus, Verdict verdict) throws Exception {
        assertThat(watch(waitFor, Duration.ZERO).observe(result(status, importStatus, ""), START))
                .isEqualTo(verdict);
    }

    @Test
    void failsWithTheReasonOfTheServer() {
        ScanResult error = result("Error", "No Results", "Scan IPs are not within your accessible range.");
        assertThatThrownBy(() -> watch(WaitFor.COMPLETED, Duration.ZERO).observe(error, START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessage("Scan \"Weekly\" on SecurityCenter \"prod\" ended in Error: Scan IPs are not within your"
                        + " accessible range. See https://sc.example.com/#scan_results/view/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error", "Blocked", "Failed", "Skipped", "Canceled"})
    void failsWhenTheImportFailed(String importStatus) {
        assertThatThrownBy(() ->
                        watch(WaitFor.IMPORTED, Duration.ZERO).observe(result("Completed", importStatus, ""), START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("was not imported (import status " + importStatus + ")");
    }

    @Test
    void waitsALittleForAnImportThatNeverComes() throws Exception {
        ScanWatch watch = watch(WaitFor.IMPORTED, Duration.ZERO);
        ScanResult nothing = result("Completed", "No Results", "");
        assertThat(watch.observe(nothing, START)).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(nothing, START.plus(ScanWatch.IMPORT_GRACE))).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(nothing, START.plus(ScanWatch.IMPORT_GRACE).plusSeconds(1)))
                .isEqualTo(Verdict.DONE);
        assertThat(watch.remark())
                .contains("Nothing was imported: no import began within 2 min after the end of scan result 8.");
        assertThat(watch.remark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "Stopped", "Partial", "Timed Out"})
    void failsWhenAScanThatEndedEarlyBringsNothing(String status) throws Exception {
        ScanWatch watch = watch(WaitFor.IMPORTED, Duration.ZERO);
        ScanResult nothing = result(status, "No Results", "");
        assertThat(watch.observe(nothing, START)).isEqualTo(Verdict.CONTINUE);
        assertThatThrownBy(() -> watch.observe(nothing, AFTER_GRACE))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("ended as " + status + ", and nothing was imported. See ");
    }

    @Test
    void failsWhenNothingOfAFileIsImported() throws Exception {
        ScanWatch watch = watch(WaitFor.IMPORTED, Duration.ZERO);
        ScanResult ofFile =
                ScanResult.of(Attributes.of(json("Completed", "No Results").put("running", "false")));
        assertThat(watch.observe(ofFile, START)).isEqualTo(Verdict.CONTINUE);
        assertThatThrownBy(() -> watch.observe(ofFile, AFTER_GRACE))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("nothing was imported");
    }

    @Test
    void endsWithAnUnknownWordOnlyWhenNothingRunsAndNoImportFollows() throws Exception {
        ScanWatch watch = watch(WaitFor.COMPLETED, Duration.ZERO);
        ScanResult silent = ScanResult.of(Attributes.of(json("Hibernating", "No Results")));
        ScanResult idle =
                ScanResult.of(Attributes.of(json("Hibernating", "No Results").put("running", "false")));
        assertThat(watch.observe(silent, START)).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(silent, AFTER_GRACE)).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(idle, START)).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(idle, START.plus(ScanWatch.IMPORT_GRACE))).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(idle, AFTER_GRACE)).isEqualTo(Verdict.DONE);
        assertThat(idle.state().partial()).isTrue();
    }

    @Test
    void endsWithAnUnknownWordWhenTheImportIsFinished() throws Exception {
        ScanResult imported =
                ScanResult.of(Attributes.of(json("Hibernating", "Finished").put("running", "false")));
        assertThat(watch(WaitFor.IMPORTED, Duration.ZERO).observe(imported, START))
                .isEqualTo(Verdict.DONE);
        assertThat(imported.state().partial()).isTrue();
    }

    @Test
    void failsWithAnUnknownImportWordWhenTheServerTellsItsEnd() {
        ScanResult over = ScanResult.of(Attributes.of(
                json("Completed", "Quarantined").put("running", "false").put("importFinish", "1767225600")));
        assertThatThrownBy(() -> watch(WaitFor.IMPORTED, Duration.ZERO).observe(over, START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("was not imported (import status Quarantined)");
    }

    @Test
    void namesEachUnknownWordOnce() throws Exception {
        ScanWatch watch = watch(WaitFor.IMPORTED, Duration.ZERO);
        watch.observe(result("Hibernating", "No Results", ""), START);
        assertThat(watch.remark())
                .contains("Status \"Hibernating\" of scan result 8 is unknown;"
                        + " it counts neither as an end nor as a success.");
        watch.observe(result("Running", "No Results", ""), START);
        watch.observe(result("hibernating", "No Results", ""), START);
        assertThat(watch.remark()).isEmpty();
        watch.observe(result("Completed", "Indexing", ""), START);
        assertThat(watch.remark()).hasValueSatisfying(line -> assertThat(line)
                .startsWith("Import status \"Indexing\" of scan result 8 is unknown"));
    }

    @Test
    void endsWhenTheTimeIsUp() throws Exception {
        ScanWatch watch = watch(WaitFor.IMPORTED, Duration.ofMinutes(30));
        ScanResult running = result("Running", "No Results", "");
        assertThat(watch.observe(running, START.plusSeconds(1799))).isEqualTo(Verdict.CONTINUE);
        assertThat(watch.observe(running, START.plusSeconds(1800))).isEqualTo(Verdict.TIMED_OUT);
    }

    @Test
    void prefersTheResultToTheTimeout() throws Exception {
        assertThat(watch(WaitFor.IMPORTED, Duration.ofMinutes(30))
                        .observe(result("Completed", "Finished", ""), START.plusSeconds(9999)))
                .isEqualTo(Verdict.DONE);
    }

    private static ScanWatch watch(WaitFor waitFor, Duration timeout) {
        RunState state = RunState.fresh().launching("3", "Weekly", 7, START).waitingFor("8");
        return new ScanWatch(
                Endpoint.of("prod", URI.create("https://sc.example.com")),
                "Scan",
                new ScanOrder("Weekly", waitFor, timeout, true),
                state);
    }

    static ScanResult result(String status, String importStatus, String error) {
        return result(status, importStatus, error, 12);
    }

    static ScanResult result(String status, String importStatus, String error, int completed) {
        ObjectNode json = json(status, importStatus)
                .put("running", "true")
                .put("errorDetails", error)
                .put("completedIPs", completed)
                .put("totalIPs", "48");
        json.putObject("scan").put("id", "3").put("name", "Weekly");
        return ScanResult.of(Attributes.of(json));
    }

    private static ObjectNode json(String status, String importStatus) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "8")
                .put("status", status)
                .put("importStatus", importStatus);
    }
}
