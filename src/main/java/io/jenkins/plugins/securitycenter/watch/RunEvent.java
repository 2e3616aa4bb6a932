package io.jenkins.plugins.securitycenter.watch;

import java.time.Instant;

/** What happens to a run. */
sealed interface RunEvent {

    /** The run begins. */
    record Started() implements RunEvent {}

    /** The run goes on after a restart, and its build waits for it again. */
    record Restarted(Instant now) implements RunEvent {}

    /** Nobody waits for the run any more, since its build has ended or is gone. */
    record Orphaned(Instant now) implements RunEvent {}

    /** What is to be launched was looked up. */
    record Prepared(String id, String name, Instant now) implements RunEvent {}

    /** What is launched was created, or was found to be created. */
    record Created(String id) implements RunEvent {}

    /** It is the run's turn to launch. */
    record Ready(long newestResult, Instant now) implements RunEvent {}

    /** The result is known: the server named it, or it was found. */
    record Launched(String resultId) implements RunEvent {}

    /** The response to a creation or a launch is lost. */
    record Lost(Exception problem, Instant now) implements RunEvent {}

    /** The server certainly did not carry out what was sent, and will not. */
    record Refused(Exception problem, Instant now) implements RunEvent {}

    /** What was searched is not there. */
    record NotFound(Exception problem, Instant now) implements RunEvent {}

    /** Several results could be the one that was searched. */
    record Ambiguous(Exception problem, Instant now) implements RunEvent {}

    /** The server cannot be asked for now. */
    record Unreachable(Exception problem, Instant now) implements RunEvent {}

    /** The result has come as far as was asked for, and was taken over. */
    record Finished(Instant now) implements RunEvent {}

    /**
     * The run cannot succeed any more.
     *
     * @param running whether the server may still work for it
     */
    record Failed(Exception problem, boolean running, Instant now) implements RunEvent {}

    /** The time limit of the build has passed. */
    record TimedOut(Exception problem, Instant now) implements RunEvent {}

    /** The build does not want the result any more. */
    record Aborted(Instant now) implements RunEvent {}

    /** The present duty was done. */
    record CleanedUp() implements RunEvent {}

    /** The build has waited long enough for the clean-up, which goes on. */
    record Overdue() implements RunEvent {}

    /** Why, for the build; null for an event that is no problem. */
    default Exception problem() {
        return null;
    }
}
