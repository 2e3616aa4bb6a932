package io.jenkins.plugins.securitycenter.model;

import java.util.Set;

/**
 * Where a scan and its import stand, in SecurityCenter's own words. A word that is not known means neither an end nor a
 * success by itself.
 *
 * @param status for example {@code Queued}, {@code Running}, {@code Completed}; words differ between versions
 * @param importStatus for example {@code No Results}, {@code Importing}, {@code Finished}
 * @param running false only when the server says that the scan is not under way, true also when it says nothing
 */
public record ScanState(String status, String importStatus, boolean running) {

    private static final Set<String> WAITING = Set.of(
            "",
            "created",
            "pending",
            "scheduled",
            "queued",
            "queuing",
            "waiting",
            "launching",
            "starting",
            "initializing",
            "preparing",
            "resolving hostnames",
            "verifying targets",
            "initializing scanners");
    private static final Set<String> UNDER_WAY = Set.of("running", "pausing", "paused", "resuming", "stopping");
    private static final Set<String> CUT_SHORT = Set.of(
            "partial",
            "partially completed",
            "stopped",
            "canceled",
            "cancelled",
            "aborted",
            "terminated",
            "killed",
            "timeout",
            "timed out");
    private static final Set<String> FAILED = Set.of("error", "failed");

    private static final Set<String> NO_IMPORT = Set.of("", "no results");
    private static final Set<String> IMPORT_UNDER_WAY =
            Set.of("import pending", "pending", "queued", "importing", "running");
    private static final Set<String> NOT_IMPORTED = Set.of(
            "blocked",
            "error",
            "failed",
            "skipped",
            "rejected",
            "canceled",
            "cancelled",
            "aborted",
            "stopped",
            "timeout",
            "timed out");

    /** Whether the status is one of the known words. */
    public boolean known() {
        return ended() || WAITING.contains(Words.key(status)) || UNDER_WAY.contains(Words.key(status));
    }

    /** Whether the import status is one of the known words. */
    public boolean importKnown() {
        String key = Words.key(importStatus);
        return imported() || noImport() || NOT_IMPORTED.contains(key) || IMPORT_UNDER_WAY.contains(key);
    }

    /**
     * Whether the scan itself has ended. With a status that is not known it has when the server says that it is not
     * running and its import has begun.
     */
    public boolean scanEnded() {
        return ended() || unknownAndIdle() && !noImport();
    }

    /** Whether the scan is in its queue or its preparation. */
    public boolean waiting() {
        return WAITING.contains(Words.key(status));
    }

    /** Whether the scan has certainly left its queue and its preparation. */
    public boolean scanStarted() {
        return scanEnded() || UNDER_WAY.contains(Words.key(status));
    }

    /** Whether the import ended, or there is nothing to import because the scan failed. */
    public boolean importEnded() {
        return imported() || NOT_IMPORTED.contains(Words.key(importStatus)) || failed();
    }

    /** Whether the scan ended, or is not running any more, with data that no import has been queued for yet. */
    public boolean importMayFollow() {
        return (ended() || unknownAndIdle()) && !failed() && noImport();
    }

    /** Whether the findings are in the repository. */
    public boolean imported() {
        return Words.key(importStatus).equals("finished");
    }

    /** Whether the scan has no result. */
    public boolean failed() {
        return FAILED.contains(Words.key(status));
    }

    /** Whether the scan ended early, or in a way that is not known. */
    public boolean partial() {
        return CUT_SHORT.contains(Words.key(status)) || unknownAndIdle();
    }

    /** Whether the scan reached its regular end. */
    public boolean completed() {
        return Words.key(status).equals("completed");
    }

    private boolean ended() {
        return completed() || failed() || CUT_SHORT.contains(Words.key(status));
    }

    private boolean unknownAndIdle() {
        return !known() && !running;
    }

    private boolean noImport() {
        return NO_IMPORT.contains(Words.key(importStatus));
    }
}
