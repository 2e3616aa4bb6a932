package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/** What the runs of a controller share. The executor's threads do the calls, so a few of them serve many runs. */
public final class Crew implements AutoCloseable {

    private final Sessions sessions;
    private final ScheduledExecutorService executor;
    private final InstantSource clock;
    private final Watcher<ScanResult> scanResults;
    private final Watcher<Report> reports;
    private final NewResults results;
    private final Leftovers leftovers = new Leftovers();

    /** @param executor stays the caller's to shut down */
    public Crew(Sessions sessions, ScheduledExecutorService executor, Pause pause, InstantSource clock) {
        this.sessions = sessions;
        this.executor = executor;
        this.clock = clock;
        this.scanResults = new Watcher<>(Source.SCAN_RESULTS, sessions, executor);
        this.reports = new Watcher<>(Source.REPORTS, sessions, executor);
        this.results = new NewResults(pause);
    }

    public Sessions sessions() {
        return sessions;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    InstantSource clock() {
        return clock;
    }

    Watcher<ScanResult> scanResults() {
        return scanResults;
    }

    Watcher<Report> reports() {
        return reports;
    }

    NewResults results() {
        return results;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /** Stops polling and ends all sessions; runs that wait are not told, so that a restart can resume them. */
    @Override
    public void close() {
        scanResults.close();
        reports.close();
        sessions.close();
    }
}
