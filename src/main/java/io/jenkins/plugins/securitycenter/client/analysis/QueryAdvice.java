package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import java.util.List;
import java.util.TreeSet;

/** Advises users about a query for findings that the server rejected. */
final class QueryAdvice {

    private QueryAdvice() {}

    /**
     * Returns the exception with advice for this query, if the query caused it (error 143).
     *
     * @param present whether an earlier query found the data of the scan result
     */
    static ErrorResponseException addTo(ErrorResponseException error, AnalysisQuery query, boolean present) {
        return error.queryFailed() ? error.advising(of(error, query, present)) : error;
    }

    private static String of(ErrorResponseException error, AnalysisQuery query, boolean present) {
        if (error.engineSilent()) {
            return "The query engine of the server did not respond; narrow the query with filters, or try again later.";
        }
        if (query.scanResultId() != null && error.dataMissing(query.scanResultId())) {
            return present
                    ? "The data of the scan result disappeared while it was being read; start the build again when nobody is"
                            + " deleting or importing this result."
                    : "There are no findings to read: the import has not finished, or the scan result is empty or expired.";
        }
        return filters(query);
    }

    private static String filters(AnalysisQuery query) {
        if (query.filters().isEmpty()) {
            return "";
        }
        boolean asset = List.of("asset", "assetID").stream().anyMatch(query.filters()::containsKey);
        return "Check the filters of the query: "
                + String.join(", ", new TreeSet<>(query.filters().keySet()))
                + (asset ? "; the asset list must exist, be ready, and be shared with the account." : ".");
    }
}
