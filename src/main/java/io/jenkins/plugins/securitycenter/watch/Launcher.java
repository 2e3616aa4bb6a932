package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.ScanMark;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The requests of a run: what it looks up, creates, launches, finds, stops and removes. None is repeated here; what a
 * failure means is decided by {@link RunTransitions}.
 *
 * @param <T> what is polled
 */
interface Launcher<T> {

    RunState.Kind kind();

    /** How long the run may take from the launch; zero for no limit. */
    Duration timeout();

    /** Whether the scan is stopped, or the report deleted, when the build is aborted or the time is up. */
    boolean stopOnAbort();

    /** The mark of the definition that is created for the run; null for none. */
    default ScanMark mark() {
        return null;
    }

    /** The name as it was ordered. */
    String name();

    RunWords words(Endpoint endpoint);

    /**
     * Looks up what is to be launched, and what is in the way; changes nothing on the server that the run needs.
     *
     * @throws ScanFailedException when it is certain that the server will refuse
     * @throws IllegalArgumentException with a sentence when there is no such object
     */
    RunEvent.Prepared prepare(SecurityCenter server, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /** Creates what is to be launched; returns its id. Sent once. */
    default String create(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        throw new IllegalStateException("A run of this kind creates nothing on the server.");
    }

    /** The id of what was created. */
    default Optional<String> findCreated(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return Optional.empty();
    }

    /** The highest id of a result; -1 when there is none. */
    long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException;

    /** Launches, sent once; returns the id of the result, or nothing where the server does not name it. */
    Optional<String> launch(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** The ids of the results that the launch can have brought. */
    List<String> newResults(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** Stops the scan, or deletes the report; returns a line for the log. */
    String stop(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** Removes what was created; returns a line for the log, or nothing when it was not there. */
    default Optional<String> remove(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return Optional.empty();
    }

    PollRegistry<T> polls(WatchServices services);

    Progress<T> progress(Endpoint endpoint, RunState state);

    /** The lines that the build log shows of the result; may cost small calls. */
    default void summarize(SecurityCenter server, T result, RunState state, Consumer<String> log)
            throws InterruptedException {}

    /** Whether taking the result over may take long. */
    default boolean transfers() {
        return false;
    }
}
