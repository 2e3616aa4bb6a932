package io.jenkins.plugins.securitycenter.task;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Looks up the last scan of a build, the default of steps without a scan result ID. Scans in branches that run in parallel
 * with the step do not count.
 */
@Restricted(NoExternalUse.class)
public final class LastScan {

    private final List<ScanResultAction> scans;
    /** What has not run a scan, or no scan with a result. */
    private final String subject;
    /** The parameters to set instead, for messages. */
    private final String needed;

    /**
     * @param branch the branch of the step
     * @param needed the parameters to set instead, for messages
     */
    public LastScan(Run<?, ?> run, ParallelBranch branch, String needed) {
        this.needed = needed;
        scans = ScanResultAction.before(run, branch);
        subject = scans.isEmpty() && run.getAction(ScanResultAction.class) != null ? "branch" : "build";
    }

    /**
     * Returns the connection; without a server, for the server of the last scan, where its ID is valid.
     *
     * @throws IllegalArgumentException if the last scan has no result, or several may be the last one, with a message for the
     *     user
     */
    public ServerChoice server(ServerChoice connection) {
        return connection.server().isEmpty()
                ? last(scan -> true)
                        .map(scan -> connection.to(scan.getServer()))
                        .orElse(connection)
                : connection;
    }

    /**
     * Returns the ID of the last scan result on the server.
     *
     * @throws IllegalArgumentException if there is none, the last scan has no result, several may be the last one, or it was
     *     on a server with another URL, with a message for the user
     */
    public String id(Endpoint server) {
        ScanResultAction last = last(scan -> scan.isOn(server.name()))
                .orElseThrow(() -> new IllegalArgumentException("scanResultId is empty and this " + subject
                        + " has not run a scan"
                        + (scans.isEmpty() ? "" : " on SecurityCenter \"" + server.name() + "\"")
                        + "; set " + needed + "."));
        if (!last.isOn(server.url())) {
            throw new IllegalArgumentException("scanResultId is empty, and the URL of SecurityCenter \"" + server.name()
                    + "\" has changed since the scan; set " + needed + ".");
        }
        return last.getScanResultId();
    }

    private Optional<ScanResultAction> last(Predicate<ScanResultAction> wanted) {
        Optional<ScanResultAction> last = scans.stream().filter(wanted).reduce((earlier, later) -> later);
        if (last.isPresent() && scans.stream().filter(wanted).anyMatch(last.get()::concurrent)) {
            throw new IllegalArgumentException(
                    "scanResultId is empty and this build has run several scans in parallel branches; set scanResultId.");
        }
        if (last.isPresent() && !last.get().hasResult()) {
            throw new IllegalArgumentException("scanResultId is empty and the last scan or import of this " + subject
                    + " ended without a result; set " + needed + ".");
        }
        return last;
    }
}
