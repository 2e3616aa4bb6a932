package io.jenkins.plugins.securitycenter.simulator;

import java.time.Duration;
import java.time.Instant;

/** The life of a run by the clock: its phases, pauses and its end, then its import. Not thread-safe by itself. */
final class Timeline {
    private static final double STOPPING_SECONDS = 2;
    private static final double SWITCHING_SECONDS = 1;
    private final Instant start;
    private final SimulatorOptions.Timing timing;
    private final Outcome outcome;
    private double pausedSeconds;
    private Instant pausedAt;
    private Instant resumedAt;
    private Instant stoppedAt;
    private boolean discarded;
    private Instant importAgainAt;

    Timeline(Instant start, SimulatorOptions.Timing timing, Outcome outcome) {
        this.start = start;
        this.timing = timing;
        this.outcome = outcome;
    }

    Instant start() {
        return start;
    }

    /** The word for {@code status}. */
    String status(Instant now) {
        if (stoppedAt != null) {
            return now.isBefore(after(stoppedAt, STOPPING_SECONDS)) ? "Stopping" : "Partial";
        }
        if (pausedAt != null) {
            return now.isBefore(after(pausedAt, SWITCHING_SECONDS)) ? "Pausing" : "Paused";
        }
        if (fraction(now) >= outcome.end()) {
            return outcome.finalStatus();
        }
        if (resumedAt != null && now.isBefore(after(resumedAt, SWITCHING_SECONDS))) {
            return "Resuming";
        }
        return phase((int) (fraction(now) * 100));
    }

    private static String phase(int percent) {
        if (percent < 3) {
            return "Queued";
        }
        if (percent < 6) {
            return "Preparing";
        }
        if (percent < 9) {
            return "Resolving Hostnames";
        }
        if (percent < 12) {
            return "Verifying Targets";
        }
        return percent < 15 ? "Initializing Scanners" : "Running";
    }

    /** The word for {@code importStatus}; the import is not even queued in the first moments after the scan. */
    String importStatus(Instant now) {
        if (!finished(now) || discarded || outcome == Outcome.ERROR) {
            return "No Results";
        }
        double seconds = seconds(importAgainAt == null ? finish() : importAgainAt, now);
        double part = timing.importSeconds() <= 0 ? 1 : seconds / timing.importSeconds();
        if (part >= 1) {
            return outcome.finalImportStatus();
        }
        if (part < 0.1) {
            return "No Results";
        }
        return part < 0.4 ? "Import Pending" : "Importing";
    }

    boolean finished(Instant now) {
        return switch (status(now)) {
            case "Completed", "Partial", "Error" -> true;
            default -> false;
        };
    }

    /** When the run ended or, without further pauses, will end. */
    Instant finish() {
        return stoppedAt != null
                ? after(stoppedAt, STOPPING_SECONDS)
                : after(start, pausedSeconds + timing.scanSeconds() * outcome.end());
    }

    /** When the import ended or will end. */
    Instant importFinish() {
        return after(importAgainAt == null ? finish() : importAgainAt, timing.importSeconds());
    }

    /** The part of the hosts that has been scanned, 0 to 1. */
    double scanned(Instant now) {
        double share = Math.min(1, Math.max(0, (fraction(now) - 0.15) / 0.85));
        return outcome == Outcome.PARTIAL ? share * 0.6 : share;
    }

    private double fraction(Instant now) {
        Instant until = stoppedAt != null ? stoppedAt : pausedAt != null ? pausedAt : now;
        double active = seconds(start, until) - pausedSeconds;
        return timing.scanSeconds() <= 0 ? 1 : Math.min(1, active / timing.scanSeconds());
    }

    void pause(Instant now) {
        if (finished(now) || stoppedAt != null || pausedAt != null) {
            throw notNow("pause");
        }
        pausedAt = now;
    }

    void resume(Instant now) {
        if (pausedAt == null || stoppedAt != null) {
            throw notNow("resume");
        }
        pausedSeconds += seconds(pausedAt, now);
        pausedAt = null;
        resumedAt = now;
    }

    /** Ends the run early; its results are imported unless they are to be discarded. */
    void stop(Instant now, boolean discard) {
        if (finished(now) || stoppedAt != null) {
            throw notNow("stop");
        }
        stoppedAt = now;
        discarded = discard;
    }

    void importAgain(Instant now) {
        if (!finished(now) || outcome == Outcome.ERROR) {
            throw notNow("import");
        }
        discarded = false;
        importAgainAt = now;
    }

    private static Refusal notNow(String verb) {
        return Refusal.of(148, "Scan Result " + verb + " failed.\nThe scan is not in a state that allows it.\n");
    }

    private static Instant after(Instant instant, double seconds) {
        return instant.plusNanos((long) (seconds * 1e9));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
