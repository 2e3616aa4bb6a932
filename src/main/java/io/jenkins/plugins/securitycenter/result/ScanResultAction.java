package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Records a scan result in its build, so that later steps can use it without a scan result ID. */
@Restricted(NoExternalUse.class)
public final class ScanResultAction extends InvisibleAction {

    private static final int EARLIER_BUILDS = 10;

    /** A server, as it was configured when it had the result. */
    @Restricted(NoExternalUse.class)
    public record Server(String name, URI url) {}

    private final String server;
    /** Null in builds of earlier versions. */
    private final @Nullable String url;

    /** Empty for a scan or import that began. */
    private final String scanResultId;
    /** Null for an import, and in builds of earlier versions. */
    private final @Nullable String scan;

    private final long seconds;
    /** Null outside of {@code parallel}. */
    private final @Nullable String branch;

    /** @param server the server, because IDs are unique only within a server */
    public ScanResultAction(Server server, String scanResultId, ParallelBranch branch) {
        this(server, scanResultId, branch, "", Duration.ZERO);
    }

    /**
     * @param scan the scan as the step names it
     * @param duration the time from the launch to the end of the step; zero if the scan was cut short
     */
    public ScanResultAction(Server server, String scanResultId, ParallelBranch branch, String scan, Duration duration) {
        this(server.name(), server.url().toString(), scanResultId, scan, duration, branch);
    }

    private ScanResultAction(
            String server,
            @Nullable String url,
            String scanResultId,
            String scan,
            Duration duration,
            ParallelBranch branch) {
        this.server = TextSanitizer.xml(server);
        this.url = url;
        this.scanResultId = TextSanitizer.xml(scanResultId);
        this.scan = scan.isEmpty() ? null : TextSanitizer.xml(scan);
        this.seconds = Math.max(0, duration.toSeconds());
        this.branch = branch.path().isEmpty() ? null : branch.text();
    }

    /**
     * Returns the note of a scan or import that begins and has no result yet. If it ends without one, no later step takes
     * the result of an earlier scan for its result.
     *
     * @param server the name of the server; empty if that is not known, which stands for every server
     */
    public static ScanResultAction begun(String server, ParallelBranch branch) {
        return new ScanResultAction(server, null, "", "", Duration.ZERO, branch);
    }

    /**
     * Adds the scan result to its build and stores the build with the result that it has now. Call it before the step
     * ends: Pipeline stores the end of a step and the build separately, and a build that continues after a crash in
     * between would lack both. A result replaces the note of its scan.
     */
    public void store(Run<?, ?> run) throws IOException {
        if (hasResult()) {
            note(run).ifPresent(run::removeAction);
        }
        run.addAction(this);
        run.save();
    }

    /** Returns the last note of the branch, in which steps run one after another. */
    private Optional<ScanResultAction> note(Run<?, ?> run) {
        return run.getActions(ScanResultAction.class).stream()
                .filter(action -> !action.hasResult() && action.branch().equals(branch()))
                .reduce((earlier, later) -> later);
    }

    /** Returns how long the scan took in the last of the ten builds before that one; zero if unknown. */
    public static Duration usual(Run<?, ?> run, String server, String scan) {
        Run<?, ?> earlier = run.getPreviousBuild();
        for (int i = 0; i < EARLIER_BUILDS && earlier != null; i++) {
            for (ScanResultAction action : earlier.getActions(ScanResultAction.class)) {
                if (action.seconds > 0 && action.server.equals(server) && scan.equals(action.scan)) {
                    return Duration.ofSeconds(action.seconds);
                }
            }
            earlier = earlier.getPreviousBuild();
        }
        return Duration.ZERO;
    }

    /** Returns whether the build imported that result from a file. */
    public static boolean imported(Run<?, ?> run, String server, String scanResultId) {
        return run.getActions(ScanResultAction.class).stream()
                .anyMatch(action -> action.scan == null
                        && action.hasResult()
                        && action.server.equals(server)
                        && action.scanResultId.equals(scanResultId));
    }

    public String getServer() {
        return server;
    }

    /** Returns whether the scan is on the server of that name, as far as it is known. */
    public boolean isOn(String name) {
        return server.isEmpty() || server.equals(name);
    }

    /** Returns whether the scan or import has a result. */
    public boolean hasResult() {
        return !scanResultId.isEmpty();
    }

    /** Returns whether the server of that name still has that URL, as far as it is known. */
    public boolean isOn(URI present) {
        return url == null || url.equals(present.toString());
    }

    public String getScanResultId() {
        return scanResultId;
    }

    /** Returns the scans that began or ended before a step in that branch, in this order. */
    public static List<ScanResultAction> before(Run<?, ?> run, ParallelBranch branch) {
        return run.getActions(ScanResultAction.class).stream()
                .filter(scan -> !scan.branch().concurrent(branch))
                .toList();
    }

    /** Returns whether the two scans ran in parallel branches, so that either can have ended first. */
    public boolean concurrent(ScanResultAction other) {
        return branch().concurrent(other.branch());
    }

    private ParallelBranch branch() {
        return branch == null ? ParallelBranch.NONE : ParallelBranch.of(branch);
    }
}
