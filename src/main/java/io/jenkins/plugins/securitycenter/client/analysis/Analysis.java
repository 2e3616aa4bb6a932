package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.resource.RowReader;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import io.jenkins.plugins.securitycenter.model.MissingFields;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs queries for findings ({@code POST /analysis}). */
public final class Analysis {

    private static final String DETAILS = "vulndetails";
    private static final String HOSTS = "sumip";
    private static final String NO_RESULTS = "the response does not contain a list of results.";

    /** Receives the findings of a query. */
    @FunctionalInterface
    public interface FindingsListener {
        void finding(Finding finding) throws SecurityCenterException;

        /**
         * Called after each page.
         *
         * @param read the number of findings that were passed so far
         * @param total the total number of findings, if the server sends it
         */
        default void page(long read, OptionalLong total) {
            // most readers only need the findings
        }

        /**
         * Called when the findings so far must be discarded: all of them are read again, because the pages were
         * inconsistent.
         *
         * @param reason a clause about the server, with numbers
         * @param missing how many findings the final result will lack as well; 0 if it may be complete
         * @throws IllegalStateException if this reader cannot start over
         */
        default void restart(String reason, long missing) throws SecurityCenterException {
            throw new IllegalStateException("The findings must be read again: " + reason);
        }

        /** Called after the end, with the fields that no row has, see {@link MissingFields#names()}. */
        default void lacks(List<String> fields) {
            // most readers ignore this
        }

        /** Called before the end, with the number of rows that were changed while reading, which may be zero. */
        default void odd(MalformedRows rows) {
            // most readers ignore this
        }

        /** Called at the end: the findings since the last restart are final. */
        default void end(Completeness completeness) throws SecurityCenterException {
            // most readers ignore this
        }
    }

    private final SecurityCenter server;
    private final ImportRetry patience;
    private final Sleeper sleeper;

    /** @param server is not closed */
    public Analysis(SecurityCenter server) {
        this.server = server;
        this.sleeper = server.pause();
        this.patience = new ImportRetry(new ScanResults(server), sleeper);
    }

    /**
     * Passes all findings with all their fields to the reader, page by page; needs about 9 bytes of memory per finding.
     * If the pages are inconsistent or lack rows that the server counts, all of them are read again.
     *
     * @return the number of findings that were passed since the last restart
     * @throws UnexpectedResponseException if the findings belong to other scans than the requested one, or are still
     *     incomplete after all retries
     */
    public long read(AnalysisQuery query, FindingsListener reader)
            throws SecurityCenterException, InterruptedException {
        return read(query, coverage(query, waiting -> {}), reader);
    }

    /**
     * Returns the coverage of the scan of an individual query, after waiting for its import; empty for other queries.
     *
     * @param waiting receives the state of the scan result before a wait of up to half an hour, and each time it changes
     * @throws UnexpectedResponseException if the findings were not imported, so that those that can be read may not be all
     */
    public Optional<ScanCoverage> coverage(AnalysisQuery query, Consumer<ScanState> waiting)
            throws SecurityCenterException, InterruptedException {
        if (query.source() != AnalysisQuery.SourceType.INDIVIDUAL) {
            return Optional.empty();
        }
        ScanCoverage coverage = patience.coverage(Objects.requireNonNull(query.scanResultId()), waiting);
        if (!coverage.complete()) {
            throw unexpected(
                    query,
                    "its findings were not imported (status " + coverage.state().text()
                            + "); wait until they are, or import them again in SecurityCenter.");
        }
        return Optional.of(coverage);
    }

    /** Reads the findings with a coverage that the caller already has; see {@link #read(AnalysisQuery, Reader)}. */
    public long read(AnalysisQuery query, Optional<ScanCoverage> coverage, FindingsListener reader)
            throws SecurityCenterException, InterruptedException {
        if (coverage.isEmpty()) {
            return findings(query, reader).found();
        }
        ForeignFindingsCheck check = new ForeignFindingsCheck(this, query, coverage.get(), reader);
        AnalysisReadAttempt read = findings(query, check);
        check.compare(read.counted());
        return read.found();
    }

    private AnalysisReadAttempt findings(AnalysisQuery query, FindingsListener reader)
            throws SecurityCenterException, InterruptedException {
        MissingFields missing = new MissingFields();
        FindingReader rows = new FindingReader(server.endpoint().epss());
        AnalysisReadAttempt read = read(query, DETAILS, reader, row -> {
            missing.add(row);
            return rows.read(row);
        });
        reader.lacks(missing.names());
        if (read.total().isEmpty()) {
            checkBySeverity(query, read.counted());
        }
        return read;
    }

    /** Checks the number of findings against the counts by severity if the server sent no total. */
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
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            return OptionalLong.empty();
        }
    }

    /** Passes one finding for each host that has findings, with only the host and its repository set. */
    public long hosts(AnalysisQuery query, FindingsListener reader)
            throws SecurityCenterException, InterruptedException {
        FindingReader rows = new FindingReader(server.endpoint().epss());
        return read(query, HOSTS, reader, rows::readHost).found();
    }

    private AnalysisReadAttempt read(
            AnalysisQuery query, String tool, FindingsListener reader, Function<Attributes, Finding> row)
            throws SecurityCenterException, InterruptedException {
        boolean details = tool.equals(DETAILS);
        RowFields fields = new RowFields();
        AnalysisReader.PageLoader source = (start, size, sorted) -> {
            RowReader rows = new RowReader(start, row);
            AnalysisPage page = sorted
                    ? page(query, rows, fields, query.sorted(tool, start, start + size))
                    : patience.during(query, () -> page(query, rows, fields, query.body(tool, start, start + size)));
            server.activity().findingsRead(details ? page.rows().size() : 0);
            return page;
        };
        String noun = details ? "findings" : "hosts";
        return new AnalysisReader(noun, query.pageSize(), source, what -> unexpected(query, what), sleeper)
                .read(reader);
    }

    /**
     * Returns the number of findings by severity with one small request, which is repeated while an import is in
     * progress.
     */
    public Totals totals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        return patience.during(query, () -> presentTotals(query));
    }

    /** Returns the number of findings by severity without waiting for an import; fails if the data is not there yet. */
    public Totals presentTotals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        Request request = request(query, query.body("sumseverity", 0, AnalysisQuery.ROWS));
        JsonNode answer = server.call(request);
        JsonNode results = answer.path("results");
        if (!results.isArray()) {
            throw unexpected(query, NO_RESULTS);
        }
        if (results.size() < Attributes.of(answer).number("totalRecords", 1)) {
            throw unexpected(query, "the response lacks the counts of some severities.");
        }
        return new ResourceReader(server, request).understood(() -> Totals.of(results));
    }

    private AnalysisPage page(AnalysisQuery query, RowReader rows, RowFields fields, ObjectNode body)
            throws SecurityCenterException, InterruptedException {
        AnalysisPage page = new AnalysisPage(rows, fields);
        server.stream(request(query, body), page);
        if (!page.read()) {
            throw unexpected(query, NO_RESULTS);
        }
        return page;
    }

    UnexpectedResponseException unexpected(AnalysisQuery query, String what) {
        Attempt attempt = new Attempt(server.endpoint().name(), operation(query));
        return new UnexpectedResponseException(attempt, 200, what, false, null);
    }

    private static Request request(AnalysisQuery query, ObjectNode body) {
        return Request.post("/analysis", body).effect(Request.Effect.READS).toDo(operation(query));
    }

    private static String operation(AnalysisQuery query) {
        return "read the findings" + (query.scanResultId() == null ? "" : " of scan result " + query.scanResultId());
    }
}
