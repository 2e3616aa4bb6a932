package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.Sessions;
import io.jenkins.plugins.securitycenter.gate.Condition;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.watch.Crew;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOrder;
import io.jenkins.plugins.securitycenter.watch.ScanRun;
import io.jenkins.plugins.securitycenter.watch.Target;
import io.jenkins.plugins.securitycenter.watch.WaitFor;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What a build does: launch, wait, read, compare, judge, export. */
final class DemoJob implements AutoCloseable {

    private static final List<Gate> GATES = List.of(
            new Gate(1, Severity.CRITICAL, Gate.Type.NEW, Condition.NONE, Gate.Result.FAILURE),
            new Gate(1000, Severity.HIGH, Gate.Type.TOTAL, Condition.NONE, Gate.Result.UNSTABLE));

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final Sessions sessions = new Sessions();
    private final Crew crew = new Crew(sessions, executor, Pause.SLEEP, InstantSource.system());
    private final Target target;
    private final PrintStream out;

    DemoJob(Target target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    Summary build(String scan, DemoFiles files) throws IOException, InterruptedException {
        try (SecurityCenter server = sessions.open(target.endpoint(), target.login())) {
            ScanResult result = scan(scan);
            try (var recording = files.recording(GATES)) {
                recording.begin();
                long rows = server.analysis().read(AnalysisQuery.ofScanResult(result.id()), recording::accept);
                Summary summary = recording.end();
                out.println("[SecurityCenter] Read " + rows + " findings of scan result " + result.id());
                return summary;
            }
        }
    }

    private ScanResult scan(String scan) throws IOException, InterruptedException {
        DemoLog log = new DemoLog(out);
        new ScanRun(crew, target, new ScanOrder(scan, WaitFor.IMPORTED, Duration.ZERO, true), RunState.fresh(), log)
                .start();
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
        crew.close();
        executor.shutdownNow();
    }
}
