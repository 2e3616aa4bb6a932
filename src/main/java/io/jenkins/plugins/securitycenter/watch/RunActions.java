package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Performs the actions of a run outside Jenkins and returns their results as events. {@link RunTransitions} makes the
 * decisions.
 *
 * @param <T> type of the polled result
 */
interface RunActions<T> extends AutoCloseable {

    /** Receives the events of polling. Must not block. */
    interface PollListener<T> {

        void log(String line);

        /** Called with each polled result. */
        void polled(T result);

        /** Called when the result has reached the goal of the run. */
        void goalReached(T result);

        void event(RunEvent event);
    }

    /**
     * Performs an action other than {@link RunAction#POLL}. {@link RunAction#TAKE_TURN} is performed when it is the
     * turn of the run. Blocks.
     *
     * @param log receives lines for the build log
     */
    RunEvent perform(RunAction action, RunState state, PollListener<T> log) throws InterruptedException;

    /** Receives the result. Blocks. Returns an empty optional if it must be retried later. */
    Optional<RunEvent> receive(T result, RunState state, PollListener<T> log, RunListener<T> listener)
            throws InterruptedException;

    /** Starts polling. Does not block. */
    void startPolling(RunState state, PollListener<T> listener);

    /** Stops polling if it was started. Does not block. */
    void stopPolling();

    /** Returns the executor on which {@link #perform} is called. */
    Executor calls();

    /** Returns the executor on which {@link #receive} is called. */
    Executor transfers();

    /** Returns the maximum duration, counted from the launch; zero for no limit. */
    Duration timeout();

    /** Returns the failure of a run whose timeout has expired. */
    Exception timeoutFailure(RunState state);

    /** Returns the build log line about a change of state; empty if there is none. */
    Optional<String> logLine(RunState before, RunEvent event, RunState after);

    /** Returns the status of the run for users. */
    String status(RunState state);

    /** Returns the runs on the same server. */
    ServerRuns runs();

    /** Closes the connection. Does not block. */
    @Override
    void close();
}
