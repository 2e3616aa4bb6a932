package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Determines whether a query returned no findings because no host was scanned, rather than because the hosts have none.
 * If that is unknown, it is assumed that no host was scanned.
 */
public final class NothingScannedCheck {

    private final SecurityCenter server;
    private final AnalysisQuery query;
    private final Optional<ScanCoverage> coverage;
    private final Consumer<String> log;

    /**
     * @param coverage the result of {@link Analysis#coverage} for the query
     * @param log receives a sentence if the server rejects a request
     */
    public NothingScannedCheck(
            SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage, Consumer<String> log) {
        this.server = server;
        this.query = query;
        this.coverage = coverage;
        this.log = log;
    }

    /** Returns whether the data of the scan result is missing because the scan reached no host. */
    public boolean explains(ErrorResponseException error) {
        return query.scanResultId() != null
                && error.dataMissing(query.scanResultId())
                && coverage.isPresent()
                && coverage.get().reachedNothing();
    }

    /**
     * Returns whether no host was scanned for a query that returned neither findings nor hosts; sends at most one
     * request.
     */
    public boolean nothingScanned() throws SecurityCenterException, InterruptedException {
        return !reached() && !found();
    }

    /**
     * Returns whether the scan reached hosts. A scan of a single plugin can reach hosts without findings; a partial
     * scan may have ended before its checks.
     */
    private boolean reached() {
        return query.ofScannedPlaces().filters().isEmpty()
                && coverage.isPresent()
                && !coverage.get().partial()
                && coverage.get().reached().orElse(0) > 0;
    }

    /**
     * Returns whether there is any finding on the hosts that the query selects, including findings of web applications,
     * which are not hosts.
     */
    private boolean found() throws SecurityCenterException, InterruptedException {
        if (query.source() != SourceType.PATCHED && query.filters().isEmpty()) {
            return false;
        }
        AnalysisQuery places = query.ofScannedPlaces();
        try {
            return new Analysis(server)
                            .presentTotals(query.source() == SourceType.PATCHED ? places.open() : places)
                            .total()
                    > 0;
        } catch (ErrorResponseException e) {
            log.accept("Could not determine whether any host was scanned, so the plugin assumes that none was: "
                    + e.getMessage());
            return false;
        }
    }
}
