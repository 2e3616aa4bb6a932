package io.jenkins.plugins.securitycenter.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

class ScanWatchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

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
    @CsvSource({"Error", "Blocked"})
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
        return ScanResult.of(Attributes.of(JsonNodeFactory.instance
                .objectNode()
                .put("id", "8")
                .put("status", status)
                .put("importStatus", importStatus)
                .put("running", "true")
                .put("errorDetails", error)
                .put("completedIPs", completed)
                .put("totalIPs", "48")));
    }
}
