package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.OnDemandScan;
import io.jenkins.plugins.securitycenter.client.ScanMark;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.result.ScanAction;
import io.jenkins.plugins.securitycenter.watch.Crew;
import io.jenkins.plugins.securitycenter.watch.Events;
import io.jenkins.plugins.securitycenter.watch.OnDemandOrder;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanOrder;
import io.jenkins.plugins.securitycenter.watch.ScanRun;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A scan for a build.
 *
 * @param made the scan to make for it; null for an existing one
 */
public record ScanTask(Connection connection, ScanOrder order, @CheckForNull OnDemandScan made, OnPartial onPartial) {

    /** What happens to the scan when the build is aborted. */
    public enum OnAbort {
        STOP,
        LEAVE
    }

    /** What a scan that only reached some of its targets does to the build. */
    public enum OnPartial {
        OK,
        UNSTABLE,
        FAIL
    }

    /** This task, with what its connection leaves open filled in from the session that encloses it, if any. */
    public ScanTask within(@CheckForNull SessionScope scope) {
        return new ScanTask(connection.within(scope), order, made, onPartial);
    }

    /** This task, on the server of that name. */
    public ScanTask on(String server) {
        return new ScanTask(connection.to(server), order, made, onPartial);
    }

    /**
     * Prepares the run; it begins with {@link ScanRun#start()}.
     *
     * @param mark of this run alone, and the same after a restart
     */
    public ScanRun run(Target target, ScanMark mark, RunState state, Events events) {
        Crew crew = Engine.get().crew();
        return made == null
                ? new ScanRun(crew, target, order, state, events)
                : ScanRun.onDemand(
                        crew, target, new OnDemandOrder(order, made, mark, BuildMark::abandoned), state, events);
    }

    /**
     * Notes the scan result with the build and makes what a script gets of it. A partial result does to the build what was asked for.
     *
     * @return scanResultId, scanId, name, status, importStatus, times (created, started, finished, imported in epoch
     *     seconds, null for what did not happen), scannedIPs, totalIPs, url
     * @throws AbortException with a sentence when the result is partial and that is a failure
     */
    public Map<String, Object> conclude(ScanResult result, Endpoint endpoint, Run<?, ?> run, TaskListener listener)
            throws AbortException {
        Map<String, Object> answer = answer(result, endpoint);
        run.addAction(new ScanAction(endpoint.name(), result.id()));
        if (result.state().partial() && onPartial != OnPartial.OK) {
            String sentence = "Scan \"" + result.name() + "\" on SecurityCenter \"" + endpoint.name()
                    + "\" is partial: " + result.progress().scannedIPs() + " of "
                    + result.progress().totalIPs() + " addresses were scanned. See " + answer.get("url");
            if (onPartial == OnPartial.FAIL) {
                throw new AbortException(sentence);
            }
            listener.getLogger().println(sentence);
            run.setResult(Result.UNSTABLE);
        }
        return answer;
    }

    /** Whether the result makes the build unstable. */
    public boolean unstable(ScanResult result) {
        return result.state().partial() && onPartial == OnPartial.UNSTABLE;
    }

    private static Map<String, Object> answer(ScanResult result, Endpoint endpoint) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("scanResultId", result.id());
        answer.put("scanId", result.scan().map(Reference::id).orElse(""));
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

    private static Long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(null);
    }
}
