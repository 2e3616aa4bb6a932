package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.watch.RunState.Conclusion;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link RunState} as they are stored, and what can be read from them. */
abstract class StoredRun implements Serializable {

    private static final long serialVersionUID = 1;

    Phase phase = Phase.NEW;

    @SuppressWarnings("NullAway.Init") // set when the run is started, before its first action
    RunType type;

    boolean stopOnAbort;

    @Nullable
    String ownerTagInstance;

    @Nullable
    String ownerTagBuild;

    String account = "";
    String subjectId = "";
    String subjectName = "";

    @Nullable
    String uploadedFile;

    long newestKnownResultId = -1;
    String resultId = "";
    long startedAt;
    long phaseStartedAt;
    boolean responseLost;

    @Nullable
    Conclusion conclusion;

    @Nullable
    String problem;

    CleanupStep @Nullable [] cleanupSteps;
    boolean reported;
    boolean leftOver;
    int part;

    public final Phase phase() {
        return phase;
    }

    /** Returns the type; null until the run is started. */
    final RunType type() {
        return type;
    }

    /** Returns whether to stop the scan, or delete the report, if the run ends early. */
    final boolean stopOnAbort() {
        return stopOnAbort;
    }

    /** Returns the tag of the definition that was created for the run; null if there is none. */
    final @Nullable ScanOwnerTag ownerTag() {
        return ownerTagInstance == null || ownerTagBuild == null
                ? null
                : new ScanOwnerTag(ownerTagInstance, ownerTagBuild);
    }

    /** Returns a hash that tells the account of the run apart from others; empty until it is looked up. */
    final String account() {
        return account;
    }

    /**
     * Returns the id of the scan or report definition, or of the repository to import into; empty until looked up.
     */
    public final String subjectId() {
        return subjectId;
    }

    /** Returns the name of the scan or report definition, or of the file to import; empty until looked up. */
    public final String subjectName() {
        return subjectName;
    }

    /** Returns the name that the server gave the uploaded file; empty if there is none. */
    final String uploadedFile() {
        return uploadedFile == null ? "" : uploadedFile;
    }

    /** Returns the highest id of a result before the launch; results with a higher id are new. */
    final long newestKnownResultId() {
        return newestKnownResultId;
    }

    /** Returns the id of the scan result or report; empty until known. */
    public final String resultId() {
        return resultId;
    }

    /** Returns when the creation or launch was sent, whichever was last. */
    final Instant startedAt() {
        return Instant.ofEpochSecond(startedAt);
    }

    /** Returns when the current unconfirmed phase or cleanup started. */
    final Instant phaseStartedAt() {
        return Instant.ofEpochSecond(phaseStartedAt);
    }

    /** Returns whether a response was lost, so that the server may still be processing the request. */
    final boolean responseLost() {
        return responseLost;
    }

    /** Returns how the run concluded; null until it is known. */
    public final @Nullable Conclusion conclusion() {
        return conclusion;
    }

    /** Returns why the run failed; empty if it did not fail. */
    final String problem() {
        return problem == null ? "" : problem;
    }

    /** Returns the cleanup steps that remain, in the order in which they are performed. */
    final List<CleanupStep> cleanupSteps() {
        return cleanupSteps == null ? List.of() : List.of(cleanupSteps);
    }

    /** Returns whether the conclusion was reported to the build, or no build waits for it. */
    public final boolean isReported() {
        return reported;
    }

    /** Returns whether the run has ended although what it created may still be on the server. */
    final boolean leftOver() {
        return leftOver && phase == Phase.ENDED;
    }

    /** Returns the number of the run among those that the build performs one after another, from 0. */
    public final int part() {
        return part;
    }

    /** Returns whether nothing was done yet. */
    public final boolean isInitial() {
        return phase == Phase.NEW && part == 0;
    }

    /** Returns whether a file may still have to be uploaded when the run continues. */
    public final boolean mayUpload() {
        return phase == Phase.NEW || phase == Phase.CREATING || phase == Phase.QUEUED;
    }

    /** Returns whether all required fields were stored. */
    final boolean isComplete() {
        return phase != null
                && type != null
                && account != null
                && subjectId != null
                && subjectName != null
                && resultId != null
                && (phase != Phase.CLEANING_UP
                        || cleanupSteps != null && cleanupSteps.length > 0 && conclusion != null);
    }

    /** Returns whether the server may have a result of this run whose id is not known. */
    final boolean inDoubt() {
        return phase == Phase.LAUNCHING
                || phase == Phase.LAUNCH_IN_DOUBT
                || cleanupSteps().contains(CleanupStep.FIND);
    }
}
