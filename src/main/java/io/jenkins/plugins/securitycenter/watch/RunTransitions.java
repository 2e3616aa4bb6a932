package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state machine of a run: determines the next state from a state and an event. Has no side effects: {@link
 * RunAction} derives the action from a state, and {@link WatchedRun} performs it once the state is stored. The
 * transition table is in docs/architecture.md.
 */
final class RunTransitions {

    private RunTransitions() {}

    /** Returns the state after the event; the same state if the event has no effect. */
    static RunState next(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Restarted restarted) {
            return restarted(state.reported(false), restarted.now());
        }
        if (event instanceof RunEvent.Orphaned orphaned) {
            return orphaned(state.reported(true), orphaned.now());
        }
        return switch (state.phase()) {
            case NEW -> inNew(state, event);
            case CREATING, CREATION_IN_DOUBT -> inCreating(state, event);
            case QUEUED ->
                event instanceof RunEvent.TurnGranted ready
                        ? state.launching(ready.newestResult(), ready.now())
                        : onEnd(state, event);
            case LAUNCHING, LAUNCH_IN_DOUBT -> inLaunching(state, event);
            case WAITING -> onEnd(state, event);
            case CLEANING_UP -> RunCleanup.next(state, event);
            case ENDED -> state;
        };
    }

    /**
     * Returns whether the result of an action applies to the current state, which may have changed in the meantime. It
     * always applies if something was created or launched, or if a sent request was refused or its response lost.
     */
    static boolean applies(RunState present, RunAction action, RunEvent event) {
        return action == RunAction.of(present)
                || event instanceof RunEvent.Created
                || event instanceof RunEvent.Launched
                || action.sends() && (event instanceof RunEvent.Refused || event instanceof RunEvent.ResponseLost);
    }

    /** Returns whether the event allows the action to be retried after a pause. */
    static boolean isRetried(RunEvent event) {
        return event instanceof RunEvent.ResponseLost
                || event instanceof RunEvent.NotFound
                || event instanceof RunEvent.Unreachable;
    }

    /**
     * Returns the state after a restart: requests that were being sent are unconfirmed, and uploaded files no longer
     * exist because their session has ended. What is not launched yet is looked up again, because the server may have
     * been replaced, and the new one may have an object with the same id.
     */
    private static RunState restarted(RunState state, Instant now) {
        return switch (state.phase()) {
            case NEW, WAITING -> state;
            case CREATING, CREATION_IN_DOUBT, QUEUED ->
                state.type() == RunType.ON_DEMAND_SCAN
                        ? state.inDoubt(Phase.CREATION_IN_DOUBT, false, now)
                        : state.in(Phase.NEW);
            case LAUNCHING, LAUNCH_IN_DOUBT -> state.inDoubt(Phase.LAUNCH_IN_DOUBT, false, now);
            // received again, because the build may not have stored the result
            case CLEANING_UP, ENDED ->
                state.conclusion() == Conclusion.FINISHED
                        ? state.in(Phase.WAITING)
                        : state.concluded(
                                state.conclusion(), state.problem(), RunCleanup.stepsAfterRestart(state), now);
        };
    }

    private static RunState orphaned(RunState state, Instant now) {
        return switch (state.phase()) {
            case ENDED -> state;
            case CLEANING_UP ->
                state.concluded(state.conclusion(), state.problem(), RunCleanup.stepsAfterRestart(state), now);
            default -> conclude(restarted(state, now), Conclusion.ABORTED, "", now);
        };
    }

    private static RunState inNew(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Prepared prepared) {
            RunState known = state.withAccount(prepared.account());
            return known.type().createsObject()
                    ? known.creating(prepared.id(), prepared.name(), prepared.now())
                    : known.named(prepared.id(), prepared.name()).in(Phase.QUEUED);
        }
        return onEnd(state, event);
    }

    private static RunState inCreating(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Created created) {
            return state.created(created.id()).in(Phase.QUEUED);
        }
        if (event instanceof RunEvent.ResponseLost lost && state.type() == RunType.ON_DEMAND_SCAN) {
            return state.inDoubt(Phase.CREATION_IN_DOUBT, true, lost.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            // its policy may have been created, and not deleted
            return state.leavingOver()
                    .concluded(Conclusion.FAILED, message(refused.problem()), List.of(), refused.now());
        }
        if (event instanceof RunEvent.NotFound && !state.responseLost()) {
            return state.in(Phase.CREATING);
        }
        return staysInDoubt(state, event, RunLimits.APPEARANCE) ? state : onEnd(state, event);
    }

    private static RunState inLaunching(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Launched launched) {
            return state.waitingFor(launched.resultId());
        }
        if (event instanceof RunEvent.ResponseLost lost) {
            return state.inDoubt(Phase.LAUNCH_IN_DOUBT, true, lost.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            return state.concluded(
                    Conclusion.FAILED, message(refused.problem()), RunCleanup.removalStep(state, true), refused.now());
        }
        if (staysInDoubt(state, event, RunLimits.appearance(state))) {
            return state;
        }
        if (event instanceof RunEvent.NotFound missing) {
            return state.concluded(
                    Conclusion.FAILED, message(missing.problem()), RunCleanup.removalStep(state, false), missing.now());
        }
        if (event instanceof RunEvent.Ambiguous several) {
            return state.concluded(
                    Conclusion.FAILED, message(several.problem()), RunCleanup.removalStep(state, false), several.now());
        }
        return onEnd(state, event);
    }

    private static boolean staysInDoubt(RunState state, RunEvent event, Duration appearance) {
        return event instanceof RunEvent.NotFound missing && RunLimits.isWithin(appearance, state, missing.now())
                || event instanceof RunEvent.Unreachable away
                        && RunLimits.isWithin(RunLimits.SEARCH, state, away.now());
    }

    /** Handles the events that end a run in any phase before its cleanup. */
    private static RunState onEnd(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Aborted aborted) {
            return conclude(state, Conclusion.ABORTED, "", aborted.now());
        }
        if (event instanceof RunEvent.TimedOut late) {
            return conclude(state, Conclusion.FAILED, message(late.problem()), late.now());
        }
        if (event instanceof RunEvent.Finished finished) {
            return state.concluded(Conclusion.FINISHED, "", RunCleanup.removalStep(state, false), finished.now());
        }
        if (event instanceof RunEvent.Failed failed) {
            boolean stop = failed.running() && state.type() == RunType.ON_DEMAND_SCAN;
            return state.concluded(
                    Conclusion.FAILED, message(failed.problem()), RunCleanup.steps(state, stop), failed.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            return state.concluded(
                    Conclusion.FAILED, message(refused.problem()), RunCleanup.removalStep(state, false), refused.now());
        }
        if (event instanceof RunEvent.ResponseLost lost) {
            return conclude(state, Conclusion.FAILED, message(lost.problem()), lost.now());
        }
        if (event instanceof RunEvent.NotFound missing) {
            return conclude(state, Conclusion.FAILED, message(missing.problem()), missing.now());
        }
        if (event instanceof RunEvent.Unreachable away) {
            return conclude(state, Conclusion.FAILED, message(away.problem()), away.now());
        }
        return state;
    }

    private static RunState conclude(RunState state, Conclusion conclusion, String problem, Instant now) {
        return state.concluded(conclusion, problem, RunCleanup.steps(state, state.stopOnAbort()), now);
    }

    private static String message(Exception problem) {
        return MessageText.of(problem);
    }
}
