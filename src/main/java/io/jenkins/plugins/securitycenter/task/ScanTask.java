package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.watch.OnDemandOptions;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOptions;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import io.jenkins.plugins.securitycenter.watch.WatchedRun;
import io.jenkins.plugins.securitycenter.watch.poll.ScanSummaryLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The run of a scan for a build.
 *
 * @param made the scan to create; null for an existing one
 */
@Restricted(NoExternalUse.class)
public record ScanTask(ScanOptions order, @CheckForNull OnDemandScan made, OnPartial onPartial) implements WaitingTask {

    /** The action for the scan if the build is aborted or the time limit is reached. */
    public enum OnAbort {
        STOP,
        LEAVE
    }

    /** The result of the build if the scan reached only some of its targets. */
    public enum OnPartial {
        OK,
        UNSTABLE,
        FAIL
    }

    /**
     * Prepares the scan. Its result contains scanResultId, scanId, name, status, importStatus, times (created, started,
     * finished and imported in epoch seconds; null for events that did not happen), scannedIPs, totalIPs, and url.
     */
    @Override
    public RunControl prepare(TaskContext site, RunState state, TaskCallback callback) throws IOException {
        WatchServices services = SecurityCenterService.get().watch();
        ResultListener listener = new ResultListener(site, callback);
        WatchedRun<ScanResult> scan = made == null
                ? services.scan(site.owner(), site.account(), order, state, listener)
                : services.onDemandScan(site.owner(), site.account(), onDemand(site), state, listener);
        listener.progress.show();
        return scan;
    }

    private OnDemandOptions onDemand(TaskContext site) throws IOException {
        ScanOwnerTag mark = OnDemandOwner.of(site.run(), site.key());
        return new OnDemandOptions(order, made, mark, OnDemandOwner::abandoned);
    }

    private final class ResultListener extends ForwardingListener<ScanResult> {

        private final ScanProgress progress;

        ResultListener(TaskContext site, TaskCallback callback) {
            super(site, callback);
            progress = new ScanProgress(site, order.scan());
        }

        @Override
        public void polled(ScanResult result, Instant launched) {
            progress.polled(result, launched);
        }

        @Override
        protected void ended() {
            progress.end();
        }

        @Override
        public void finished(ScanResult result) {
            ended();
            Endpoint endpoint = endpoint();
            Map<String, Object> answer = answer(result, endpoint);
            Optional<String> shortfall = ScanSummaryLog.shortfall(result, order.waitFor());
            Duration duration = shortfall.isPresent() ? Duration.ZERO : progress.elapsed();
            ScanResultAction scan =
                    new ScanResultAction(server(), result.id(), site().place().branch(), order.scan(), duration);
            if (shortfall.isPresent() && onPartial != OnPartial.OK) {
                String sentence = "Scan \"" + result.name() + "\" on SecurityCenter \"" + endpoint.name() + "\" "
                        + shortfall.get() + " See " + answer.get("url");
                if (onPartial == OnPartial.FAIL) {
                    site().run().addAction(scan);
                    callback().failed(UserFailures.abort(sentence));
                    return;
                }
                callback().log(sentence);
                site().run().setResult(Result.UNSTABLE);
                callback().mark(Result.UNSTABLE, "The scan is partial");
            }
            finish(scan, answer);
        }
    }

    private static Map<String, Object> answer(ScanResult result, Endpoint endpoint) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("scanResultId", result.id());
        answer.put("scanId", result.scan().map(ResourceReference::id).orElse(""));
        answer.put("name", result.name());
        answer.put("status", result.state().status());
        answer.put("importStatus", result.state().importStatus());
        answer.put("times", times(result.times()));
        answer.put("scannedIPs", result.progress().scannedIPs());
        answer.put("totalIPs", result.progress().totalIPs());
        answer.put("url", endpoint.pageOfScanResult(result.id()).toString());
        return answer;
    }

    private static Map<String, Object> times(ScanResult.Times times) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        seconds.put("created", seconds(times.created()));
        seconds.put("started", seconds(times.started()));
        seconds.put("finished", seconds(times.finished()));
        seconds.put("imported", seconds(times.imported()));
        return seconds;
    }

    private static @Nullable Long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(null);
    }
}
