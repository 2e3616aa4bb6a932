package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.PollSource;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Creates runs, and holds what they share. */
public final class WatchServices implements AutoCloseable {

    private final SessionPool sessions;
    private final WatchThreads threads;
    private final RunRegistry registry;
    private final InstantSource clock;
    private final PollRegistry<ScanResult> scanResults;
    private final PollRegistry<Report> reports;
    private final NewResultFinder results;
    private final OrphanedScanCleanup orphans;
    private volatile boolean closed;

    /** @param threads owned and closed by the caller */
    public WatchServices(SessionPool sessions, WatchThreads threads, RunRegistry registry, InstantSource clock) {
        this.sessions = sessions;
        this.threads = threads;
        this.registry = registry;
        this.clock = clock;
        Function<Endpoint, Executor> calls = endpoint -> threads.calls(endpoint.url());
        this.scanResults = new PollRegistry<>(PollSource.SCAN_RESULTS, sessions, calls, threads.scheduler(), clock);
        this.reports = new PollRegistry<>(PollSource.REPORTS, sessions, calls, threads.scheduler(), clock);
        this.results = new NewResultFinder(clock);
        this.orphans = new OrphanedScanCleanup(registry);
    }

    public SessionPool sessions() {
        return sessions;
    }

    public RunRegistry registry() {
        return registry;
    }

    WatchThreads threads() {
        return threads;
    }

    InstantSource clock() {
        return clock;
    }

    PollRegistry<ScanResult> scanResults() {
        return scanResults;
    }

    PollRegistry<Report> reports() {
        return reports;
    }

    /** Returns whether runs are no longer changed, so that they can continue after a restart. */
    boolean closed() {
        return closed;
    }

    /**
     * Creates a run of an existing scan.
     *
     * @param state {@link RunState#initial()}, or the last state that the listener stored before a restart
     */
    public WatchedRun<ScanResult> scan(
            RunOwner owner,
            AccountLookup account,
            ScanOptions order,
            RunState state,
            RunListener<ScanResult> listener) {
        return run(owner, account, new ScanLauncher(order, results), state, listener);
    }

    /** Creates a run whose scan is created for it and removed when it ends, however it concludes. */
    public WatchedRun<ScanResult> onDemandScan(
            RunOwner owner,
            AccountLookup account,
            OnDemandOptions order,
            RunState state,
            RunListener<ScanResult> listener) {
        Optional<String> leftOvers = state.part() == 0 ? Optional.of(owner.credentialsId()) : Optional.empty();
        return run(owner, account, new OnDemandScanLauncher(order, results, orphans, leftOvers), state, listener);
    }

    /** Creates a run that imports a file. It ends when the file is imported. */
    public WatchedRun<ScanResult> fileImport(
            RunOwner owner,
            AccountLookup account,
            ImportOptions order,
            RunState state,
            RunListener<ScanResult> listener) {
        return run(owner, account, new ImportLauncher(order, results), state, listener);
    }

    /** Creates a run that generates a report. */
    public WatchedRun<Report> report(
            RunOwner owner, AccountLookup account, ReportOptions order, RunState state, RunListener<Report> listener) {
        return run(owner, account, new ReportLauncher(order, clock), state, listener);
    }

    private <T> WatchedRun<T> run(
            RunOwner owner, AccountLookup account, Launcher<T> launcher, RunState state, RunListener<T> listener) {
        RunState known = state.ofType(launcher.type(), launcher.stopOnAbort(), launcher.ownerTag());
        return new WatchedRun<>(this, owner, new ServerActions<>(this, owner, account, launcher), known, listener);
    }

    /**
     * Cleans up after a run whose build no longer exists: finds, stops and removes what it has on the server.
     *
     * @param entry the run as stored in the registry
     */
    public void cleanUp(RunEntry entry, AccountLookup account) {
        RunState state = entry.state();
        String name = state.subjectName().isEmpty() ? entry.owner().build() : state.subjectName();
        ScanOptions order = new ScanOptions(name, WaitFor.IMPORTED, Duration.ZERO, state.stopOnAbort());
        switch (state.type()) {
            case SCAN -> orphan(entry, account, new ScanLauncher(order, results));
            case ON_DEMAND_SCAN -> {
                OnDemandOptions created =
                        new OnDemandOptions(order, null, Objects.requireNonNull(state.ownerTag()), scan -> false);
                orphan(entry, account, new OnDemandScanLauncher(created, results, orphans, Optional.empty()));
            }
            case IMPORT -> {
                ImportOptions file =
                        new ImportOptions(name, InputStream::nullInputStream, state.subjectId(), Duration.ZERO);
                orphan(entry, account, new ImportLauncher(file, results));
            }
            case REPORT -> {
                ReportOptions report = new ReportOptions(name, Duration.ZERO, state.stopOnAbort());
                orphan(entry, account, new ReportLauncher(report, clock));
            }
        }
    }

    /**
     * Finds the scans that builds of this Jenkins left on a server.
     *
     * @param own a mark of this Jenkins
     * @param abandoned whether the build that created a scan has ended
     */
    public List<OrphanedScan> orphanedScans(SecurityCenter server, ScanOwnerTag own, Predicate<Marked> abandoned)
            throws SecurityCenterException, InterruptedException {
        return orphans.find(server, own, abandoned, true).stream()
                .map(OrphanedScanCleanup::orphan)
                .toList();
    }

    /** Removes the scans that {@link #orphanedScans} finds, and reports each one that was removed. */
    public void removeOrphanedScans(
            SecurityCenter server, ScanOwnerTag own, Predicate<Marked> abandoned, Consumer<OrphanedScan> removed)
            throws SecurityCenterException, InterruptedException {
        OrphanedScanCleanup.remove(server, orphans.find(server, own, abandoned, true), removed);
    }

    private <T> void orphan(RunEntry entry, AccountLookup account, Launcher<T> launcher) {
        ServerActions<T> actions = new ServerActions<>(this, entry.owner(), account, launcher);
        new WatchedRun<>(this, entry.owner(), actions, entry.state(), new OrphanedRunLog<>(entry.owner())).cleanUp();
    }

    /** Stops polling and closes all sessions. Builds are not notified, so that they can continue after a restart. */
    @Override
    public void close() {
        closed = true;
        scanResults.close();
        reports.close();
        sessions.close();
    }
}
