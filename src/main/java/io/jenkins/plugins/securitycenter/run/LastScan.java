package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.ScanAction;

/** The scan that a build ran last, which is meant by a step that names no scan result. */
final class LastScan {

    private LastScan() {}

    /** The connection, to the server of that scan if it names none: elsewhere its id is another scan's, or nobody's. */
    static Connection server(Connection connection, Run<?, ?> run) {
        return connection.server().isEmpty()
                ? ScanAction.last(run)
                        .map(scan -> connection.to(scan.getServer()))
                        .orElse(connection)
                : connection;
    }

    /**
     * Its scan result on that server.
     *
     * @param needed the parameters to set instead, for the message
     * @throws IllegalArgumentException with a sentence when there is none
     */
    static String id(Run<?, ?> run, String server, String needed) {
        return ScanAction.last(run, server)
                .map(ScanAction::getScanResultId)
                .orElseThrow(
                        () -> new IllegalArgumentException("scanResultId is empty and this build has not run a scan"
                                + (ScanAction.last(run).isPresent() ? " on SecurityCenter \"" + server + "\"" : "")
                                + "; set "
                                + needed + "."));
    }
}
