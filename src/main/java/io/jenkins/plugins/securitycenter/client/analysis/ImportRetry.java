package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanState;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a query that cannot find the data of its scan result (error 143) while the import may still provide it, and a
 * few times after the import because the query engine lags behind, or while no import is queued for a scan that has
 * ended. Also repeats a query a few times if the query engine did not respond. Rethrows every other error immediately.
 *
 * <p>The pauses double from 2 to 30 seconds. A query is repeated at most 60 times, which takes half an hour; after the
 * import four times (30 seconds), and because of the query engine three times (14 seconds).
 */
final class ImportRetry {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TRIES_WHILE_IMPORTING = 60;
    private static final int TRIES_BEHIND_IMPORT = 4;
    private static final int TRIES_OF_ENGINE = 3;

    /** A query that can be repeated. */
    @FunctionalInterface
    interface Query<T> {
        T run() throws SecurityCenterException, InterruptedException;
    }

    private final ScanResults results;
    private final Sleeper sleeper;
    /** The scan result whose data was found before; if its data is missing later, it was deleted. */
    private @Nullable String present;

    ImportRetry(ScanResults results, Sleeper sleeper) {
        this.results = results;
        this.sleeper = sleeper;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Runs the query.
     *
     * @throws SecurityCenterException with advice for the query
     */
    <T> T during(AnalysisQuery query, Query<T> action) throws SecurityCenterException, InterruptedException {
        Attempts tries = new Attempts();
        for (Duration wait = FIRST; ; wait = shorter(wait.multipliedBy(2), LONGEST)) {
            try {
                T answer = action.run();
                present = query.scanResultId();
                return answer;
            } catch (ErrorResponseException e) {
                if (!tries.left(query, e)) {
                    throw QueryAdvice.addTo(e, query, wasPresent(query));
                }
                sleeper.of(wait);
            }
        }
    }

    /**
     * Returns the coverage of a scan result once its findings can be read, or the last one if that does not happen in time.
     *
     * @param waiting receives the state before the first wait, and each other state for which it waits
     */
    ScanCoverage coverage(String id, Consumer<ScanState> waiting) throws SecurityCenterException, InterruptedException {
        Attempts tries = new Attempts();
        String told = "";
        for (Duration wait = FIRST; ; wait = shorter(wait.multipliedBy(2), LONGEST)) {
            ScanCoverage coverage = results.coverage(id);
            if (coverage.complete() || !tries.left(coverage.state())) {
                return coverage;
            }
            if (!coverage.state().text().equals(told)) {
                told = coverage.state().text();
                waiting.accept(coverage.state());
            }
            sleeper.of(wait);
        }
    }

    private boolean wasPresent(AnalysisQuery query) {
        String id = query.scanResultId();
        return id != null && id.equals(present);
    }

    /** Counts how often a query was rejected. */
    private final class Attempts {

        private int all;
        private int behindImport;
        private int ofEngine;

        boolean left(AnalysisQuery query, ErrorResponseException error)
                throws SecurityCenterException, InterruptedException {
            if (all >= TRIES_WHILE_IMPORTING) {
                return false;
            }
            if (error.engineSilent()) {
                all++;
                return ofEngine++ < TRIES_OF_ENGINE;
            }
            if (query.scanResultId() == null || wasPresent(query) || !error.dataMissing(query.scanResultId())) {
                return false;
            }
            return left(results.get(query.scanResultId()).state());
        }

        boolean left(ScanState state) {
            if (all++ >= TRIES_WHILE_IMPORTING) {
                return false;
            }
            return state.imported() || state.importMayFollow()
                    ? behindImport++ < TRIES_BEHIND_IMPORT
                    : !state.importEnded();
        }
    }
}
