package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.document.DocumentHeader;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.watch.PooledThreads;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import io.jenkins.plugins.securitycenter.watch.RunRegistry;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import io.jenkins.plugins.securitycenter.watch.WatchThreads;
import io.jenkins.plugins.securitycenter.watch.poll.WaitFor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** What a build does: launch, wait, read, compare, judge, export. */
final class DemoJob implements AutoCloseable {

    private static final List<Gate> GATES = List.of(
            new Gate(1, Severity.CRITICAL, Gate.Type.NEW, GateCondition.NONE, Gate.Result.FAILURE),
            new Gate(1000, Severity.HIGH, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.UNSTABLE));

    private final WatchThreads threads = new PooledThreads();
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
    private final WatchServices watch;
    private final ServerAccount account;
    private final PrintStream out;

    /** @param runs the directory for the runs that have not ended */
    DemoJob(ServerAccount account, Path runs, PrintStream out) {
        watch = new WatchServices(sessions, threads, new RunRegistry(runs), InstantSource.system());
        this.account = account;
        this.out = out;
    }

    RecordSummary build(String scan, DemoFiles files) throws IOException, InterruptedException {
        try (SecurityCenter server = sessions.open(account.endpoint(), account.login())) {
            ScanResult result = scan(scan);
            try (var recording = files.recording(GATES)) {
                recording.begin();
                long rows = new Analysis(server).read(AnalysisQuery.ofScanResult(result.id()), recording::accept);
                RecordSummary summary = recording.end();
                out.println("[SecurityCenter] Read " + rows + " findings of scan result " + result.id());
                return files.report(header(scan, result, summary), summary);
            }
        }
    }

    private DocumentHeader header(String scan, ScanResult result, RecordSummary summary) {
        return new DocumentHeader(
                "SecurityCenter",
                scan + " (demonstration)",
                "",
                account.endpoint().name(),
                result.id(),
                account.endpoint().pageOfScanResult(result.id()).toString(),
                summary.changes().compared() ? "the previous run of the demonstration" : "",
                ZonedDateTime.now(),
                List.of(),
                "");
    }

    private ScanResult scan(String scan) throws IOException, InterruptedException {
        DemoLog log = new DemoLog(out);
        RunOwner owner = new RunOwner(
                UUID.randomUUID().toString(), "demo", account.endpoint().name(), "");
        ScanOptions options = new ScanOptions(scan, WaitFor.IMPORTED, Duration.ZERO, true);
        watch.scan(owner, () -> account, options, RunState.initial(), log).start();
        try {
            return log.result().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        watch.close();
        threads.close();
    }
}
