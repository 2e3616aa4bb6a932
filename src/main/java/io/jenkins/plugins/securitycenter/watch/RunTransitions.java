package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.watch.RunState.Duty;
import io.jenkins.plugins.securitycenter.watch.RunState.Kind;
import io.jenkins.plugins.securitycenter.watch.RunState.Outcome;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The state machine of a run: determines the next state from a state and an event. Has no side effects: {@link
 * RunAction} derives the action from a state, and {@link WatchedRun} performs it once the state is stored. The
 * transition table is in docs/architecture.md.
 */
final class RunTransitions {

    /** Maximum time for the result of a launch, or a new definition, to appear. */
    static final Duration APPEARANCE = Duration.ofSeconds(10);

    /** Maximum time for the scan result of an import to appear, because a busy server queues imports first. */
    static final Duration IMPORT_APPEARANCE = Duration.ofMinutes(1);

    /**
     * Maximum time to search for an unconfirmed result while the server is unreachable. Other launches of the same
     * object wait meanwhile.
     */
    static final Duration DOUBT = Duration.ofMinutes(10);

    /** Maximum time for which a cleanup is retried. */
    static final Duration CLEANUP = Duration.ofDays(1);

    private RunTransitions() {}

    /** Returns the state after the event; the same state if the event has no effect. */
    static RunState next(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Restarted restarted) {
            return restarted(state.told(false), restarted.now());
        }
        if (event instanceof RunEvent.Orphaned orphaned) {
            return orphaned(state.told(true), orphaned.now());
        }
        return switch (state.phase()) {
            case NEW -> whenNew(state, event);
            case CREATING, CREATION_IN_DOUBT -> whenCreating(state, event);
            case QUEUED ->
                event instanceof RunEvent.Ready ready
                        ? state.launching(ready.newestResult(), ready.now())
                        : otherwise(state, event);
            case LAUNCHING, LAUNCH_IN_DOUBT -> whenLaunching(state, event);
            case WAITING -> otherwise(state, event);
            case CLEANING_UP -> whenCleaningUp(state, event);
            case ENDED -> state;
        };
    }

    /**
     * Returns whether the outcome of an action applies to the current state, which may have changed in the meantime. It
     * always applies if something was created or launched, or if a sent request was refused or its response lost.
     */
    static boolean counts(RunState present, RunAction action, RunEvent event) {
        return action == RunAction.of(present)
                || event instanceof RunEvent.Created
                || event instanceof RunEvent.Launched
                || action.sends() && (event instanceof RunEvent.Refused || event instanceof RunEvent.Lost);
    }

    /** Returns whether the event allows the action to be retried after a pause. */
    static boolean repeats(RunEvent event) {
        return event instanceof RunEvent.Lost
                || event instanceof RunEvent.NotFound
                || event instanceof RunEvent.Unreachable;
    }

    /** Returns the pause before an action is retried: as long as the current phase has lasted, within limits. */
    static Duration pause(RunState state, Instant now) {
        Duration lasted = Duration.between(state.since(), now);
        Duration longest = state.phase() == Phase.CLEANING_UP ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
        Duration shortest = Duration.ofSeconds(1);
        return lasted.compareTo(shortest) < 0 ? shortest : lasted.compareTo(longest) > 0 ? longest : lasted;
    }

    /**
     * Returns the state after a restart: requests that were being sent are unconfirmed, and uploaded files no longer
     * exist because their session has ended.
     */
    private static RunState restarted(RunState state, Instant now) {
        boolean imports = state.kind() == Kind.IMPORT;
        return switch (state.phase()) {
            case NEW, WAITING -> state;
            case CREATING, CREATION_IN_DOUBT ->
                imports ? state.in(Phase.NEW) : state.inDoubt(Phase.CREATION_IN_DOUBT, false, now);
            case QUEUED -> imports ? state.in(Phase.NEW) : state;
            case LAUNCHING, LAUNCH_IN_DOUBT -> state.inDoubt(Phase.LAUNCH_IN_DOUBT, false, now);
            // received again, because the build may not have stored the result
            case CLEANING_UP, ENDED ->
                state.outcome() == Outcome.FINISHED
                        ? state.in(Phase.WAITING)
                        : state.leaving(state.outcome(), state.problem(), lastingDuties(state), now);
        };
    }

    private static RunState orphaned(RunState state, Instant now) {
        return switch (state.phase()) {
            case ENDED -> state;
            case CLEANING_UP -> state.leaving(state.outcome(), state.problem(), lastingDuties(state), now);
            default -> leave(restarted(state, now), Outcome.ABORTED, "", now);
        };
    }

    private static List<Duty> lastingDuties(RunState state) {
        List<Duty> duties = new ArrayList<>(state.duties());
        if (state.kind() == Kind.IMPORT) {
            duties.remove(Duty.REMOVE);
        }
        return duties;
    }

    private static RunState whenNew(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Prepared prepared) {
            return state.kind().creates()
                    ? state.creating(prepared.id(), prepared.name(), prepared.now())
                    : state.named(prepared.id(), prepared.name()).in(Phase.QUEUED);
        }
        return otherwise(state, event);
    }

    private static RunState whenCreating(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Created created) {
            return state.created(created.id()).in(Phase.QUEUED);
        }
        if (event instanceof RunEvent.Lost lost && state.kind() == Kind.ON_DEMAND_SCAN) {
            return state.inDoubt(Phase.CREATION_IN_DOUBT, true, lost.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            return state.leaving(Outcome.FAILED, sentence(refused.problem()), List.of(), refused.now());
        }
        if (event instanceof RunEvent.NotFound && !state.lost()) {
            return state.in(Phase.CREATING);
        }
        return staysInDoubt(state, event, APPEARANCE) ? state : otherwise(state, event);
    }

    private static RunState whenLaunching(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Launched launched) {
            return state.waitingFor(launched.resultId());
        }
        if (event instanceof RunEvent.Lost lost) {
            return state.inDoubt(Phase.LAUNCH_IN_DOUBT, true, lost.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            return state.leaving(Outcome.FAILED, sentence(refused.problem()), removal(state, true), refused.now());
        }
        if (staysInDoubt(state, event, appearance(state))) {
            return state;
        }
        if (event instanceof RunEvent.NotFound missing) {
            return state.leaving(Outcome.FAILED, sentence(missing.problem()), removal(state, false), missing.now());
        }
        if (event instanceof RunEvent.Ambiguous several) {
            return state.leaving(Outcome.FAILED, sentence(several.problem()), removal(state, false), several.now());
        }
        return otherwise(state, event);
    }

    private static boolean staysInDoubt(RunState state, RunEvent event, Duration appearance) {
        return event instanceof RunEvent.NotFound missing && isWithin(appearance, state, missing.now())
                || event instanceof RunEvent.Unreachable away && isWithin(DOUBT, state, away.now());
    }

    private static RunState whenCleaningUp(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Overdue) {
            return state.told(true);
        }
        if (event instanceof RunEvent.Aborted) {
            return state.isTold() ? state : state.aborted();
        }
        if (event instanceof RunEvent.Created created) {
            return state.created(created.id());
        }
        if (event instanceof RunEvent.Launched launched) {
            return state.withResult(launched.resultId()).without(Duty.FIND);
        }
        if (event instanceof RunEvent.Lost lost) {
            return state.inDoubt(Phase.CLEANING_UP, true, lost.now());
        }
        if (event instanceof RunEvent.CleanedUp) {
            return state.without(state.duties().get(0));
        }
        return givesUpDuty(state, event) ? withoutPresentDuty(state) : state;
    }

    private static boolean givesUpDuty(RunState state, RunEvent event) {
        if (event instanceof RunEvent.NotFound missing) {
            return !isWithin(appearance(state), state, missing.now());
        }
        if (event instanceof RunEvent.Unreachable away) {
            boolean blocksOthers = state.inDoubt() && state.kind() != Kind.ON_DEMAND_SCAN;
            return !isWithin(blocksOthers ? DOUBT : CLEANUP, state, away.now());
        }
        return event instanceof RunEvent.Refused
                || event instanceof RunEvent.Ambiguous
                || event instanceof RunEvent.Failed;
    }

    /** Drops the current duty. A result that was not found cannot be stopped. */
    private static RunState withoutPresentDuty(RunState state) {
        return state.inDoubt()
                ? state.without(Duty.FIND, Duty.STOP)
                : state.without(state.duties().get(0));
    }

    /** Handles the events that end a run in any phase before its cleanup. */
    private static RunState otherwise(RunState state, RunEvent event) {
        if (event instanceof RunEvent.Aborted aborted) {
            return leave(state, Outcome.ABORTED, "", aborted.now());
        }
        if (event instanceof RunEvent.TimedOut late) {
            return leave(state, Outcome.FAILED, sentence(late.problem()), late.now());
        }
        if (event instanceof RunEvent.Finished finished) {
            return state.leaving(Outcome.FINISHED, "", removal(state, false), finished.now());
        }
        if (event instanceof RunEvent.Failed failed) {
            boolean stop = failed.running() && state.kind() == Kind.ON_DEMAND_SCAN;
            return state.leaving(Outcome.FAILED, sentence(failed.problem()), duties(state, stop), failed.now());
        }
        if (event instanceof RunEvent.Refused refused) {
            return state.leaving(Outcome.FAILED, sentence(refused.problem()), removal(state, false), refused.now());
        }
        if (event instanceof RunEvent.Lost lost) {
            return leave(state, Outcome.FAILED, sentence(lost.problem()), lost.now());
        }
        if (event instanceof RunEvent.NotFound missing) {
            return leave(state, Outcome.FAILED, sentence(missing.problem()), missing.now());
        }
        if (event instanceof RunEvent.Unreachable away) {
            return leave(state, Outcome.FAILED, sentence(away.problem()), away.now());
        }
        return state;
    }

    private static RunState leave(RunState state, Outcome outcome, String problem, Instant now) {
        return state.leaving(outcome, problem, duties(state, state.stopOnAbort()), now);
    }

    /** Returns the cleanup duties of a run that ends in its current phase. */
    private static List<Duty> duties(RunState state, boolean stop) {
        List<Duty> duties = new ArrayList<>();
        if (state.inDoubt()) {
            duties.add(Duty.FIND);
        }
        if (stop && (state.inDoubt() || state.phase() == Phase.WAITING)) {
            duties.add(Duty.STOP);
        }
        duties.addAll(removal(state, false));
        return duties;
    }

    /** @param refused whether the server certainly refused the launch */
    private static List<Duty> removal(RunState state, boolean refused) {
        boolean launched = state.inDoubt() || state.phase() == Phase.WAITING;
        boolean removes =
                switch (state.kind()) {
                    case SCAN, REPORT -> false;
                    case ON_DEMAND_SCAN -> state.phase() != Phase.NEW;
                    case IMPORT -> state.phase() != Phase.NEW && (refused || !launched);
                };
        return removes ? List.of(Duty.REMOVE) : List.of();
    }

    private static Duration appearance(RunState state) {
        return state.kind() == Kind.IMPORT ? IMPORT_APPEARANCE : APPEARANCE;
    }

    private static boolean isWithin(Duration limit, RunState state, Instant now) {
        return now.isBefore(state.since().plus(limit));
    }

    private static String sentence(Exception problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
