package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;

/**
 * Repeats a query that finds no data yet (error 143) while the import of the scan result can still bring it, and a few
 * times behind its end, since the query engine lags, or while none was queued for a scan that ended.
 */
final class ImportPatience {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TRIES_WHILE_IMPORTING = 60;
    private static final int TRIES_BEHIND_IMPORT = 4;

    /** A query that may be repeated. */
    @FunctionalInterface
    interface Query<T> {
        T run() throws SecurityCenterException, InterruptedException;
    }

    private final ScanResults results;
    private final Pause pause;

    ImportPatience(ScanResults results, Pause pause) {
        this.results = results;
        this.pause = pause;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    <T> T during(AnalysisQuery query, Query<T> action) throws SecurityCenterException, InterruptedException {
        int behind = 0;
        Duration wait = FIRST;
        for (int tries = 0; ; tries++) {
            try {
                return action.run();
            } catch (RefusedException e) {
                if (!e.noData() || query.scanResultId() == null || tries == TRIES_WHILE_IMPORTING) {
                    throw e;
                }
                ScanState state = results.get(query.scanResultId()).state();
                if (state.importEnded() && !state.imported()) {
                    throw e;
                }
                if ((state.imported() || state.importMayFollow()) && behind++ == TRIES_BEHIND_IMPORT) {
                    throw e;
                }
                pause.of(wait);
                wait = shorter(wait.multipliedBy(2), LONGEST);
            }
        }
    }
}
