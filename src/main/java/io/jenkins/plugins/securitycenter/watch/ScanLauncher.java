package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.ScanState;
import io.jenkins.plugins.securitycenter.watch.poll.PollRegistry;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import io.jenkins.plugins.securitycenter.watch.poll.ScanSummaryLog;
import io.jenkins.plugins.securitycenter.watch.poll.ScanTracker;
import io.jenkins.plugins.securitycenter.watch.poll.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends the requests of a run of an existing scan: active, agent or web application scan. */
final class ScanLauncher implements Launcher<ScanResult> {

    private final ScanOptions options;
    private final NewResultFinder results;

    ScanLauncher(ScanOptions options, NewResultFinder results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public RunType type() {
        return RunType.SCAN;
    }

    @Override
    public Duration timeout() {
        return options.timeout();
    }

    @Override
    public boolean stopOnAbort() {
        return options.stopOnAbort();
    }

    @Override
    public String name() {
        return options.scan();
    }

    @Override
    public RunMessages messages(Endpoint endpoint) {
        return new RunMessages(
                endpoint, "scan", "scan result", "launched", options.waitFor().word());
    }

    @Override
    public RunEvent.Prepared prepare(SecurityCenter server, String account, Consumer<String> log, Instant now)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        PreLaunchCheck.scan(server, options.kind(), log);
        Scan scan = new Scans(server, options.kind()).find(options.scan());
        return new RunEvent.Prepared(scan.id(), scan.name(), account, now);
    }

    @Override
    public long newestResult(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        return results.newest(server);
    }

    @Override
    public Optional<String> launch(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        Scan scan = new Scan(state.subjectId(), state.subjectName(), Optional.empty(), Optional.empty());
        return Optional.of(new Scans(server, options.kind()).launch(scan).id());
    }

    @Override
    public List<String> newResults(SecurityCenter server, RunState state)
            throws SecurityCenterException, InterruptedException {
        return results.appeared(server, state, result -> NewResultFinder.is(result.scan(), state.subjectId()));
    }

    @Override
    public String stop(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        ScanResults scanResults = new ScanResults(server);
        // only results of active scans are known to name their definition
        if (options.kind() == ScanKind.ACTIVE
                && NewResultFinder.isOther(scanResults.get(state.resultId()).scan(), state.subjectId())) {
            return "Did not stop scan result " + state.resultId()
                    + ", because it belongs to another scan; the server was probably replaced.";
        }
        try {
            scanResults.stop(state.resultId());
        } catch (ErrorResponseException e) {
            return alreadyEnded(scanResults, state, e);
        }
        return "Stopped scan result " + state.resultId() + ".";
    }

    /** Explains a refusal because the scan has ended, for example while its import is still running. */
    private static String alreadyEnded(ScanResults scanResults, RunState state, ErrorResponseException refusal)
            throws SecurityCenterException, InterruptedException {
        ScanState reached = scanResults.get(state.resultId()).state();
        if (!reached.scanEnded()) {
            throw refusal;
        }
        return "Scan result " + state.resultId() + " was not stopped, because the scan has already ended: "
                + reached.text();
    }

    @Override
    public PollRegistry<ScanResult> polls(WatchServices services) {
        return services.scanResults();
    }

    @Override
    public Tracker<ScanResult> progress(Endpoint endpoint, RunState state) {
        ScanTracker tracker = new ScanTracker(endpoint, label(state), options.waitFor(), state.startedAt());
        // Only results of active scans are known to name their definition.
        return options.kind() == ScanKind.ACTIVE ? tracker.ofDefinition(state.subjectId()) : tracker;
    }

    /** Returns the scan as the beginning of a sentence. */
    static String label(RunState state) {
        return "Scan \"" + state.subjectName() + "\"";
    }

    @Override
    public void summarize(SecurityCenter server, ScanResult result, RunState state, Consumer<String> log)
            throws InterruptedException {
        ScanSummaryLog.log(label(state), server, result, log);
    }
}
