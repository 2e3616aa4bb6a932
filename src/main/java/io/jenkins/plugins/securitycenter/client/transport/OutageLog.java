package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Provides the build log lines about an outage of the server: one when it starts and one when it ends. Thread-safe. */
public final class OutageLog {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private Instant last = Instant.EPOCH;
    private boolean failing;

    /** Returns the line for a failed request, if one is due. A server with many short outages does not fill the log. */
    public synchronized Optional<String> failed(String sentence, Instant now) {
        if (failing || now.isBefore(last.plus(QUIET))) {
            return Optional.empty();
        }
        failing = true;
        last = now;
        return Optional.of(sentence);
    }

    /** Returns the line for a successful request, if a failure was logged. */
    public synchronized Optional<String> restored() {
        boolean logged = failing;
        failing = false;
        return logged ? Optional.of("The server is responding again.") : Optional.empty();
    }
}
