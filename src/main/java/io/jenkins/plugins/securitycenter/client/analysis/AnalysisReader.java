package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.analysis.AnalysisReadAttempt.ReadSummary;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import java.time.Duration;

/**
 * Reads all findings of a query, and repeats that until the pages are consistent and contain all rows that the server
 * counts. Further reads use other page sizes and, if the pages were inconsistent, a sort order. If three consecutive
 * reads agree that the server repeats some rows in place of others, the findings are passed as incomplete.
 */
final class AnalysisReader {

    /** The page sizes of the reads in percent of the first one. */
    private static final int[] PERCENT = {100, 80, 50, 90};

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Requests a page. */
    @FunctionalInterface
    interface PageLoader {
        /** @param sorted whether to request a sort order */
        AnalysisPage page(long start, int size, boolean sorted) throws SecurityCenterException, InterruptedException;
    }

    /** Creates the exception for a response that cannot be used. */
    @FunctionalInterface
    interface FailureFactory {
        SecurityCenterException create(String what);
    }

    private final String noun;
    private final int rows;
    private final PageLoader source;
    private final FailureFactory failures;
    private final Sleeper sleeper;
    private final DuplicateFindings doubled = new DuplicateFindings();
    private boolean sorted;
    private boolean sortable = true;

    /**
     * @param noun the plural noun for the rows in messages
     * @param rows the number of rows to request at a time
     */
    AnalysisReader(String noun, int rows, PageLoader source, FailureFactory objection, Sleeper sleeper) {
        this.noun = noun;
        this.rows = rows;
        this.source = source;
        this.failures = objection;
        this.sleeper = sleeper;
    }

    /** Reads the findings and returns the last read, whose findings are final. */
    AnalysisReadAttempt read(Analysis.FindingsListener reader) throws SecurityCenterException, InterruptedException {
        ReadSummary before = null;
        long missing = 0;
        String reason = "";
        for (int number = 0; number < PERCENT.length; number++) {
            if (number > 0) {
                sleeper.of(PAUSE.multipliedBy(number));
                reader.restart(reason, missing);
            }
            AnalysisReadAttempt attempt = attempt(number, reader);
            ReadSummary sighting = attempt.sighting();
            boolean agreed = sighting.displaced() > 0 && sighting.equals(before);
            if (attempt.settled() && (missing > 0 ? agreed : attempt.complete())) {
                reader.odd(attempt.odd());
                reader.end(new Completeness(attempt.dropped(), missing));
                return attempt;
            }
            missing = agreed ? sighting.displaced() : 0;
            before = sighting;
            sorted |= !attempt.complete();
            reason = attempt.reason();
        }
        throw failures.create(reason + ", even after " + (PERCENT.length - 1) + " more attempts, so the " + noun
                + " were discarded; try again when no import is running, and if that does not help, check any proxy between Jenkins and"
                + " SecurityCenter.");
    }

    private AnalysisReadAttempt attempt(int number, Analysis.FindingsListener reader)
            throws SecurityCenterException, InterruptedException {
        AnalysisReadAttempt attempt = new AnalysisReadAttempt(rows * PERCENT[number] / 100, noun, doubled, reader);
        attempt.read((start, size) -> page(start, size));
        if (doubled.tooMany()) {
            throw failures.create("more than " + DuplicateFindings.MOST + " " + noun
                    + " were returned several times with different values, so all of them were discarded.");
        }
        return attempt;
    }

    private AnalysisPage page(long start, int size) throws SecurityCenterException, InterruptedException {
        if (sorted && sortable) {
            try {
                return source.page(start, size, true);
            } catch (ErrorResponseException e) {
                if (start > 0) {
                    throw e;
                }
                // if the sort order was not the reason, the request without it fails as well
                sortable = false;
            }
        }
        return source.page(start, size, false);
    }
}
