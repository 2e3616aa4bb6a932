package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Receives the events of a run for its build. Exactly one of {@link #finished}, {@link #failed} and {@link #aborted} is
 * called, once; and once again after a restart, because the build may not have stored it.
 *
 * @param <T> type of the result: a scan result or a report
 */
public interface RunListener<T> {

    /**
     * Called when the state changed. The run performs nothing that depends on the state until the returned stage
     * completes.
     */
    CompletionStage<Void> saved(RunState state);

    /** Writes a line to the build log. */
    void log(String line);

    /**
     * Called with each polled result until the goal is reached. Must return quickly and must not block.
     *
     * @param launched when the launch was sent
     */
    default void polled(T result, Instant launched) {}

    /**
     * Receives the result while the connection is open. Called again if Jenkins stops meanwhile.
     *
     * @param server closed when this method returns
     * @param log receives lines for the build log, after those that the run has logged so far
     * @throws RetryLaterException if it must be retried later
     */
    default void receive(SecurityCenter server, T result, Consumer<String> log)
            throws IOException, InterruptedException {}

    /** Called when the run has reached its goal. */
    void finished(T result);

    /**
     * Called when the run can no longer reach its goal.
     *
     * @param problem its message is one sentence, unless the cause is a bug in this plugin
     */
    void failed(Exception problem);

    /** Called when the run was aborted, possibly before a restart. */
    void aborted();
}
