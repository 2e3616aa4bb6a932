package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.AnalysisQuery.Source;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells a query without findings that found hosts in order from one that had no host to look at. What cannot be found
 * out counts as no host.
 */
public final class NothingScannedCheck {

    private final SecurityCenter server;
    private final AnalysisQuery query;
    private final Optional<ScanCoverage> coverage;
    private final Consumer<String> log;

    /**
     * @param coverage what {@link Analysis#coverage} says of the query
     * @param log gets a sentence when the server refuses to tell
     */
    public NothingScannedCheck(
            SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage, Consumer<String> log) {
        this.server = server;
        this.query = query;
        this.coverage = coverage;
        this.log = log;
    }

    /** Whether the data of the scan result is missing because its scan reached no host. */
    public boolean explains(RefusedException refusal) {
        return query.scanResultId() != null
                && refusal.dataMissing(query.scanResultId())
                && coverage.isPresent()
                && coverage.get().reachedNothing();
    }

    /** Whether no host was scanned for the query, which found neither findings nor hosts; asks once at most. */
    public boolean nothingScanned() throws SecurityCenterException, InterruptedException {
        return !reached() && !found();
    }

    /** A scan of a single plugin can reach hosts without a finding; a partial one may not have come to its checks. */
    private boolean reached() {
        return query.ofPlaces().filters().isEmpty()
                && coverage.isPresent()
                && !coverage.get().partial()
                && coverage.get().reached().orElse(0) > 0;
    }

    /** Whether there is any finding at the places of the query, be it of a web application, which is no host. */
    private boolean found() throws SecurityCenterException, InterruptedException {
        if (query.source() != Source.PATCHED && query.filters().isEmpty()) {
            return false;
        }
        AnalysisQuery places = query.ofPlaces();
        try {
            return new Analysis(server)
                            .presentTotals(query.source() == Source.PATCHED ? places.open() : places)
                            .total()
                    > 0;
        } catch (RefusedException e) {
            log.accept("Could not determine whether any host was scanned, so none is assumed: " + e.getMessage());
            return false;
        }
    }
}
