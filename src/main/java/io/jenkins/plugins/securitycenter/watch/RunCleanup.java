package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.util.ArrayList;
import java.util.List;

/** The part of the state machine that determines the cleanup steps of a run and follows them until its end. */
final class RunCleanup {

    private RunCleanup() {}

    /** Returns the state after an event during the cleanup. */
    static RunState next(RunState state, RunEvent event) {
        if (event instanceof RunEvent.CleanupOverdue) {
            return state.reported(true);
        }
        if (event instanceof RunEvent.Aborted) {
            return state.isReported() ? state : state.aborted();
        }
        if (event instanceof RunEvent.Created created) {
            return state.created(created.id());
        }
        if (event instanceof RunEvent.Launched launched) {
            return state.withResult(launched.resultId()).without(CleanupStep.FIND);
        }
        if (event instanceof RunEvent.ResponseLost lost) {
            return state.inDoubt(Phase.CLEANING_UP, true, lost.now());
        }
        if (event instanceof RunEvent.CleanupStepDone) {
            return state.without(state.cleanupSteps().get(0));
        }
        return abandonsStep(state, event) ? withoutCurrentStep(state) : state;
    }

    private static boolean abandonsStep(RunState state, RunEvent event) {
        if (event instanceof RunEvent.NotFound missing) {
            return !RunLimits.isWithin(RunLimits.appearance(state), state, missing.now());
        }
        if (event instanceof RunEvent.Unreachable away) {
            boolean blocksOthers = state.inDoubt() && state.type() != RunType.ON_DEMAND_SCAN;
            return !RunLimits.isWithin(blocksOthers ? RunLimits.SEARCH : RunLimits.CLEANUP, state, away.now());
        }
        return event instanceof RunEvent.Refused
                || event instanceof RunEvent.Ambiguous
                || event instanceof RunEvent.Failed;
    }

    /** Drops the current step. A result that was not found cannot be stopped. */
    private static RunState withoutCurrentStep(RunState state) {
        if (state.inDoubt()) {
            return state.without(CleanupStep.FIND, CleanupStep.STOP);
        }
        CleanupStep current = state.cleanupSteps().get(0);
        return (current == CleanupStep.REMOVE ? state.leavingOver() : state).without(current);
    }

    /** Returns the cleanup steps of a run that ends in its current phase. */
    static List<CleanupStep> steps(RunState state, boolean stop) {
        List<CleanupStep> steps = new ArrayList<>();
        if (state.inDoubt()) {
            steps.add(CleanupStep.FIND);
        }
        if (stop && (state.inDoubt() || state.phase() == Phase.WAITING)) {
            steps.add(CleanupStep.STOP);
        }
        steps.addAll(removalStep(state, false));
        return steps;
    }

    /**
     * Returns the removal of what the run created, or no step if nothing is to be removed.
     *
     * @param refused whether the server certainly refused the launch
     */
    static List<CleanupStep> removalStep(RunState state, boolean refused) {
        boolean launched = state.inDoubt() || state.phase() == Phase.WAITING;
        boolean removes =
                switch (state.type()) {
                    case SCAN, REPORT -> false;
                    case ON_DEMAND_SCAN -> state.phase() != Phase.NEW;
                    case IMPORT -> state.phase() != Phase.NEW && (refused || !launched);
                };
        return removes ? List.of(CleanupStep.REMOVE) : List.of();
    }

    /** Returns the cleanup steps that remain after a restart, which ends the session of an uploaded file. */
    static List<CleanupStep> stepsAfterRestart(RunState state) {
        List<CleanupStep> steps = new ArrayList<>(state.cleanupSteps());
        if (state.type() == RunType.IMPORT) {
            steps.remove(CleanupStep.REMOVE);
        }
        return steps;
    }
}
