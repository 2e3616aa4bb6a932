package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.ScanMark;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a run has come: what must survive a restart so that nothing is launched twice and nothing is forgotten.
 * Immutable from outside. Not a record, since the libraries that Jenkins stores builds with cannot write records.
 */
public final class RunState implements Serializable, Cloneable {

    private static final long serialVersionUID = 1;

    /** What a run launches. */
    public enum Kind {
        /** An existing scan. */
        SCAN,
        /** A scan that is created for the run and removed at its end. */
        ON_DEMAND_SCAN,
        /** The import of a file. */
        IMPORT,
        /** A report. */
        REPORT;

        /** Whether something is created on the server before the launch. */
        boolean creates() {
            return this == ON_DEMAND_SCAN || this == IMPORT;
        }
    }

    /** The phases of a run; {@link RunTransitions} has the way from one to the next. */
    public enum Phase {
        /** Nothing was sent. */
        NEW,
        /** The creation of what is launched was about to be sent: a definition, or an uploaded file. */
        CREATING,
        /** Whether the definition was created is not known. */
        CREATION_IN_DOUBT,
        /** The launch waits for its turn. */
        QUEUED,
        /** The launch was about to be sent. */
        LAUNCHING,
        /** Whether the launch was received is not known. */
        LAUNCH_IN_DOUBT,
        /** The result is known and polled. */
        WAITING,
        /** The outcome is known; something on the server has to be found, stopped or removed. */
        CLEANING_UP,
        /** Nothing is left to do. */
        ENDED
    }

    /** How a run ends. */
    public enum Outcome {
        FINISHED,
        FAILED,
        ABORTED
    }

    /** What is to be done on the server before a run has ended, in this order. */
    enum Duty {
        /** Find the result of a launch that is in doubt. */
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

    /** The state before anything was done. */
    public static RunState fresh() {
        return new RunState();
    }

    /** This state of a run of that kind, which an earlier version did not store. */
    RunState ofKind(Kind runKind, boolean stops, ScanMark mark) {
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

    /** About to create something. */
    RunState creating(String id, String name, Instant now) {
        RunState next = named(id, name).in(Phase.CREATING);
        next.startedAt = now.getEpochSecond();
        return next;
    }

    /** This state with the id and the name of what is launched, or of the repository of an import. */
    RunState named(String id, String name) {
        RunState next = copy();
        next.scanId = id;
        next.scanName = name;
        return next;
    }

    /** This state with what was created. */
    RunState created(String id) {
        RunState next = copy();
        if (kind == Kind.IMPORT) {
            next.uploadedFile = id;
        } else {
            next.scanId = id;
        }
        return next;
    }

    /** About to launch. */
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

    /** This state with a known result. */
    RunState withResult(String result) {
        RunState next = copy();
        next.scanResultId = result;
        return next;
    }

    /**
     * In doubt since then.
     *
     * @param responseLost whether a response was lost; otherwise Jenkins stopped before it came
     */
    RunState inDoubt(Phase doubt, boolean responseLost, Instant now) {
        RunState next = in(doubt);
        next.lost = responseLost;
        next.since = now.getEpochSecond();
        return next;
    }

    /** This state with an outcome and what remains to be done from that time on. */
    RunState leaving(Outcome how, String sentence, List<Duty> remaining, Instant now) {
        RunState next = remaining(remaining);
        next.outcome = how;
        next.problem = sentence;
        next.since = now.getEpochSecond();
        return next;
    }

    /** This state without a duty; the run has ended with the last one. */
    RunState without(Duty... done) {
        List<Duty> remaining = new ArrayList<>(duties());
        remaining.removeAll(Arrays.asList(done));
        return remaining(remaining);
    }

    /** This state with an outcome that replaces the one before. */
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

    /** This state, whose outcome is told or still to be told. */
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

    /** Null only in a state that an earlier version stored. */
    Kind kind() {
        return kind;
    }

    boolean stopOnAbort() {
        return stopOnAbort;
    }

    /** The mark of the definition that was created for the run; null when there is none. */
    ScanMark mark() {
        return markBuild == null ? null : new ScanMark(markInstance, markBuild);
    }

    /** The id of the definition, or of the repository to import into; empty before it was looked up. */
    public String scanId() {
        return scanId;
    }

    /** The name of the definition, or of the file to import; empty before it was looked up. */
    public String scanName() {
        return scanName;
    }

    /** The server's name of the uploaded file; empty when there is none. */
    String uploadedFile() {
        return uploadedFile == null ? "" : uploadedFile;
    }

    /** The id of the scan result or report; empty before it is known. */
    public String scanResultId() {
        return scanResultId;
    }

    /** The highest id of a result before the launch; a run with a higher one is new. */
    long newestKnownResult() {
        return newestKnownResult;
    }

    Instant startedAt() {
        return Instant.ofEpochSecond(startedAt);
    }

    /** Whether a response was lost, so that what was sent may still be on its way. */
    boolean lost() {
        return lost;
    }

    /** When the present doubt or clean-up began. */
    Instant since() {
        return Instant.ofEpochSecond(since);
    }

    /** Null before the outcome is known. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why the run failed; empty when it did not. */
    String problem() {
        return problem == null ? "" : problem;
    }

    List<Duty> duties() {
        return duties == null ? List.of() : List.of(duties);
    }

    /** Whether the build was told the outcome, or nobody waits for it. */
    public boolean isTold() {
        return told;
    }

    /** Whether a file may still have to be uploaded when the run goes on. */
    public boolean mayUpload() {
        return phase == Phase.NEW || phase == Phase.CREATING || phase == Phase.QUEUED;
    }

    /** Whether a stored state has all that it cannot do without. */
    boolean complete() {
        return phase != null
                && kind != null
                && scanId != null
                && scanName != null
                && scanResultId != null
                && (phase != Phase.CLEANING_UP || duties != null && duties.length > 0 && outcome != null);
    }

    /** Whether the server may have a result of this run that is not known. */
    boolean inDoubt() {
        return phase == Phase.LAUNCHING || phase == Phase.LAUNCH_IN_DOUBT || duties().contains(Duty.FIND);
    }
}
