package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanProgressLogTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ScanProgressLog log = new ScanProgressLog(START);

    @Test
    void showsPercentAndHostsWhileTheScanRuns() {
        assertThat(log.line(ScanTrackerTest.result("Running", "No Results", ""), START.plusSeconds(5)))
                .hasValue("Running, 25 %, 12 of 48 hosts (5 s)");
    }

    @Test
    void saysNothingTwice() {
        log.line(ScanTrackerTest.result("Queued", "No Results", ""), START);
        assertThat(log.line(ScanTrackerTest.result("Queued", "No Results", ""), START.plusSeconds(600)))
                .isEmpty();
    }

    @Test
    void saysAtOnceThatTheStateChanged() {
        log.line(ScanTrackerTest.result("Running", "No Results", ""), START);
        assertThat(log.line(ScanTrackerTest.result("Completed", "Importing", ""), START.plusSeconds(3700)))
                .hasValue("Completed, import: Importing (1 h 1 min)");
    }

    @Test
    void showsProgressOnceAMinute() {
        log.line(ScanTrackerTest.result("Running", "No Results", ""), START);
        var further = ScanTrackerTest.result("Running", "No Results", "", 24);
        assertThat(log.line(further, START.plusSeconds(59))).isEmpty();
        assertThat(log.line(further, START.plusSeconds(60))).hasValue("Running, 50 %, 24 of 48 hosts (1 min)");
    }
}
