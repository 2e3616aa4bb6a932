package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningScanTest {

    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
    private static final String PAGE = "https://sc.example.com/#scan_results/view/8";
    private static final ScanProgress PROGRESS = new ScanProgress(10, 12, 254, 1_200, 45_000);

    @Test
    void isNotLaunchedAtFirst() {
        assertThat(RunningScan.of("DMZ\nscan", "production", Duration.ofHours(1))
                        .at(START))
                .isEqualTo(new RunningScan.Line("DMZ scan", "production", "", "", "", "", "", ""));
    }

    @Test
    void showsTheProgress() {
        assertThat(polled("Running", "No Results", Duration.ofMinutes(30)).at(START.plusSeconds(610)))
                .isEqualTo(new RunningScan.Line(
                        "DMZ", "production", PAGE, "Running", "12 / 254", "1,200 / 45,000", "10 min", "19 min"));
    }

    @Test
    void estimatesNothingIfThatIsNotKnownOrOver() {
        assertThat(polled("Running", "No Results", Duration.ZERO).at(START).remaining())
                .isEmpty();
        assertThat(polled("Running", "No Results", Duration.ofMinutes(1))
                        .at(START.plusSeconds(60))
                        .remaining())
                .isEmpty();
    }

    @Test
    void showsNoHostsBeforeAndAfterTheScan() {
        for (RunningScan scan : new RunningScan[] {
            polled("Queued", "No Results", Duration.ZERO), polled("Completed", "Importing", Duration.ZERO)
        }) {
            assertThat(scan.at(START).hosts()).isEmpty();
            assertThat(scan.at(START).checks()).isEmpty();
        }
        assertThat(polled("Completed", "Importing", Duration.ZERO).status()).isEqualTo("Completed, import: Importing");
    }

    @Test
    void showsNoCountsThatTheServerDoesNotSend() {
        RunningScan scan = RunningScan.of("DMZ", "production", Duration.ZERO)
                .polled(result("Running", "", new ScanProgress(-1, -1, -1, 3, 0)), START, PAGE);
        assertThat(scan.at(START).hosts()).isEmpty();
        assertThat(scan.at(START).checks()).isEmpty();
    }

    private static RunningScan polled(String status, String importStatus, Duration usual) {
        return RunningScan.of("DMZ", "production", usual).polled(result(status, importStatus, PROGRESS), START, PAGE);
    }

    private static ScanResult result(String status, String importStatus, ScanProgress progress) {
        ScanResult.Times times =
                new ScanResult.Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new ScanResult(
                "8",
                "DMZ",
                new ScanState(status, importStatus, true),
                progress,
                times,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                "");
    }
}
