package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a run does outside of Jenkins, and what came of it. The decisions are those of {@link RunTransitions}.
 *
 * @param <T> what is polled
 */
interface RunActions<T> extends AutoCloseable {

    /** Takes notice of what happens while the result is polled. Never blocks. */
    interface PollListener<T> {

        void log(String line);

        /** The result has come as far as was asked for. */
        void reached(T result);

        void happened(RunEvent event);
    }

    /**
     * Does an action other than {@link RunAction#POLL}; {@link RunAction#TAKE_TURN} when it is the turn of the run.
     * Blocks.
     *
     * @param log takes lines for the build log
     */
    RunEvent perform(RunAction action, RunState state, PollListener<T> log) throws InterruptedException;

    /** Takes the result over. Blocks; returns nothing when it has to be tried again a little later. */
    Optional<RunEvent> receive(T result, RunState state, PollListener<T> log, RunListener<T> listener)
            throws InterruptedException;

    /** Begins to poll. Does not block. */
    void startPolling(RunState state, PollListener<T> listener);

    /** Ends the polls, if they have begun. Does not block. */
    void stopPolling();

    /** The threads on which {@link #perform} is called. */
    Executor calls();

    /** The threads on which {@link #receive} is called. */
    Executor transfers();

    /** How long the run may take from the launch; zero for no limit. */
    Duration timeout();

    /** The problem of a run whose time is up. */
    Exception late(RunState state);

    /** The line of the build log about a change of state, if there is one. */
    Optional<String> describe(RunState before, RunEvent event, RunState after);

    /** Where the run stands, for people. */
    String status(RunState state);

    /** The runs on the same server. */
    ServerRuns runs();

    /** Ends the connection. Does not block. */
    @Override
    void close();
}
