package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.AnalysisQuery.Source;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportPatienceTest {

    private final ManualClock clock = ManualClock.startingNow();
    private final Rig rig = new Rig(
            SimulatorOptions.defaults().withClock(clock).withTiming(10, 100).withFindings(ClientOperation.FOUND));
    private final List<Long> pauses = new ArrayList<>();
    private final Sessions sessions = new Sessions(Rig.RETRIES, this::pause, clock);
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

        assertThat(server.analysis().read(query, finding -> {})).isEqualTo(ClientOperation.FOUND);
        assertThat(pauses).startsWith(2L, 4L, 8L, 16L, 30L, 30L).allMatch(pause -> pause <= 30);
        assertThat(server.analysis().totals(query).total()).isEqualTo(ClientOperation.FOUND);
    }

    @Test
    void waitsNotLongBehindTheImport() throws Exception {
        AnalysisQuery query = completed("1");
        clock.advanceSeconds(100);
        noData();

        fails(query);
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L);
    }

    @Test
    void waitsNotLongForAnImportThatNeverComes() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "No Results");
        noData();

        fails(query);
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L);
    }

    @Test
    void doesNotWaitForeverForAnImportThatNeverEnds() throws Exception {
        AnalysisQuery query = completed("1");
        state("Completed", "Importing");
        noData();

        fails(query);
        assertThat(pauses).hasSize(60);
    }

    @Test
    void doesNotWaitForAnImportThatFailed() throws Exception {
        AnalysisQuery query = completed("8");
        clock.advanceSeconds(100);

        fails(query);
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotWaitForAllFindings() {
        noData();

        fails(AnalysisQuery.of(Source.CUMULATIVE));
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotWaitAfterOtherRefusals() throws Exception {
        AnalysisQuery query = completed("1");
        rig.simulator.faults().on("POST", "/analysis").error(403, 146, "No.");

        assertThatThrownBy(() -> server.analysis().totals(query)).isInstanceOf(RefusedException.class);
        assertThat(pauses).isEmpty();
    }

    private void fails(AnalysisQuery query) {
        assertThatThrownBy(() -> server.analysis().totals(query))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.noData()).isTrue())
                .hasMessageEndingWith("the import has not ended, or the result is empty or expired.");
    }

    private void noData() {
        rig.simulator.faults().on("POST", "/analysis").error(403, 143, "Unable to process Vuln Query.");
    }

    private void state(String status, String importStatus) {
        String body = "{\"error_code\":0,\"response\":{\"id\":\"1\",\"status\":\"%s\",\"importStatus\":\"%s\"}}";
        rig.simulator
                .faults()
                .on("GET", "/scanResult/1")
                .answer(200, "application/json", body.formatted(status, importStatus));
    }

    private AnalysisQuery completed(String scan) throws Exception {
        String result = server.scans().launch(server.scans().find(scan)).id();
        clock.advanceSeconds(10);
        return AnalysisQuery.ofScanResult(result);
    }
}
