package io.jenkins.plugins.securitycenter.task;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Looks up the last scan of a build, the default of steps without a scan result ID. */
@Restricted(NoExternalUse.class)
public final class LastScan {

    private LastScan() {}

    /** Returns the connection; without a server, for the server of the last scan, where its ID is valid. */
    public static ServerChoice server(ServerChoice connection, Run<?, ?> run) {
        return connection.server().isEmpty()
                ? ScanResultAction.last(run)
                        .map(scan -> connection.to(scan.getServer()))
                        .orElse(connection)
                : connection;
    }

    /**
     * Returns the ID of the last scan result on the server.
     *
     * @param needed the parameters to set instead, for the message
     * @throws IllegalArgumentException if there is none, with a message for the user
     */
    public static String id(Run<?, ?> run, String server, String needed) {
        return ScanResultAction.last(run, server)
                .map(ScanResultAction::getScanResultId)
                .orElseThrow(
                        () -> new IllegalArgumentException("scanResultId is empty and this build has not run a scan"
                                + (ScanResultAction.last(run).isPresent()
                                        ? " on SecurityCenter \"" + server + "\""
                                        : "")
                                + "; set "
                                + needed + "."));
    }
}
