package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.ClientOperation;
import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRetryTest {

    private static final String MISSING = "Unable to process Vuln Query.\nError opening file for buffer data"
            + " /opt/sc/orgs/1/VDB/2021-08-16/%s.namedb.db (msg: No such file or directory).\n";
    private static final String SILENT = "Unable to process Vuln Query.\nSecurityCenter could not process the"
            + " vulnerability filter string (showvulns +tool 'vulndetails').\nNo response from showvulns\n";

    private final ManualClock clock = ManualClock.startingNow();
    private final Rig rig = new Rig(
            SimulatorOptions.defaults().withClock(clock).withTiming(10, 100).withFindings(ClientOperation.FOUND));
    private final List<Long> pauses = new ArrayList<>();
    private final SessionPool sessions = new SessionPool(Rig.RETRIES, this::pause, clock);
    private final SecurityCenter server = sessions.open(rig.endpoint(), Rig.KEYS);

    private void pause(Duration pause) {
        pauses.add(pause.toSeconds());
        clock.advance(pause);
    }

    @AfterEach
    void stop() {
        sessions.close();
        rig.close();
    }

    @Test
    void waitsForTheEndOfAnImport() throws Exception {
        AnalysisQuery query = completed("1");

        assertThat(new Analysis(server).read(query, finding -> {})).isEqualTo(ClientOperation.FOUND);
        assertThat(pauses).startsWith(2L, 4L, 8L, 16L, 30L, 30L).allMatch(pause -> pause <= 30);
        assertThat(new Analysis(server).totals(query).total()).isEqualTo(ClientOperation.FOUND);
    }

    @Test
    void waitsNotLongBehindTheImport() throws Exception {
        AnalysisQuery query = completed("1");
        clock.advanceSeconds(100);
        noData(query);

        fails(query);
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L);
    }

    @Test
    void waitsNotLongForAnImportThatNeverComes() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "No Results");
        noData(query);

        fails(query);
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L);
    }

    @Test
    void doesNotWaitForeverForAnImportThatNeverEnds() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "Importing");
        noData(query);

        fails(query);
        assertThat(pauses).hasSize(60);
        assertThat(pauses.stream().mapToLong(Long::longValue).sum())
                .as("seconds in all")
                .isEqualTo(2 + 4 + 8 + 16 + 56 * 30);
    }

    @Test
    void doesNotWaitForAnImportThatFailed() throws Exception {
        AnalysisQuery query = completed("8");
        clock.advanceSeconds(100);

        fails(query);
        assertThat(pauses).isEmpty();
    }

    /** The server has all findings, but says that it may not. */
    @ParameterizedTest
    @CsvSource({
        "Running, No Results, 60",
        "Completed, Import Pending, 60",
        "Completed, Importing, 60",
        "Completed, Verifying, 60",
        "Completed, No Results, 4",
        "Completed, '', 4",
        "Completed, Error, 0",
        "Partial, Blocked, 0",
        "Error, No Results, 0"
    })
    void doesNotReadFindingsThatWereNotImported(String status, String importStatus, int waits) throws Exception {
        AnalysisQuery query = completed("1");
        clock.advanceSeconds(100);
        state(status, importStatus);

        assertThatThrownBy(() -> new Analysis(server).read(query, finding -> {}))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("its findings were not imported (status " + status);
        assertThat(pauses).hasSize(waits);
    }

    @Test
    void reportsEachStateThatItWaitsForOnce() throws Exception {
        AnalysisQuery query = completed("1");
        List<String> states = new ArrayList<>();

        assertThat(new Analysis(server).coverage(query, state -> states.add(pauses.size() + " " + state.text())))
                .isPresent();
        assertThat(states)
                .containsExactly(
                        "0 Completed, import: No Results",
                        "3 Completed, import: Import Pending",
                        "5 Completed, import: Importing");
        assertThat(pauses).hasSizeGreaterThan(6);

        state("Running", "No Results");
        assertThatThrownBy(() -> new Analysis(server).coverage(query, state -> states.add(state.text())))
                .isInstanceOf(UnexpectedResponseException.class);
        assertThat(states).last().isEqualTo("Running");
    }

    @Test
    void doesNotWaitForAllFindings() {
        refuse(MISSING.formatted("1"));

        refuses(AnalysisQuery.of(SourceType.CUMULATIVE), "(msg: No such file or directory).");
    }

    @Test
    void namesTheAssetOfAllFindings() {
        refuse("Unable to process Vuln Query.\nError opening file for buffer data /opt/sc/orgs/1/12.asset"
                + " (msg: No such file or directory).\n");

        refuses(
                AnalysisQuery.of(SourceType.CUMULATIVE)
                        .filter("asset", JsonNodeFactory.instance.objectNode().put("id", "12")),
                "Check the filters of the query: asset; the asset list must exist, be ready, and be shared with the account.");
    }

    @Test
    void passesOnWhatIsWrongWithTheQuery() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "Importing");
        refuse("Unable to process Vuln Query.\nThe filter 'colour' is unknown.\n");

        refuses(query, "error 143: Unable to process Vuln Query. The filter 'colour' is unknown.");
        refuses(query.filter("colour", "red"), "Check the filters of the query: colour.");
    }

    @Test
    void doesNotWaitForTheDataOfAnotherResult() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "Importing");
        refuse(MISSING.formatted("9" + query.scanResultId()));

        refuses(query, "(msg: No such file or directory).");
    }

    @Test
    void doesNotTakeDataThatWentAwayForAnEmptyResult() throws Exception {
        try (Rig many = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withFindings(3 * AnalysisQuery.ROWS));
                SecurityCenter connection = many.open(Rig.KEYS)) {
            String id = new Scans(connection, ScanKind.ACTIVE)
                    .launch(new Scans(connection, ScanKind.ACTIVE).find("1"))
                    .id();
            many.simulator
                    .faults()
                    .on("POST", "/analysis")
                    .error(403, 143, MISSING.formatted(id))
                    .after(2);

            assertThatThrownBy(() -> new Analysis(connection).read(AnalysisQuery.ofScanResult(id), finding -> {}))
                    .isInstanceOf(ErrorResponseException.class)
                    .hasMessageContaining("The data of the scan result disappeared while it was being read;");
            assertThat(many.pauses).isEmpty();
        }
    }

    @Test
    void asksASilentQueryEngineAFewTimes() {
        refuse(SILENT);

        AnalysisQuery query = AnalysisQuery.of(SourceType.CUMULATIVE);
        assertThatThrownBy(() -> new Analysis(server).totals(query))
                .hasMessageEndingWith(
                        "No response from showvulns. The query engine of the server did not respond; narrow the"
                                + " query with filters, or try again later.");
        assertThat(pauses).containsExactly(2L, 4L, 8L);
    }

    @Test
    void readsOnWhenTheQueryEngineIsBack() throws Exception {
        AnalysisQuery query = completed("1");
        clock.advanceSeconds(100);
        rig.simulator.faults().on("POST", "/analysis").error(403, 143, SILENT).times(2);

        assertThat(new Analysis(server).totals(query).total()).isEqualTo(ClientOperation.FOUND);
        assertThat(pauses).containsExactly(2L, 4L);
    }

    @Test
    void doesNotWaitAfterOtherRefusals() throws Exception {
        AnalysisQuery query = completed("1");
        rig.simulator.faults().on("POST", "/analysis").error(403, 146, "No.");

        assertThatThrownBy(() -> new Analysis(server).totals(query)).isInstanceOf(ErrorResponseException.class);
        assertThat(pauses).isEmpty();
    }

    private void fails(AnalysisQuery query) {
        assertThatThrownBy(() -> new Analysis(server).totals(query))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.dataMissing(query.scanResultId())).isTrue())
                .hasMessageEndingWith("the import has not finished, or the scan result is empty or expired.");
    }

    private void refuses(AnalysisQuery query, String end) {
        assertThatThrownBy(() -> new Analysis(server).totals(query))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageEndingWith(end)
                .hasMessageNotContaining("import");
        assertThat(pauses).isEmpty();
    }

    private void noData(AnalysisQuery query) {
        refuse(MISSING.formatted(query.scanResultId()));
    }

    private void refuse(String message) {
        rig.simulator.faults().on("POST", "/analysis").error(403, 143, message);
    }

    private void state(String status, String importStatus) {
        String body = "{\"error_code\":0,\"response\":{\"id\":\"1\",\"status\":\"%s\",\"importStatus\":\"%s\"}}";
        rig.simulator
                .faults()
                .on("GET", "/scanResult/1")
                .answer(200, "application/json", body.formatted(status, importStatus));
    }

    private AnalysisQuery completed(String scan) throws Exception {
        String result = new Scans(server, ScanKind.ACTIVE)
                .launch(new Scans(server, ScanKind.ACTIVE).find(scan))
                .id();
        clock.advanceSeconds(10);
        return AnalysisQuery.ofScanResult(result);
    }
}
