package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one kind of run: looks up, creates, launches, finds, stops and removes what the run needs.
 * Implementations never retry; {@link RunTransitions} decides what a failure means.
 *
 * @param <T> type of the polled result
 */
interface Launcher<T> {

    RunType type();

    /** Returns the maximum duration, counted from the launch; zero for no limit. */
    Duration timeout();

    /** Returns whether to stop the scan, or delete the report, if the build is aborted or the timeout expires. */
    boolean stopOnAbort();

    /** Returns the mark of the definition that is created for the run; null if none is created. */
    default @Nullable ScanOwnerTag ownerTag() {
        return null;
    }

    /** Returns the name as the build specified it. */
    String name();

    RunMessages messages(Endpoint endpoint);

    /**
     * Looks up the object to launch and checks for obstacles. Does not create or change anything that the run needs.
     *
     * @param account hash of the account of the connection
     * @throws ScanFailedException if the server will certainly refuse the launch
     * @throws IllegalArgumentException if there is no such object; the message is shown to users
     */
    RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException;

    /** Creates the object to launch and returns its id. Called once. */
    default String create(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        throw new IllegalStateException("A run of this kind creates nothing on the server.");
    }

    /** Returns the id of the object that an earlier creation request created; empty if there is none. */
    default Optional<String> findCreated(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return Optional.empty();
    }

    /** Returns the highest id of a result; -1 if there is none. */
    long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException;

    /** Launches the object and returns the id of the result; empty if the server does not return it. Called once. */
    Optional<String> launch(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** Returns the ids of the results that the launch may have created. */
    List<String> newResults(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** Stops the scan, or deletes the report, and returns a line for the build log. */
    String stop(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException;

    /** Removes the created object and returns a line for the build log; empty if it did not exist. */
    default Optional<String> remove(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return Optional.empty();
    }

    PollRegistry<T> polls(WatchServices services);

    Tracker<T> progress(Endpoint endpoint, RunState state);

    /** Returns whether polls of a single result request all that can be requested of it. */
    default boolean detailedPolls() {
        return false;
    }

    /** Logs the summary of the result. May send a few short requests. */
    default void summarize(SecurityCenter server, T result, RunState state, Consumer<String> log)
            throws InterruptedException {}

    /** Returns whether receiving the result may take long. */
    default boolean transfers() {
        return false;
    }
}
