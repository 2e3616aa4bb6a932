package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.DurationFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Formats the build log lines about the reading of findings: one per minute. */
final class ReadProgressLog {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Instant start;
    private Instant lastTime;

    ReadProgressLog(Instant start) {
        this.start = start;
        this.lastTime = start;
    }

    /**
     * Returns the line for a page of findings; empty if none is due.
     *
     * @param total number of findings to read; empty if the server does not report it
     */
    Optional<String> line(long read, OptionalLong total, Instant now) {
        if (now.isBefore(lastTime.plus(QUIET))) {
            return Optional.empty();
        }
        lastTime = now;
        return Optional.of("Read " + Digits.grouped(read)
                + (total.isPresent() ? " of " + Digits.grouped(total.getAsLong()) : "") + " findings ("
                + DurationFormat.text(Duration.between(start, now)) + ")");
    }
}
