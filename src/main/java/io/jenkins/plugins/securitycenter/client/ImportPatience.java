package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;

/**
 * Repeats a query that does not find the data of its scan result (error 143) while the import can still bring it, and a
 * few times behind its end, since the query engine lags, or while none was queued for a scan that ended. A query engine
 * that died is asked a few times too. Every other refusal is passed on at once.
 *
 * <p>Pauses double from 2 to 30 seconds. A query waits for at most 60 of them, which is half an hour; behind the import
 * for four (30 seconds), and for the query engine for three (14 seconds).
 */
final class ImportPatience {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TRIES_WHILE_IMPORTING = 60;
    private static final int TRIES_BEHIND_IMPORT = 4;
    private static final int TRIES_OF_ENGINE = 3;

    /** A query that may be repeated. */
    @FunctionalInterface
    interface Query<T> {
        T run() throws SecurityCenterException, InterruptedException;
    }

    private final ScanResults results;
    private final Pause pause;
    /** The scan result whose data was there; what is missing of it from then on is gone. */
    private String present;

    ImportPatience(ScanResults results, Pause pause) {
        this.results = results;
        this.pause = pause;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** @throws SecurityCenterException with advice that fits the query */
    <T> T during(AnalysisQuery query, Query<T> action) throws SecurityCenterException, InterruptedException {
        Tries tries = new Tries();
        for (Duration wait = FIRST; ; wait = shorter(wait.multipliedBy(2), LONGEST)) {
            try {
                T answer = action.run();
                present = query.scanResultId();
                return answer;
            } catch (RefusedException e) {
                if (!tries.left(query, e)) {
                    throw QueryAdvice.addTo(e, query, wasPresent(query));
                }
                pause.of(wait);
            }
        }
    }

    private boolean wasPresent(AnalysisQuery query) {
        return query.scanResultId() != null && query.scanResultId().equals(present);
    }

    /** How often a query was refused. */
    private final class Tries {

        private int all;
        private int behindImport;
        private int ofEngine;

        boolean left(AnalysisQuery query, RefusedException refusal)
                throws SecurityCenterException, InterruptedException {
            if (all++ == TRIES_WHILE_IMPORTING) {
                return false;
            }
            if (refusal.engineSilent()) {
                return ofEngine++ < TRIES_OF_ENGINE;
            }
            if (query.scanResultId() == null || wasPresent(query) || !refusal.dataMissing(query.scanResultId())) {
                return false;
            }
            ScanState state = results.get(query.scanResultId()).state();
            return state.imported() || state.importMayFollow()
                    ? behindImport++ < TRIES_BEHIND_IMPORT
                    : !state.importEnded();
        }
    }
}
