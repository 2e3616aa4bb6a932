package io.jenkins.plugins.securitycenter.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.result.view.RunningScan;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningScansTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T12:00:00Z"));
    private final RunningScans scans = new RunningScans(clock);

    @Test
    void knowsTheScansOfABuild() {
        scans.put("job#1", "a", scan("DMZ"));
        scans.put("job#1", "b", scan("Office"));
        scans.put("job#2", "c", scan("Other"));
        scans.put("job#1", "a", scan("DMZ again"));

        assertThat(scans.of("job#1")).extracting(RunningScan::name).containsExactly("DMZ again", "Office");
        assertThat(scans.of("job#3")).isEmpty();
        assertThat(scans.known("job#3")).isFalse();
    }

    /** A page that was opened before the end of the last scan asks once more. */
    @Test
    void remembersABuildWithoutScansForAnHour() {
        scans.put("job#1", "a", scan("DMZ"));
        scans.remove("job#1", "a");
        scans.remove("job#9", "a");
        assertThat(scans.of("job#1")).isEmpty();
        assertThat(scans.known("job#1")).isTrue();
        assertThat(scans.known("job#9")).isFalse();

        clock.advance(Duration.ofMinutes(61));
        scans.put("job#2", "b", scan("Office"));
        assertThat(scans.known("job#1")).isFalse();
        assertThat(scans.known("job#2")).isTrue();
    }

    private static RunningScan scan(String name) {
        return RunningScan.of(name, "production", Duration.ZERO);
    }
}
