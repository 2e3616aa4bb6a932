package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.text.EnumWords;

/** The state of a scan that ends the wait. */
public enum WaitFor {
    /** The server has accepted the launch. */
    LAUNCHED,
    /** The scan has left the queue and its preparation. */
    RUNNING,
    /** The scan has ended; its findings may not be imported yet. */
    COMPLETED,
    /** The scan has ended and its findings are in the repository. */
    IMPORTED;

    /** Returns the value that users enter, for example {@code imported}. */
    public String word() {
        return EnumWords.of(this);
    }

    /**
     * Parses the value that a user entered, ignoring case.
     *
     * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
     */
    public static WaitFor parse(String word) {
        return EnumWords.parse(WaitFor.class, "waitFor", word);
    }

    boolean reachedBy(ScanState state) {
        return switch (this) {
            case LAUNCHED -> true;
            case RUNNING -> state.scanStarted();
            case COMPLETED -> state.scanEnded();
            case IMPORTED -> state.scanEnded() && state.importEnded();
        };
    }
}
