package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanSummaryLogTest {

    private static final URI PAGE = URI.create("https://sc.example.com/#scan_results/view/8");

    private final ObjectNode json = JsonNodeFactory.instance
            .objectNode()
            .put("id", "8")
            .put("name", "Weekly")
            .put("status", "Completed")
            .put("importStatus", "Finished");

    @Test
    void saysHowTheScanEndedAndWhatItFound() {
        json.put("scannedIPs", "45")
                .put("totalIPs", "48")
                .put("startTime", "1000000")
                .put("finishTime", "1003725");

        assertThat(ScanSummaryLog.lines(
                        "Scan \"Weekly\"",
                        result(),
                        PAGE,
                        Optional.of(Totals.NONE.plus(Severity.HIGH, 2).plus(Severity.INFO, 1))))
                .containsExactly(
                        "Scan \"Weekly\" ended: Completed, import: Finished, 45 of 48 addresses scanned (1 h 2 min)",
                        "Findings: 3 (Critical 0, High 2, Medium 0, Low 0, Info 1)",
                        "Scan result 8: https://sc.example.com/#scan_results/view/8");
    }

    @Test
    void leavesOutWhatTheServerDoesNotKnow() {
        json.put("scannedIPs", "0").put("totalIPs", "-1").put("startTime", "-1").put("finishTime", "1003725");

        assertThat(ScanSummaryLog.lines("Scan \"Weekly\"", result(), PAGE, Optional.empty()))
                .containsExactly(
                        "Scan \"Weekly\" ended: Completed, import: Finished",
                        "Scan result 8: https://sc.example.com/#scan_results/view/8");
    }

    @Test
    void saysWhatTheScanLacks() {
        json.put("scannedIPs", "45").put("totalIPs", "48");
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.IMPORTED)).isEmpty();
        json.put("status", "Partial");
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.COMPLETED))
                .contains("is partial: 45 of 48 addresses were scanned.");
        json.put("status", "Timed Out");
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.IMPORTED))
                .contains("ended with status \"Timed Out\", which counts as partial: 45 of 48 addresses were scanned.");
        json.put("status", "Hibernating").put("running", "false").put("totalIPs", "-1");
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.IMPORTED))
                .contains("ended with status \"Hibernating\", which counts as partial.");
    }

    @Test
    void saysThatNothingWasImported() {
        json.put("importStatus", "No Results");
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.COMPLETED)).isEmpty();
        assertThat(ScanSummaryLog.shortfall(result(), WaitFor.IMPORTED))
                .contains("ended with status \"Completed\", but nothing was imported.");
    }

    private ScanResult result() {
        return ScanResult.of(Attributes.of(json));
    }
}
