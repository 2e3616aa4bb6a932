package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.FindingKey;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Queries for findings ({@code POST /analysis}). */
public final class Analysis {

    static final int PAGE = 500;
    /** Ends a query on a server that never runs out of pages. */
    private static final int MOST_PAGES = 40_000;

    private final SecurityCenter server;
    private final ImportPatience patience;

    Analysis(SecurityCenter server, Pause pause) {
        this.server = server;
        this.patience = new ImportPatience(server.scanResults(), pause);
    }

    /**
     * Hands all findings, with all their fields, to the consumer, page by page: memory does not grow with their number.
     * A finding that moves to the next page while it is read is handed over once.
     *
     * @return how many findings were handed over
     */
    public long read(AnalysisQuery query, Consumer<Finding> consumer)
            throws SecurityCenterException, InterruptedException {
        Set<FindingKey> previous = Set.of();
        long count = 0;
        for (int number = 0; number < MOST_PAGES; number++) {
            FindingPage page = page(query, (long) number * PAGE);
            Set<FindingKey> keys = new HashSet<>();
            for (Finding finding : page.findings()) {
                if (keys.add(finding.key()) && !previous.contains(finding.key())) {
                    consumer.accept(finding);
                    count++;
                }
            }
            if (page.last((number + 1L) * PAGE)) {
                break;
            }
            previous = keys;
        }
        return count;
    }

    /** The numbers of findings by severity, in one small call. */
    public Totals totals(AnalysisQuery query) throws SecurityCenterException, InterruptedException {
        Request request = request(query, "sumseverity", 0);
        JsonNode results = patience.during(query, () -> server.call(request)).path("results");
        if (!results.isArray()) {
            throw noResults(request);
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

    private FindingPage page(AnalysisQuery query, long start) throws SecurityCenterException, InterruptedException {
        return patience.during(query, () -> {
            FindingPage page = new FindingPage(PAGE);
            Request request = request(query, "vulndetails", start);
            server.stream(request, page);
            if (!page.read()) {
                throw noResults(request);
            }
            return page;
        });
    }

    private UnexpectedAnswerException noResults(Request request) {
        Attempt attempt = new Attempt(server.endpoint().name(), request.operation());
        return new UnexpectedAnswerException(attempt, 200, "the answer has no list of results.", false, null);
    }

    private static Request request(AnalysisQuery query, String tool, long start) {
        String which = query.scanResultId() == null ? "" : " of scan result " + query.scanResultId();
        return Request.post("/analysis", query.body(tool, start, start + PAGE))
                .effect(Request.Effect.READS)
                .toDo("read the findings" + which);
    }
}
