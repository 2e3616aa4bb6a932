package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The requests by which results of one type are polled.
 *
 * @param since reads all results created since a time of the server's clock, in one request
 * @param one reads a single result by its id
 * @param detailed reads a single result with all that can be requested of it
 * @param id returns the id of a result
 * @param created returns when the server created or started a result; empty if not known yet
 */
public record PollSource<T>(
        PollRequest<Instant, List<T>> since,
        PollRequest<String, T> one,
        PollRequest<String, T> detailed,
        Function<T, String> id,
        Function<T, Optional<Instant>> created) {

    /** {@code /scanResult}. */
    public static final PollSource<ScanResult> SCAN_RESULTS = new PollSource<>(
            (server, start) -> new ScanResults(server).createdSince(start),
            (server, id) -> new ScanResults(server).get(id),
            (server, id) -> new ScanResults(server).withCoverage(id),
            ScanResult::id,
            result -> result.times().created());

    /** {@code /report}. */
    public static final PollSource<Report> REPORTS = new PollSource<>(
            (server, start) -> new Reports(server).createdSince(start),
            (server, id) -> new Reports(server).get(id),
            (server, id) -> new Reports(server).get(id),
            Report::id,
            Report::started);

    /** A request. */
    @FunctionalInterface
    interface PollRequest<A, B> {
        B from(SecurityCenter server, A argument) throws SecurityCenterException, InterruptedException;
    }
}
