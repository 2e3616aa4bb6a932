package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.model.ScanState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ReadLogTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final ReadLog log = new ReadLog(print, InstantSource.fixed(Instant.EPOCH));

    private String lines() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesWhatIsReadAndTheServer() {
        log.begin("production", AnalysisQuery.ofScanResult("12"));

        assertThat(lines())
                .isEqualToIgnoringNewLines("Reading the findings of scan result 12 from SecurityCenter \"production\"");
    }

    @Test
    void namesTheStateThatIsWaitedFor() {
        ReadLog.waiting(print, AnalysisQuery.ofScanResult("12")).accept(new ScanState("Completed", "Importing", false));

        assertThat(lines())
                .isEqualToIgnoringNewLines(
                        "Waiting until scan result 12 is imported (status Completed, import: Importing)");
    }

    @Test
    void saysWhatIsReadAgainAndWhy() {
        log.findingsRestarted("rows are missing");
        log.hostsRestarted("rows appear twice");

        assertThat(lines().lines())
                .containsExactly(
                        "Reading the findings again because the responses of SecurityCenter are inconsistent:"
                                + " rows are missing",
                        "Reading the hosts again because the responses of SecurityCenter are inconsistent:"
                                + " rows appear twice");
    }

    @Test
    void warnsOfMalformedRows() {
        log.malformedRows(new MalformedRows(1, 2));

        assertThat(lines().lines())
                .containsExactly(
                        "Warning: 1 row had bytes that are not valid UTF-8, or characters that JSON does not allow;"
                                + " invalid bytes are shown as \uFFFD",
                        "Warning: 2 rows had text longer than 1 MB, which was truncated");
    }

    @Test
    void countsMissingHostsAndDroppedFindings() {
        log.missingHosts(1_200);
        log.droppedFindings(3_400);

        assertThat(lines().lines())
                .containsExactly(
                        "SecurityCenter did not send 1,200 of the scanned hosts that it counts; missing findings on"
                                + " these hosts count as not scanned",
                        "Dropped 3,400 findings of hosts that are no longer scanned: last seen more than 365 days"
                                + " ago, or beyond the number of findings to keep");
    }

    @Test
    void saysNothingIfAllIsWell() {
        log.malformedRows(new MalformedRows(0, 0));
        log.missingHosts(0);
        log.droppedFindings(0);

        assertThat(lines()).isEmpty();
    }
}
