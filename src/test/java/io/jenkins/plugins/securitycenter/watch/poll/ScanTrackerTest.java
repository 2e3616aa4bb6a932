package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTrackerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER_GRACE =
            START.plus(ScanTracker.IMPORT_GRACE).plusSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "RUNNING, Queued, No Results, false",
        "RUNNING, Running, No Results, true",
        "RUNNING, Completed, Finished, true",
        "COMPLETED, Running, No Results, false",
        "COMPLETED, Paused, No Results, false",
        "COMPLETED, Completed, Import Pending, true",
        "COMPLETED, Partial, No Results, true",
        "IMPORTED, Completed, Import Pending, false",
        "IMPORTED, completed, importing, false",
        "IMPORTED, Completed, Finished, true",
        "IMPORTED, Partial, finished, true",
        "IMPORTED, Completed, No Results, false",
        "IMPORTED, Some New Phase, No Results, false",
        "COMPLETED, Some New Phase, No Results, false",
        "COMPLETED, Pending, No Results, false",
        "RUNNING, Pending, No Results, false",
        "RUNNING, Some New Phase, No Results, false",
        "COMPLETED, Stopped, No Results, true",
        "COMPLETED, Canceled, No Results, true",
        "IMPORTED, Timed Out, Importing, false",
        "IMPORTED, Timed Out, Finished, true",
        "IMPORTED, Partially Completed, Finished, true",
        "IMPORTED, Aborted, No Results, false",
        "IMPORTED, Completed, Some New Phase, false",
    })
    void waitsForWhatWasAsked(WaitFor waitFor, String status, String importStatus, boolean reached) throws Exception {
        assertThat(watch(waitFor).reached(result(status, importStatus, ""), START))
                .isEqualTo(reached);
    }

    @Test
    void takesNoResultOfAnotherDefinition() throws Exception {
        ScanResult finished = result("Completed", "Finished", "");

        assertThat(watch(WaitFor.IMPORTED).ofDefinition("3").reached(finished, START))
                .isTrue();
        assertThatThrownBy(() -> watch(WaitFor.IMPORTED).ofDefinition("4").reached(finished, START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessage(
                        "Scan \"Weekly\" on SecurityCenter \"prod\" has ID 4, but scan result 8 belongs to the scan with"
                                + " ID 3; the server was probably replaced while the build waited. See"
                                + " https://sc.example.com/#scan_results/view/8");
        assertThat(watch(WaitFor.IMPORTED)
                        .ofDefinition("4")
                        .reached(ScanResult.of(Attributes.of(json("Completed", "Finished"))), START))
                .as("the definition was deleted")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, true", "-1, 2, false", "3, 1, false"})
    void takesOnlyTheResultOfTheImport(int scan, int repository, boolean own) throws Exception {
        ObjectNode json = json("Completed", "Finished");
        json.putObject("scan").put("id", scan);
        json.putObject("repository").put("id", repository);
        ScanResult result = ScanResult.of(Attributes.of(json));
        ScanTracker watch = watch(WaitFor.IMPORTED).ofImportInto("1");

        if (own) {
            assertThat(watch.reached(result, START)).isTrue();
        } else {
            assertThatThrownBy(() -> watch.reached(result, START))
                    .isInstanceOf(ScanFailedException.class)
                    .hasMessageContaining("is an import into the repository with ID 1, but scan result 8 is not");
        }
    }

    @Test
    void failsWithTheReasonOfTheServer() {
        ScanResult error = result("Error", "No Results", "Scan IPs are not within your accessible range.");
        assertThatThrownBy(() -> watch(WaitFor.COMPLETED).reached(error, START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessage(
                        "Scan \"Weekly\" on SecurityCenter \"prod\" ended with status \"Error\": Scan IPs are not within your"
                                + " accessible range. See https://sc.example.com/#scan_results/view/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error", "Blocked", "Failed", "Skipped", "Canceled"})
    void failsWhenTheImportFailed(String importStatus) {
        assertThatThrownBy(() -> watch(WaitFor.IMPORTED).reached(result("Completed", importStatus, ""), START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("was not imported (import status \"" + importStatus + "\")");
    }

    @Test
    void waitsALittleForAnImportThatNeverComes() throws Exception {
        ScanTracker watch = watch(WaitFor.IMPORTED);
        ScanResult nothing = result("Completed", "No Results", "");
        assertThat(watch.reached(nothing, START)).isFalse();
        assertThat(watch.reached(nothing, START.plus(ScanTracker.IMPORT_GRACE))).isFalse();
        assertThat(watch.reached(nothing, START.plus(ScanTracker.IMPORT_GRACE).plusSeconds(1)))
                .isTrue();
        assertThat(watch.lines(nothing, AFTER_GRACE))
                .contains("Nothing was imported: no import started within 2 min after scan result 8 ended.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "Stopped", "Partial", "Timed Out"})
    void failsWhenAScanThatEndedEarlyBringsNothing(String status) throws Exception {
        ScanTracker watch = watch(WaitFor.IMPORTED);
        ScanResult nothing = result(status, "No Results", "");
        assertThat(watch.reached(nothing, START)).isFalse();
        assertThatThrownBy(() -> watch.reached(nothing, AFTER_GRACE))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("ended with status \"" + status + "\", and nothing was imported. See ");
    }

    @Test
    void failsWhenNothingOfAFileIsImported() throws Exception {
        ScanTracker watch = watch(WaitFor.IMPORTED);
        ScanResult ofFile =
                ScanResult.of(Attributes.of(json("Completed", "No Results").put("running", "false")));
        assertThat(watch.reached(ofFile, START)).isFalse();
        assertThatThrownBy(() -> watch.reached(ofFile, AFTER_GRACE))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("nothing was imported");
    }

    @Test
    void endsWithAnUnknownWordOnlyWhenNothingRunsAndNoImportFollows() throws Exception {
        ScanTracker watch = watch(WaitFor.COMPLETED);
        ScanResult silent = ScanResult.of(Attributes.of(json("Hibernating", "No Results")));
        ScanResult idle =
                ScanResult.of(Attributes.of(json("Hibernating", "No Results").put("running", "false")));
        assertThat(watch.reached(silent, START)).isFalse();
        assertThat(watch.reached(silent, AFTER_GRACE)).isFalse();
        assertThat(watch.reached(idle, START)).isFalse();
        assertThat(watch.reached(idle, START.plus(ScanTracker.IMPORT_GRACE))).isFalse();
        assertThat(watch.reached(idle, AFTER_GRACE)).isTrue();
        assertThat(idle.state().partial()).isTrue();
    }

    @Test
    void endsWithAnUnknownWordWhenTheImportIsFinished() throws Exception {
        ScanResult imported =
                ScanResult.of(Attributes.of(json("Hibernating", "Finished").put("running", "false")));
        assertThat(watch(WaitFor.IMPORTED).reached(imported, START)).isTrue();
        assertThat(imported.state().partial()).isTrue();
    }

    @Test
    void failsWithAnUnknownImportWordWhenTheServerTellsItsEnd() {
        ScanResult over = ScanResult.of(Attributes.of(
                json("Completed", "Quarantined").put("running", "false").put("importFinish", "1767225600")));
        assertThatThrownBy(() -> watch(WaitFor.IMPORTED).reached(over, START))
                .isInstanceOf(ScanFailedException.class)
                .hasMessageContaining("was not imported (import status \"Quarantined\")");
    }

    @Test
    void namesEachUnknownWordOnce() throws Exception {
        ScanTracker watch = watch(WaitFor.IMPORTED);
        assertThat(watch.lines(result("Hibernating", "No Results", ""), START))
                .contains("Status \"Hibernating\" of scan result 8 is unknown;"
                        + " it counts as neither finished nor successful.");
        watch.lines(result("Running", "No Results", ""), START);
        assertThat(watch.lines(result("hibernating", "No Results", ""), START))
                .noneMatch(line -> line.contains("is unknown"));
        assertThat(watch.lines(result("Completed", "Indexing", ""), START))
                .anyMatch(line -> line.startsWith("Import status \"Indexing\" of scan result 8 is unknown"));
    }

    private static ScanTracker watch(WaitFor waitFor) {
        return new ScanTracker(
                Endpoint.of("prod", URI.create("https://sc.example.com")), "Scan \"Weekly\"", waitFor, START);
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
