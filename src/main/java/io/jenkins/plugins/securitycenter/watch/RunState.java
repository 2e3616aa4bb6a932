package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a run: everything that must survive a restart so that nothing is launched twice and every cleanup
 * is completed. Immutable to callers; each method returns a changed copy. Not a record, because the libraries that
 * Jenkins stores builds with do not support records.
 */
public final class RunState extends StoredRun implements Cloneable {

    private static final long serialVersionUID = 1;

    /** The phases of a run; {@link RunTransitions} defines the transitions. */
    public enum Phase {
        /** No request was sent. */
        NEW,
        /** The request that creates the definition, or uploads the file, is about to be sent or was sent. */
        CREATING,
        /** It is not known whether the definition was created. */
        CREATION_IN_DOUBT,
        /** The launch is waiting for its turn. */
        QUEUED,
        /** The launch request is about to be sent or was sent. */
        LAUNCHING,
        /** It is not known whether the server received the launch. */
        LAUNCH_IN_DOUBT,
        /** The result is known and is being polled. */
        WAITING,
        /** The conclusion is known; something on the server must still be found, stopped or removed. */
        CLEANING_UP,
        /** No action remains. */
        ENDED
    }

    /** How a run concluded for its build. */
    public enum Conclusion {
        FINISHED,
        FAILED,
        ABORTED
    }

    private RunState() {}

    /** Returns the state before the first action. */
    public static RunState initial() {
        return initial(0);
    }

    /** Returns the state before the first action of a run of a {@link RunSequence}. */
    static RunState initial(int part) {
        RunState state = new RunState();
        state.part = part;
        return state;
    }

    /**
     * Returns this state with the properties that the run has from its start. A tag that it already has stays, because
     * the server has it, although the job may have another name now.
     */
    RunState ofType(RunType runType, boolean stops, @Nullable ScanOwnerTag tag) {
        RunState next = copy();
        next.type = runType;
        next.stopOnAbort = stops;
        if (tag != null && ownerTag() == null) {
            next.ownerTagInstance = tag.instance();
            next.ownerTagBuild = tag.build();
        }
        return next;
    }

    /** Returns this state with the hash of the account that launches; see {@link AccountId#hash}. */
    RunState withAccount(String hash) {
        RunState next = copy();
        next.account = hash;
        return next;
    }

    RunState in(Phase next) {
        RunState state = copy();
        state.phase = next;
        return state;
    }

    /** Returns this state in phase {@link Phase#CREATING}. */
    RunState creating(String id, String name, Instant now) {
        RunState next = named(id, name).in(Phase.CREATING);
        next.startedAt = now.getEpochSecond();
        return next;
    }

    /** Returns this state with the id and name of the launched object, or of the repository to import into. */
    RunState named(String id, String name) {
        RunState next = copy();
        next.subjectId = id;
        next.subjectName = name;
        return next;
    }

    /** Returns this state with the id of the created object. */
    RunState created(String id) {
        RunState next = copy();
        if (type == RunType.IMPORT) {
            next.uploadedFile = id;
        } else {
            next.subjectId = id;
        }
        return next;
    }

    /** Returns this state in phase {@link Phase#LAUNCHING}. */
    RunState launching(long newestResultId, Instant now) {
        RunState next = in(Phase.LAUNCHING);
        next.newestKnownResultId = newestResultId;
        next.startedAt = now.getEpochSecond();
        next.phaseStartedAt = now.getEpochSecond();
        return next;
    }

    RunState waitingFor(String result) {
        return withResult(result).in(Phase.WAITING);
    }

    /** Returns this state with the id of the result. */
    RunState withResult(String result) {
        RunState next = copy();
        next.resultId = result;
        return next;
    }

    /**
     * Returns this state in a phase in which a request is not confirmed.
     *
     * @param lost whether a response was lost; otherwise Jenkins stopped before the response arrived
     */
    RunState inDoubt(Phase doubt, boolean lost, Instant now) {
        RunState next = in(doubt);
        next.responseLost = lost;
        next.phaseStartedAt = now.getEpochSecond();
        return next;
    }

    /** Returns this state with a conclusion and the cleanup steps that remain. */
    RunState concluded(@Nullable Conclusion how, String reason, List<CleanupStep> remaining, Instant now) {
        RunState next = remaining(remaining);
        next.conclusion = how;
        next.problem = reason;
        next.phaseStartedAt = now.getEpochSecond();
        return next;
    }

    /** Returns this state without the given cleanup steps. Without any steps, the run has ended. */
    RunState without(CleanupStep... done) {
        List<CleanupStep> remaining = new ArrayList<>(cleanupSteps());
        remaining.removeAll(Arrays.asList(done));
        return remaining(remaining);
    }

    /** Returns this state of a run whose objects on the server may remain when it ends. */
    RunState leavingOver() {
        RunState next = copy();
        next.leftOver = type == RunType.ON_DEMAND_SCAN;
        return next;
    }

    /** Returns this state with conclusion {@link Conclusion#ABORTED} instead of its previous one. */
    RunState aborted() {
        RunState next = copy();
        next.conclusion = Conclusion.ABORTED;
        next.problem = "";
        return next;
    }

    private RunState remaining(List<CleanupStep> remaining) {
        RunState next = in(remaining.isEmpty() ? Phase.ENDED : Phase.CLEANING_UP);
        next.cleanupSteps = remaining.toArray(CleanupStep[]::new);
        next.reported = reported || remaining.isEmpty();
        return next;
    }

    /** Returns this state, marked according to whether the conclusion was reported to the build. */
    RunState reported(boolean isReported) {
        RunState next = copy();
        next.reported = isReported;
        return next;
    }

    private RunState copy() {
        try {
            return (RunState) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
