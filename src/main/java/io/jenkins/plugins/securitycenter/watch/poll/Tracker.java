package io.jenkins.plugins.securitycenter.watch.poll;

import java.time.Instant;
import java.util.List;

/**
 * Tracks the progress of a result from poll to poll. Sends no requests.
 *
 * @param <T> type of the polled result
 */
public interface Tracker<T> {

    /**
     * Evaluates a polled result.
     *
     * @return whether the run has reached its goal
     * @throws ScanFailedException if the run can no longer reach its goal
     */
    boolean reached(T news, Instant now) throws ScanFailedException;

    /** Returns the build log lines for a polled result. */
    List<String> lines(T news, Instant now);

    /** Returns a short description of the progress for users. */
    String describe(T news);
}
