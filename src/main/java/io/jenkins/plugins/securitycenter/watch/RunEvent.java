package io.jenkins.plugins.securitycenter.watch;

import java.time.Instant;

/** An event of a run. {@link RunTransitions} defines the state that follows. */
sealed interface RunEvent {

    /** The run starts. */
    record Started() implements RunEvent {}

    /** The run continues after a restart, and its build waits for it again. */
    record Restarted(Instant now) implements RunEvent {}

    /** No build waits for the run any more, because the build has ended or was deleted. */
    record Orphaned(Instant now) implements RunEvent {}

    /**
     * The object to launch was looked up.
     *
     * @param account hash of the account that looked it up
     */
    record Prepared(String id, String name, String account, Instant now) implements RunEvent {}

    /** The object to launch was created, or was found to exist already. */
    record Created(String id) implements RunEvent {}

    /** It is the turn of the run to launch. */
    record TurnGranted(long newestResult, Instant now) implements RunEvent {}

    /** The result is known: the server returned its id, or it was found. */
    record Launched(String resultId) implements RunEvent {}

    /** The response to a creation or launch request was lost. */
    record ResponseLost(Exception problem, Instant now) implements Problem {}

    /** The server refused the request and will certainly not process it. */
    record Refused(Exception problem, Instant now) implements Problem {}

    /** The search found nothing. */
    record NotFound(Exception problem, Instant now) implements Problem {}

    /** The search found several results that could belong to the run. */
    record Ambiguous(Exception problem, Instant now) implements Problem {}

    /** The server is currently unreachable. */
    record Unreachable(Exception problem, Instant now) implements Problem {}

    /** The result reached the goal of the run and was received. */
    record Finished(Instant now) implements RunEvent {}

    /**
     * The run cannot succeed any more.
     *
     * @param running whether the server may still be working on it
     */
    record Failed(Exception problem, boolean running, Instant now) implements Problem {}

    /** The timeout of the build has expired. */
    record TimedOut(Exception problem, Instant now) implements Problem {}

    /** The build was aborted and does not need the result any more. */
    record Aborted(Instant now) implements RunEvent {}

    /** The current cleanup step is done. */
    record CleanupStepDone() implements RunEvent {}

    /** The build has waited long enough for the cleanup, which continues. */
    record CleanupOverdue() implements RunEvent {}

    /** An event that can make a run fail. */
    sealed interface Problem extends RunEvent {

        /** Returns the reason to report to the build. */
        Exception problem();
    }
}
