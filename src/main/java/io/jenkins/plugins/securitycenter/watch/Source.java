package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Reports;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * How polls read what is waited for.
 *
 * @param since reads all that were created since a time, in one request
 * @param one reads one by its id
 * @param id tells the id of one
 */
record Source<T>(Read<Instant, List<T>> since, Read<String, T> one, Function<T, String> id) {

    /** {@code /scanResult}. */
    static final Source<ScanResult> SCAN_RESULTS = new Source<>(
            (server, start) -> server.scanResults().createdSince(start),
            (server, id) -> server.scanResults().get(id),
            ScanResult::id);

    /** {@code /report}. */
    static final Source<Report> REPORTS = new Source<>(
            (server, start) -> new Reports(server).createdSince(start),
            (server, id) -> new Reports(server).get(id),
            Report::id);

    /** A call. */
    @FunctionalInterface
    interface Read<A, B> {
        B from(SecurityCenter server, A argument) throws SecurityCenterException, InterruptedException;
    }
}
