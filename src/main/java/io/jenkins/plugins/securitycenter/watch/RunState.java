package io.jenkins.plugins.securitycenter.watch;

import java.io.Serializable;
import java.time.Instant;

/**
 * How far a run has come: what must survive a restart so that nothing is launched twice. Immutable. No record, since
 * the libraries that Jenkins stores builds with cannot write records.
 */
public final class RunState implements Serializable {

    private static final long serialVersionUID = 1;

    /** The steps of a run. */
    public enum Phase {
        /** Nothing was sent. */
        NEW,
        /** A scan was about to be made for the run; whether it was is not known. */
        CREATING,
        /** The launch was about to be sent; whether it was is not known. */
        LAUNCHING,
        /** The scan result is known. */
        WAITING
    }

    private final Phase phase;
    private final String scanId;
    private final String scanName;
    private final long newestKnownResult;
    private final String scanResultId;
    private final long startedAt;

    private RunState(
            Phase phase, String scanId, String scanName, long newestKnownResult, String scanResultId, long startedAt) {
        this.phase = phase;
        this.scanId = scanId;
        this.scanName = scanName;
        this.newestKnownResult = newestKnownResult;
        this.scanResultId = scanResultId;
        this.startedAt = startedAt;
    }

    /** The state before anything was done. */
    public static RunState fresh() {
        return new RunState(Phase.NEW, "", "", -1, "", 0);
    }

    RunState creating(String name, Instant now) {
        return new RunState(Phase.CREATING, "", name, -1, "", now.getEpochSecond());
    }

    RunState launching(String id, String name, long newestResult, Instant now) {
        return new RunState(Phase.LAUNCHING, id, name, newestResult, "", now.getEpochSecond());
    }

    RunState waitingFor(String result) {
        return new RunState(Phase.WAITING, scanId, scanName, newestKnownResult, result, startedAt);
    }

    /** This state with the highest id of a scan result known anew. */
    RunState knowing(long newestResult) {
        return new RunState(phase, scanId, scanName, newestResult, scanResultId, startedAt);
    }

    public Phase phase() {
        return phase;
    }

    /** The id of the definition, or of the repository to import into; empty before it was looked up. */
    public String scanId() {
        return scanId;
    }

    /** The name of the definition, or of the file to import; empty before it was looked up. */
    public String scanName() {
        return scanName;
    }

    /** The id of the run; empty before it is known. */
    public String scanResultId() {
        return scanResultId;
    }

    /** The highest id of a scan result before the launch; a run with a higher one is new. */
    long newestKnownResult() {
        return newestKnownResult;
    }

    Instant startedAt() {
        return Instant.ofEpochSecond(startedAt);
    }
}
