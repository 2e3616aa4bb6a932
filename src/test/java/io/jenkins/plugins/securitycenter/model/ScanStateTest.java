package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanStateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Completed",
                "completed",
                "COMPLETED",
                "Partial",
                "partial",
                "Error",
                " error ",
                "Stopped",
                "Canceled",
                "Cancelled",
                "Aborted",
                "Timed Out",
                "timed_out",
                "Partially Completed",
                "Failed"
            })
    void knowsTheEndInAnyCase(String status) {
        assertThat(new ScanState(status, "", false).scanEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Queued", "Running", "Pausing", "Paused", "Resuming", "Stopping", "Rehydrating", ""})
    void takesEverythingElseForNotEnded(String status) {
        ScanState state = new ScanState(status, "No Results", true);

        assertThat(state.scanEnded()).isFalse();
        assertThat(state.importEnded()).isFalse();
        assertThat(state.importMayFollow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queued",
                "Preparing",
                "Resolving Hostnames",
                "verifying targets",
                "Initializing Scanners",
                "Pending",
                "",
                "Rehydrating"
            })
    void countsPreparationAndUnknownWordsAsNotStarted(String status) {
        assertThat(new ScanState(status, "No Results", true).scanStarted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "queued", "Preparing", "Resolving Hostnames", "Initializing Scanners"})
    void waitsWhileItIsQueuedOrPrepared(String status) {
        assertThat(new ScanState(status, "", true).waiting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Running", "Paused", "Completed", "Error", "Rehydrating"})
    void waitsForNothingAfterThat(String status) {
        assertThat(new ScanState(status, "", true).waiting()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Running, No Results, Running",
        "Error, No Results, Error",
        "Completed, Importing, 'Completed, import: Importing'",
        "Partial, '', 'Partial, import: none'"
    })
    void namesTheImportOnceTheScanHasEnded(String status, String importStatus, String text) {
        assertThat(new ScanState(status, importStatus, true).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Running", "Paused", "Stopping", "Completed", "Stopped"})
    void countsOtherWordsAsStarted(String status) {
        assertThat(new ScanState(status, "No Results", true).scanStarted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Finished", "finished", "Blocked", "ERROR", "Failed", "Skipped", "Canceled", "Timed Out"})
    void knowsTheEndOfTheImport(String importStatus) {
        assertThat(new ScanState("Completed", importStatus, false).importEnded())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Import Pending", "Importing", "Running", "Indexing", "No Results", ""})
    void waitsForAnyOtherImportState(String importStatus) {
        ScanState state = new ScanState("Completed", importStatus, false);

        assertThat(state.importEnded()).isFalse();
        assertThat(state.imported()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blocked", "Error", "Failed", "Skipped", "Canceled", "Completed", "Done"})
    void takesOneImportStatusForImported(String importStatus) {
        assertThat(new ScanState("Completed", importStatus, false).imported()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "Scheduled", "Queued", "Running"})
    void waitsForKnownWordsThatTheServerDoesNotCallRunning(String status) {
        ScanState state = new ScanState(status, "No Results", false);

        assertThat(state.scanEnded()).isFalse();
        assertThat(state.importMayFollow()).isFalse();
        assertThat(state.partial()).isFalse();
    }

    @Test
    void takesAnUnknownWordForAnEndOnlyWhenNothingRunsAndTheImportBegan() {
        assertThat(new ScanState("Rehydrating", "Finished", true).scanEnded()).isFalse();
        assertThat(new ScanState("Rehydrating", "No Results", false).scanEnded())
                .isFalse();
        assertThat(new ScanState("Rehydrating", "No Results", false).importMayFollow())
                .isTrue();
        assertThat(new ScanState("Rehydrating", "Importing", false).scanEnded()).isTrue();
        assertThat(new ScanState("Rehydrating", "Finished", false).partial()).isTrue();
        assertThat(new ScanState("Rehydrating", "Finished", false).known()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partial", "Stopped", "Canceled", "Aborted", "Timed Out", "Partially Completed"})
    void countsScansThatEndedEarlyAsPartial(String status) {
        assertThat(new ScanState(status, "Finished", false).partial()).isTrue();
        assertThat(new ScanState(status, "Finished", false).known()).isTrue();
    }

    @Test
    void namesUnknownImportWords() {
        assertThat(new ScanState("Completed", "Indexing", false).importKnown()).isFalse();
        assertThat(new ScanState("Completed", "Importing", false).importKnown()).isTrue();
        assertThat(new ScanState("Completed", "Skipped", false).importKnown()).isTrue();
        assertThat(new ScanState("Running", "", true).importKnown()).isTrue();
    }

    @Test
    void expectsNoImportOfAFailedScan() {
        ScanState state = new ScanState("Error", "No Results", false);

        assertThat(state.failed()).isTrue();
        assertThat(state.importEnded()).isTrue();
        assertThat(state.importMayFollow()).isFalse();
        assertThat(state.imported()).isFalse();
    }

    @Test
    void expectsTheImportOfAnEndedScan() {
        assertThat(new ScanState("Partial", "No Results", false).importMayFollow())
                .isTrue();
        assertThat(new ScanState("Completed", "", false).importMayFollow()).isTrue();
        assertThat(new ScanState("Completed", "Importing", false).importMayFollow())
                .isFalse();
    }

    @Test
    void tellsPartialFromComplete() {
        assertThat(new ScanState("partial", "Finished", false).partial()).isTrue();
        assertThat(new ScanState("Completed", "Finished", false).partial()).isFalse();
        assertThat(new ScanState("Completed", "finished", false).imported()).isTrue();
    }
}
