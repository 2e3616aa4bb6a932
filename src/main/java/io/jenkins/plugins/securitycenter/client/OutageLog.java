package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The lines of the build log about an outage of the server: one when it begins, one when it ends. Thread-safe. */
public final class OutageLog {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private Instant last = Instant.EPOCH;
    private boolean failing;

    /** The line when a call failed, if one is due: a server that comes and goes does not fill the log. */
    public synchronized Optional<String> failed(String sentence, Instant now) {
        if (failing || now.isBefore(last.plus(QUIET))) {
            return Optional.empty();
        }
        failing = true;
        last = now;
        return Optional.of(sentence);
    }

    /** The line when a call succeeded, if a failure was logged. */
    public synchronized Optional<String> restored() {
        boolean logged = failing;
        failing = false;
        return logged ? Optional.of("The server is responding again.") : Optional.empty();
    }
}
