package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Formats the build log lines about a running scan: changes of state, and the progress at intervals that grow from one
 * minute to half an hour. A scan of eight hours takes less than 40 lines, however often its state changes.
 */
final class ScanProgressLog {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final double GROWTH = 1.5;
    /** The number of changes of state that are logged immediately. */
    private static final int MOST_CHANGES = 12;

    private final Instant start;
    private Duration pause = FIRST_PAUSE;
    private int changes;
    private String lastStage = "";
    private String lastLine = "";
    private Instant lastTime = Instant.EPOCH;

    /** @param start when the scan was launched */
    ScanProgressLog(Instant start) {
        this.start = start;
    }

    /** Returns the line for a polled result; empty if none is due. */
    Optional<String> line(ScanResult result, Instant now) {
        String stage = result.state().text();
        String line = describe(result);
        boolean changed = !stage.equals(lastStage) && changes < MOST_CHANGES;
        boolean due = !now.isBefore(lastTime.plus(pause));
        if (line.equals(lastLine) || !changed && !due) {
            return Optional.empty();
        }
        if (changed) {
            changes++;
        } else {
            pause = longer(pause);
        }
        lastStage = stage;
        lastLine = line;
        lastTime = now;
        return Optional.of(line + " (" + DurationFormat.text(Duration.between(start, now)) + ")");
    }

    private static Duration longer(Duration pause) {
        Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** Returns the state and progress in short form, for example "Running, 45 %, 12 of 254 hosts". */
    String describe(ScanResult result) {
        return result.state().text() + details(result);
    }

    private static String details(ScanResult result) {
        ScanProgress progress = result.progress();
        if (result.state().waiting() || result.state().scanEnded()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        progress.percent()
                .ifPresent(percent -> text.append(", ").append(percent).append(" %"));
        if (progress.totalIPs() > 0 && progress.completedIPs() >= 0) {
            text.append(", ")
                    .append(progress.completedIPs())
                    .append(" of ")
                    .append(progress.totalIPs())
                    .append(" hosts");
        }
        return text.toString();
    }
}
