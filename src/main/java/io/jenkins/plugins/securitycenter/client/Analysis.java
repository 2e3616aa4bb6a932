package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.Optional;
import java.util.OptionalLong;

/** Queries for findings ({@code POST /analysis}). */
public final class Analysis {

    static final int PAGE = 500;
    /** Ends a query on a server that never runs out of pages. */
    private static final int MOST_PAGES = 40_000;
    /** Ends the reading of pages once more on a server whose total cannot be relied on. */
    private static final int MOST_SETBACKS = 100;

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
    }

    private final SecurityCenter server;
    private final ImportPatience patience;

    Analysis(SecurityCenter server, Pause pause) {
        this.server = server;
        this.patience = new ImportPatience(server.scanResults(), pause);
    }

    /**
     * Hands all findings, with all their fields, to the reader, page by page: memory does not grow with their number.
     * A finding that moves to the next page while it is read is handed over once. Where rows went away, so that others
     * moved up over the edge of a page, these are read again.
     *
     * @return how many findings were handed over
     * @throws UnexpectedAnswerException when they come from other scans than the one asked for
     */
    public long read(AnalysisQuery query, Reader reader) throws SecurityCenterException, InterruptedException {
        return read(query, coverage(query), reader);
    }

    /** What the scan of an individual query can have found; empty for other queries. */
    public Optional<ScanCoverage> coverage(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        return query.source() == AnalysisQuery.Source.INDIVIDUAL
                ? Optional.of(server.scanResults().coverage(query.scanResultId()))
                : Optional.empty();
    }

    /** The same for who has asked for the coverage before. */
    public long read(AnalysisQuery query, Optional<ScanCoverage> coverage, Reader reader)
            throws SecurityCenterException, InterruptedException {
        if (coverage.isEmpty()) {
            return read(query, "vulndetails", reader);
        }
        OriginCheck check = new OriginCheck(this, query, coverage.get(), reader);
        long count = read(query, "vulndetails", check);
        check.end(count);
        return count;
    }

    /** Hands over a finding of each host that has any, of which only the host and its repository are set. */
    public long hosts(AnalysisQuery query, Reader reader) throws SecurityCenterException, InterruptedException {
        return read(query, "sumip", reader);
    }

    private long read(AnalysisQuery query, String tool, Reader reader)
            throws SecurityCenterException, InterruptedException {
        Seen seen = new Seen();
        OptionalLong total = OptionalLong.empty();
        long count = 0;
        long start = 0;
        int setbacks = 0;
        for (int number = 0; number < MOST_PAGES; number++) {
            FindingPage page = page(query, tool, start);
            seen.nextPage();
            for (Finding finding : page.findings()) {
                if (seen.add(finding.key())) {
                    reader.finding(finding);
                    count++;
                }
            }
            long gone = setbacks < MOST_SETBACKS ? page.fewerThan(total) : 0;
            total = page.total();
            reader.page(count, total);
            if (gone > 0) {
                start = Math.max(0, start - gone);
                setbacks++;
            } else if (page.last(start + PAGE)) {
                return count;
            } else {
                start += PAGE;
            }
        }
        throw unexpected(query, "there is no end of pages.");
    }

    /** The numbers of findings by severity, in one small call; it is repeated while the import can still bring some. */
    public Totals totals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        return patience.during(query, () -> presentTotals(query));
    }

    /** The same numbers without a wait: what is not there yet is refused. */
    public Totals presentTotals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        JsonNode results = server.call(request(query, "sumseverity", 0)).path("results");
        if (!results.isArray()) {
            throw unexpected(query, "the answer has no list of results.");
        }
        Totals totals = Totals.NONE;
        for (JsonNode node : results) {
            Attributes row = Attributes.of(node);
            Optional<Severity> severity = Severity.ofId(row.object("severity").number("id", -1));
            if (severity.isPresent()) {
                totals = totals.plus(severity.get(), row.number("count", 0));
            }
        }
        return totals;
    }

    private FindingPage page(AnalysisQuery query, String tool, long start)
            throws SecurityCenterException, InterruptedException {
        return patience.during(query, () -> {
            FindingPage page = new FindingPage(PAGE);
            Request request = request(query, tool, start);
            server.stream(request, page);
            if (!page.read()) {
                throw unexpected(query, "the answer has no list of results.");
            }
            return page;
        });
    }

    UnexpectedAnswerException unexpected(AnalysisQuery query, String what) {
        Attempt attempt = new Attempt(
                server.endpoint().name(), request(query, "vulndetails", 0).operation());
        return new UnexpectedAnswerException(attempt, 200, what, false, null);
    }

    private static Request request(AnalysisQuery query, String tool, long start) {
        String which = query.scanResultId() == null ? "" : " of scan result " + query.scanResultId();
        return Request.post("/analysis", query.body(tool, start, start + PAGE))
                .effect(Request.Effect.READS)
                .toDo("read the findings" + which);
    }
}
