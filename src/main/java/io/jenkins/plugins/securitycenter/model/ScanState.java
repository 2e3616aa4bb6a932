package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;
import java.util.Set;

/**
 * Where a scan and its import stand, in SecurityCenter's own words.
 *
 * @param status for example {@code Queued}, {@code Running}, {@code Completed}; words differ between versions
 * @param importStatus for example {@code No Results}, {@code Importing}, {@code Finished}
 * @param running whether the server says that the scan is under way
 */
public record ScanState(String status, String importStatus, boolean running) {

    private static final Set<String> ENDED = Set.of("completed", "partial", "error");
    private static final Set<String> WAITING =
            Set.of("", "queued", "preparing", "resolving hostnames", "verifying targets", "initializing scanners");
    private static final Set<String> UNDER_WAY = Set.of("running", "pausing", "paused", "resuming", "stopping");
    private static final Set<String> IMPORT_ENDED = Set.of("finished", "blocked", "error");

    /** Whether the scan itself has ended. A status that is not known counts as ended when nothing runs any more. */
    public boolean scanEnded() {
        return ENDED.contains(key(status))
                || !running && !WAITING.contains(key(status)) && !UNDER_WAY.contains(key(status));
    }

    /** Whether the scan has left its queue and its preparation. */
    public boolean scanStarted() {
        return !WAITING.contains(key(status));
    }

    /** Whether the import ended, or there is nothing to import because the scan failed. */
    public boolean importEnded() {
        return IMPORT_ENDED.contains(key(importStatus)) || failed();
    }

    /** Whether the scan ended with data that no import has been queued for yet. */
    public boolean importMayFollow() {
        return scanEnded() && !failed() && (key(importStatus).equals("no results") || importStatus.isEmpty());
    }

    /** Whether the findings are in the repository. */
    public boolean imported() {
        return key(importStatus).equals("finished");
    }

    public boolean failed() {
        return key(status).equals("error");
    }

    public boolean partial() {
        return key(status).equals("partial");
    }

    private static String key(String words) {
        return words.trim().toLowerCase(Locale.ROOT);
    }
}
