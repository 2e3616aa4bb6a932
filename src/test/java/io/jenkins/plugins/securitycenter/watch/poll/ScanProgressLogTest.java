package io.jenkins.plugins.securitycenter.watch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void pausesGrow() {
        List<Integer> minutes = new ArrayList<>();
        for (int i = 0; i <= 180; i++) {
            if (log.line(progress(i), START.plusSeconds(60L * i)).isPresent()) {
                minutes.add(i);
            }
        }
        assertThat(minutes).containsExactly(0, 1, 3, 6, 10, 16, 24, 36, 54, 80, 110, 140, 170);
    }

    @Test
    void logsLessThan40LinesInEightHours() {
        assertThat(lines(Duration.ofHours(8), List.of("Running"))).isLessThan(26);
        assertThat(lines(Duration.ofHours(8), List.of("Running", "Paused", "Resuming")))
                .isBetween(20L, 36L);
    }

    /** Returns the number of lines if the state changes with each poll, every ten seconds. */
    private long lines(Duration duration, List<String> states) {
        ScanProgressLog started = new ScanProgressLog(START);
        return IntStream.range(0, (int) duration.toSeconds() / 10)
                .filter(i -> started.line(
                                ScanTrackerTest.result(states.get(i % states.size()), "No Results", "", i % 48),
                                START.plusSeconds(10L * i))
                        .isPresent())
                .count();
    }

    private static ScanResult progress(int minute) {
        return ScanTrackerTest.result("Running", "No Results", "", minute % 48);
    }
}
