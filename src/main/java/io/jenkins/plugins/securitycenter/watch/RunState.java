package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stored state of a run: everything that must survive a restart so that nothing is launched twice and every cleanup
 * is completed. Immutable to callers. Not a record, because the libraries that Jenkins stores builds with do not
 * support records.
 */
public final class RunState implements Serializable, Cloneable {

    private static final long serialVersionUID = 1;

    /** The kind of object that a run launches. */
    public enum Kind {
        /** An existing scan. */
        SCAN,
        /** A scan that is created for the run and removed at its end. */
        ON_DEMAND_SCAN,
        /** The import of a file. */
        IMPORT,
        /** A report. */
        REPORT;

        /** Returns whether an object is created on the server before the launch. */
        boolean creates() {
            return this == ON_DEMAND_SCAN || this == IMPORT;
        }
    }

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
        /** The outcome is known; something on the server must still be found, stopped or removed. */
        CLEANING_UP,
        /** No action remains. */
        ENDED
    }

    /** The outcome of a run. */
    public enum Outcome {
        FINISHED,
        FAILED,
        ABORTED
    }

    /** The cleanup duties on the server before a run has ended, in the order in which they are performed. */
    enum Duty {
        /** Find the result of a launch that is not confirmed. */
        FIND,
        /** Stop the scan, or delete the report. */
        STOP,
        /** Remove the definition, or the uploaded file. */
        REMOVE
    }

    private Phase phase;
    private String scanId;
    private String scanName;
    private long newestKnownResult;
    private String scanResultId;
    private long startedAt;

    private Kind kind;
    private boolean stopOnAbort;
    private String markInstance;
    private String markBuild;
    private String uploadedFile;
    private long since;
    private boolean lost;
    private Outcome outcome;
    private String problem;
    private Duty[] duties;
    private boolean told;

    private RunState() {
        phase = Phase.NEW;
        scanId = "";
        scanName = "";
        newestKnownResult = -1;
        scanResultId = "";
    }

    /** Returns the state before the first action. */
    public static RunState fresh() {
        return new RunState();
    }

    /** Returns this state with the properties of the run, which earlier versions did not store. */
    RunState ofKind(Kind runKind, boolean stops, ScanOwnerTag mark) {
        RunState next = copy();
        next.kind = runKind;
        next.stopOnAbort = stops;
        next.markInstance = mark == null ? null : mark.instance();
        next.markBuild = mark == null ? null : mark.build();
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
        next.scanId = id;
        next.scanName = name;
        return next;
    }

    /** Returns this state with the id of the created object. */
    RunState created(String id) {
        RunState next = copy();
        if (kind == Kind.IMPORT) {
            next.uploadedFile = id;
        } else {
            next.scanId = id;
        }
        return next;
    }

    /** Returns this state in phase {@link Phase#LAUNCHING}. */
    RunState launching(long newestResult, Instant now) {
        RunState next = in(Phase.LAUNCHING);
        next.newestKnownResult = newestResult;
        next.startedAt = now.getEpochSecond();
        next.since = now.getEpochSecond();
        return next;
    }

    RunState waitingFor(String result) {
        RunState next = in(Phase.WAITING);
        next.scanResultId = result;
        return next;
    }

    /** Returns this state with the id of the result. */
    RunState withResult(String result) {
        RunState next = copy();
        next.scanResultId = result;
        return next;
    }

    /**
     * Returns this state in a phase in which a request is not confirmed.
     *
     * @param responseLost whether a response was lost; otherwise Jenkins stopped before the response arrived
     */
    RunState inDoubt(Phase doubt, boolean responseLost, Instant now) {
        RunState next = in(doubt);
        next.lost = responseLost;
        next.since = now.getEpochSecond();
        return next;
    }

    /** Returns this state with an outcome and the cleanup duties that remain. */
    RunState leaving(Outcome how, String sentence, List<Duty> remaining, Instant now) {
        RunState next = remaining(remaining);
        next.outcome = how;
        next.problem = sentence;
        next.since = now.getEpochSecond();
        return next;
    }

    /** Returns this state without the given duties. Without any duties, the run has ended. */
    RunState without(Duty... done) {
        List<Duty> remaining = new ArrayList<>(duties());
        remaining.removeAll(Arrays.asList(done));
        return remaining(remaining);
    }

    /** Returns this state with outcome {@link Outcome#ABORTED} instead of its previous one. */
    RunState aborted() {
        RunState next = copy();
        next.outcome = Outcome.ABORTED;
        next.problem = "";
        return next;
    }

    private RunState remaining(List<Duty> remaining) {
        RunState next = in(remaining.isEmpty() ? Phase.ENDED : Phase.CLEANING_UP);
        next.duties = remaining.toArray(Duty[]::new);
        next.told = told || remaining.isEmpty();
        return next;
    }

    /** Returns this state, marked according to whether the outcome was reported to the build. */
    RunState told(boolean isTold) {
        RunState next = copy();
        next.told = isTold;
        return next;
    }

    private RunState copy() {
        try {
            return (RunState) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Phase phase() {
        return phase;
    }

    /** Returns the kind; null only in a state that an earlier version stored. */
    Kind kind() {
        return kind;
    }

    boolean stopOnAbort() {
        return stopOnAbort;
    }

    /** Returns the mark of the definition that was created for the run; null if there is none. */
    ScanOwnerTag mark() {
        return markBuild == null ? null : new ScanOwnerTag(markInstance, markBuild);
    }

    /** Returns the id of the definition, or of the repository to import into; empty until looked up. */
    public String scanId() {
        return scanId;
    }

    /** Returns the name of the definition, or of the file to import; empty until looked up. */
    public String scanName() {
        return scanName;
    }

    /** Returns the name that the server gave the uploaded file; empty if there is none. */
    String uploadedFile() {
        return uploadedFile == null ? "" : uploadedFile;
    }

    /** Returns the id of the scan result or report; empty until known. */
    public String scanResultId() {
        return scanResultId;
    }

    /** Returns the highest id of a result before the launch; results with a higher id are new. */
    long newestKnownResult() {
        return newestKnownResult;
    }

    Instant startedAt() {
        return Instant.ofEpochSecond(startedAt);
    }

    /** Returns whether a response was lost, so that the server may still be processing the request. */
    boolean lost() {
        return lost;
    }

    /** Returns when the current unconfirmed phase or cleanup started. */
    Instant since() {
        return Instant.ofEpochSecond(since);
    }

    /** Returns the outcome; null until it is known. */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns why the run failed; empty if it did not fail. */
    String problem() {
        return problem == null ? "" : problem;
    }

    List<Duty> duties() {
        return duties == null ? List.of() : List.of(duties);
    }

    /** Returns whether the outcome was reported to the build, or no build waits for it. */
    public boolean isTold() {
        return told;
    }

    /** Returns whether a file may still have to be uploaded when the run continues. */
    public boolean mayUpload() {
        return phase == Phase.NEW || phase == Phase.CREATING || phase == Phase.QUEUED;
    }

    /** Returns whether a stored state has all required fields. */
    boolean complete() {
        return phase != null
                && kind != null
                && scanId != null
                && scanName != null
                && scanResultId != null
                && (phase != Phase.CLEANING_UP || duties != null && duties.length > 0 && outcome != null);
    }

    /** Returns whether the server may have a result of this run whose id is not known. */
    boolean inDoubt() {
        return phase == Phase.LAUNCHING || phase == Phase.LAUNCH_IN_DOUBT || duties().contains(Duty.FIND);
    }
}
