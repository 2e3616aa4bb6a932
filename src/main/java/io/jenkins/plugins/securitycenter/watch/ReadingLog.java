package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the lines that a build log shows while findings are read: one a minute. */
public final class ReadingLog {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Instant start;
    private Instant lastTime;

    public ReadingLog(Instant start) {
        this.start = start;
        this.lastTime = start;
    }

    /**
     * The line to print after a page, if one is due.
     *
     * @param total the number of findings to read, if the server tells it
     */
    public Optional<String> line(long read, OptionalLong total, Instant now) {
        if (now.isBefore(lastTime.plus(QUIET))) {
            return Optional.empty();
        }
        lastTime = now;
        return Optional.of("Read " + read + (total.isPresent() ? " of " + total.getAsLong() : "") + " findings ("
                + Elapsed.text(Duration.between(start, now)) + ")");
    }
}
