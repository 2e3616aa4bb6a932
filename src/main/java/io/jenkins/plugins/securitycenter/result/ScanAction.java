package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.report.Text;
import java.util.Optional;

/** Notes on a build that it ran a scan, so that its findings can be recorded without naming the scan result. */
public final class ScanAction extends InvisibleAction {

    private final String server;
    private final String scanResultId;

    /** @param server the name of the server, without which the id means nothing */
    public ScanAction(String server, String scanResultId) {
        this.server = Text.xml(server);
        this.scanResultId = Text.xml(scanResultId);
    }

    public String getServer() {
        return server;
    }

    public String getScanResultId() {
        return scanResultId;
    }

    /** The last scan that the build ran. */
    public static Optional<ScanAction> last(Run<?, ?> run) {
        return run.getActions(ScanAction.class).stream().reduce((earlier, later) -> later);
    }

    /** The last scan that the build ran on that server. */
    public static Optional<ScanAction> last(Run<?, ?> run, String server) {
        return run.getActions(ScanAction.class).stream()
                .filter(scan -> scan.getServer().equals(server))
                .reduce((earlier, later) -> later);
    }
}
