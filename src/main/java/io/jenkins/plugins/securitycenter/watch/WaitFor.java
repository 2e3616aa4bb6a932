package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.model.ScanState;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a scan must have come before the wait ends. */
public enum WaitFor {
    /** The server has accepted the launch. */
    LAUNCHED,
    /** The scan has left its queue and its preparation. */
    RUNNING,
    /** The scan has ended; its findings may not be there yet. */
    COMPLETED,
    /** The scan has ended and its findings are in the repository. */
    IMPORTED;

    /** The word that users write, for example {@code imported}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word of a user, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static WaitFor parse(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equalsIgnoreCase(word.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("waitFor \"" + word + "\" is unknown; allowed are "
                        + Arrays.stream(values()).map(WaitFor::word).collect(Collectors.joining(", ")) + "."));
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
