package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Queries for findings ({@code POST /analysis}). */
public final class Analysis {

    static final int PAGE = FindingReading.SIZES[0];
    private static final String DETAILS = "vulndetails";
    private static final String HOSTS = "sumip";
    private static final String NO_RESULTS = "the response does not contain a list of results.";

    /** Takes what is read. */
    @FunctionalInterface
    public interface Reader {
        void finding(Finding finding) throws SecurityCenterException;

        /**
         * A page was read.
         *
         * @param read how many findings were handed over so far
         * @param total how many there are, if the server tells it
         */
        default void page(long read, OptionalLong total) {
            // Most readers only want the findings.
        }

        /**
         * The findings so far do not count: all come again, since the pages did not fit together.
         *
         * @param reason a clause about the server, with numbers
         * @param missing how many findings will be missing in the end as well; 0 when all may come
         * @throws IllegalStateException when this reader cannot begin again
         */
        default void restart(String reason, long missing) throws SecurityCenterException {
            throw new IllegalStateException("The findings must be read again: " + reason);
        }

        /** Rows could not be taken over as they came; called before the end, also for none. */
        default void odd(OddRows rows) {
            // Most readers take what there is.
        }

        /** The findings since the last restart are those that count. */
        default void end(Completeness completeness) throws SecurityCenterException {
            // Most readers need not know.
        }
    }

    private final SecurityCenter server;
    private final ImportPatience patience;
    private final Pause pause;

    /** @param server left open */
    public Analysis(SecurityCenter server) {
        this.server = server;
        this.pause = server.pause();
        this.patience = new ImportPatience(new ScanResults(server), pause);
    }

    /**
     * Hands all findings, with all their fields, to the reader, page by page: memory grows by some 9 bytes for each.
     * When the pages do not fit together, or lack rows that the server counts, all of them are read again.
     *
     * @return how many findings were handed over that count
     * @throws UnexpectedAnswerException when they come from other scans than the one asked for, or are not complete
     *     however often they are read
     */
    public long read(AnalysisQuery query, Reader reader) throws SecurityCenterException, InterruptedException {
        return read(query, coverage(query), reader);
    }

    /** What the scan of an individual query can have found; empty for other queries. */
    public Optional<ScanCoverage> coverage(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        return query.source() == AnalysisQuery.Source.INDIVIDUAL
                ? Optional.of(new ScanResults(server).coverage(query.scanResultId()))
                : Optional.empty();
    }

    /** The same for who has asked for the coverage before. */
    public long read(AnalysisQuery query, Optional<ScanCoverage> coverage, Reader reader)
            throws SecurityCenterException, InterruptedException {
        if (coverage.isEmpty()) {
            return findings(query, reader).found();
        }
        OriginCheck check = new OriginCheck(this, query, coverage.get(), reader);
        FindingAttempt read = findings(query, check);
        check.compare(read.counted());
        return read.found();
    }

    private FindingAttempt findings(AnalysisQuery query, Reader reader)
            throws SecurityCenterException, InterruptedException {
        FindingAttempt read = read(query, DETAILS, reader);
        if (read.total().isEmpty()) {
            checkBySeverity(query, read.counted());
        }
        return read;
    }

    /** Where the server tells no total, its numbers by severity are all that the findings can be held against. */
    private void checkBySeverity(AnalysisQuery query, long counted)
            throws SecurityCenterException, InterruptedException {
        OptionalLong told = numberBySeverity(query);
        if (told.isEmpty() && counted == 0) {
            throw unexpected(query, "the response contains neither findings nor their total.");
        }
        if (told.orElse(0) > counted) {
            throw unexpected(query, "the server returned " + counted + " of " + told.getAsLong() + " findings.");
        }
    }

    private OptionalLong numberBySeverity(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        try {
            return OptionalLong.of(presentTotals(query).total());
        } catch (RefusedException | UnexpectedAnswerException e) {
            return OptionalLong.empty();
        }
    }

    /** Hands over a finding of each host that has any, of which only the host and its repository are set. */
    public long hosts(AnalysisQuery query, Reader reader) throws SecurityCenterException, InterruptedException {
        return read(query, HOSTS, reader).found();
    }

    private FindingAttempt read(AnalysisQuery query, String tool, Reader reader)
            throws SecurityCenterException, InterruptedException {
        Function<Attributes, Finding> row = tool.equals(HOSTS) ? Finding::ofHost : Finding::of;
        FindingReading.Source source = (start, size, sorted) -> {
            RowReader rows = new RowReader(start, row);
            return sorted
                    ? page(query, rows, query.sorted(tool, start, start + size))
                    : patience.during(query, () -> page(query, rows, query.body(tool, start, start + size)));
        };
        String noun = tool.equals(HOSTS) ? "hosts" : "findings";
        return new FindingReading(noun, source, what -> unexpected(query, what), pause).read(reader);
    }

    /** The numbers of findings by severity, in one small call; it is repeated while the import can still bring some. */
    public Totals totals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        return patience.during(query, () -> presentTotals(query));
    }

    /** The same numbers without a wait: what is not there yet is refused. */
    public Totals presentTotals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        Request request = request(query, query.body("sumseverity", 0, PAGE));
        JsonNode answer = server.call(request);
        JsonNode results = answer.path("results");
        if (!results.isArray()) {
            throw unexpected(query, NO_RESULTS);
        }
        if (results.size() < Attributes.of(answer).number("totalRecords", 1)) {
            throw unexpected(query, "the response lacks the counts of some severities.");
        }
        return new Records(server, request).understood(() -> Totals.of(results));
    }

    private FindingPage page(AnalysisQuery query, RowReader rows, ObjectNode body)
            throws SecurityCenterException, InterruptedException {
        FindingPage page = new FindingPage(rows);
        server.stream(request(query, body), page);
        if (!page.read()) {
            throw unexpected(query, NO_RESULTS);
        }
        return page;
    }

    UnexpectedAnswerException unexpected(AnalysisQuery query, String what) {
        Attempt attempt = new Attempt(server.endpoint().name(), operation(query));
        return new UnexpectedAnswerException(attempt, 200, what, false, null);
    }

    private static Request request(AnalysisQuery query, ObjectNode body) {
        return Request.post("/analysis", body).effect(Request.Effect.READS).toDo(operation(query));
    }

    private static String operation(AnalysisQuery query) {
        return "read the findings" + (query.scanResultId() == null ? "" : " of scan result " + query.scanResultId());
    }
}
