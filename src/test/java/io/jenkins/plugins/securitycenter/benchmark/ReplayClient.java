package io.jenkins.plugins.securitycenter.benchmark;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The client of the plugin, connected to the replaying server. */
final class ReplayClient implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final SessionPool sessions = new SessionPool(RetryPolicy.NONE, pause -> {}, InstantSource.system());
    private final Endpoint endpoint;

    ReplayClient(String url) {
        endpoint = Endpoint.of("replay", URI.create(url));
    }

    /** Returns a connection, which logs in with its first request and out when it is closed. */
    SecurityCenter open() {
        return sessions.open(endpoint, new Login.Password("ci", "password-of-ci"));
    }

    /** Logs in, reads the status and logs out. */
    void call() throws IOException, InterruptedException {
        try (SecurityCenter server = open()) {
            server.status();
        }
    }

    /**
     * Reads the findings as a record does, and drops them.
     *
     * @return the seconds from the opening of the connection to the first finding
     */
    double read(ReplayScan scan) throws IOException, InterruptedException {
        long start = System.nanoTime();
        AtomicLong first = new AtomicLong();
        try (SecurityCenter server = open()) {
            AnalysisQuery query = AnalysisQuery.ofScanResult(scan.id()).asking();
            Analysis analysis = new Analysis(server);
            long found = analysis.read(
                    query,
                    analysis.coverage(query, waiting -> {}),
                    finding -> first.compareAndSet(0, System.nanoTime()));
            Expected.equal("findings read", found, scan.findings());
        }
        return (first.get() - start) / NANOS;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
