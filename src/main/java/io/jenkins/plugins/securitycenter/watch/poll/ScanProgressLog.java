package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.model.ScanProgress;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Formats the build log lines about a running scan: every change of state, and the progress once a minute. */
final class ScanProgressLog {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Instant start;
    private String lastStage = "";
    private String lastLine = "";
    private Instant lastTime = Instant.EPOCH;

    /** @param start when the scan was launched */
    ScanProgressLog(Instant start) {
        this.start = start;
    }

    /** Returns the line for a polled result; empty if none is due. */
    Optional<String> line(ScanResult result, Instant now) {
        String stage = stage(result.state());
        String line = describe(result);
        boolean newStage = !stage.equals(lastStage);
        if (line.equals(lastLine) || !newStage && now.isBefore(lastTime.plus(QUIET))) {
            return Optional.empty();
        }
        lastStage = stage;
        lastLine = line;
        lastTime = now;
        return Optional.of(line + " (" + DurationFormat.text(Duration.between(start, now)) + ")");
    }

    /** Returns the state and progress in short form, for example "Running, 45 %, 12 of 254 hosts". */
    String describe(ScanResult result) {
        return stage(result.state()) + details(result);
    }

    static String stage(ScanState state) {
        return state.scanEnded() && !state.failed()
                ? state.status() + ", import: " + (state.importStatus().isEmpty() ? "none" : state.importStatus())
                : state.status();
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
