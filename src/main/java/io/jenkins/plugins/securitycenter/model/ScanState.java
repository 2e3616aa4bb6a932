package io.jenkins.plugins.securitycenter.model;

import java.util.Set;

/**
 * The status of a scan and of its import, as sent by SecurityCenter. An unknown status by itself means neither that the
 * scan has ended nor that it succeeded.
 *
 * @param status for example {@code Queued}, {@code Running} or {@code Completed}; the words differ between versions
 * @param importStatus for example {@code No Results}, {@code Importing} or {@code Finished}
 * @param running false only if the server reports that the scan is not running; true also if it reports nothing
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

    /** Returns the status; after the end of a scan that did not fail, also the status of the import. */
    public String text() {
        return scanEnded() && !failed()
                ? status + ", import: " + (importStatus.isEmpty() ? "none" : importStatus)
                : status;
    }

    /** Returns whether the status is a known one. */
    public boolean known() {
        return ended() || WAITING.contains(StatusWord.key(status)) || UNDER_WAY.contains(StatusWord.key(status));
    }

    /** Returns whether the import status is a known one. */
    public boolean importKnown() {
        String key = StatusWord.key(importStatus);
        return imported() || noImport() || NOT_IMPORTED.contains(key) || IMPORT_UNDER_WAY.contains(key);
    }

    /**
     * Returns whether the scan itself has ended. A scan with an unknown status has ended if the server reports that it
     * is not running and its import has started.
     */
    public boolean scanEnded() {
        return ended() || unknownAndIdle() && !noImport();
    }

    /** Returns whether the scan is queued or being prepared. */
    public boolean waiting() {
        return WAITING.contains(StatusWord.key(status));
    }

    /** Returns whether the scan is known to have left the queue and the preparation. */
    public boolean scanStarted() {
        return scanEnded() || UNDER_WAY.contains(StatusWord.key(status));
    }

    /** Returns whether the import has ended, or there is nothing to import because the scan failed. */
    public boolean importEnded() {
        return imported() || NOT_IMPORTED.contains(StatusWord.key(importStatus)) || failed();
    }

    /** Returns whether the scan has ended or is no longer running, but no import of its data has been queued yet. */
    public boolean importMayFollow() {
        return (ended() || unknownAndIdle()) && !failed() && noImport();
    }

    /** Returns whether the findings have been imported into the repository. */
    public boolean imported() {
        return StatusWord.key(importStatus).equals("finished");
    }

    /** Returns whether the scan failed and therefore has no result. */
    public boolean failed() {
        return FAILED.contains(StatusWord.key(status));
    }

    /** Returns whether the scan ended early or with an unknown status. */
    public boolean partial() {
        return CUT_SHORT.contains(StatusWord.key(status)) || unknownAndIdle();
    }

    /** Returns whether the scan completed normally. */
    public boolean completed() {
        return StatusWord.key(status).equals("completed");
    }

    private boolean ended() {
        return completed() || failed() || CUT_SHORT.contains(StatusWord.key(status));
    }

    private boolean unknownAndIdle() {
        return !known() && !running;
    }

    private boolean noImport() {
        return NO_IMPORT.contains(StatusWord.key(importStatus));
    }
}
