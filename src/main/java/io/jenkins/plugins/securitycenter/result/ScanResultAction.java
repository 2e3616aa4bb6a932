package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Records a scan result in its build, so that later steps can use it without a scan result ID. */
@Restricted(NoExternalUse.class)
public final class ScanResultAction extends InvisibleAction {

    private final String server;
    private final String scanResultId;

    /** @param server the name of the server, because IDs are unique only within a server */
    public ScanResultAction(String server, String scanResultId) {
        this.server = TextSanitizer.xml(server);
        this.scanResultId = TextSanitizer.xml(scanResultId);
    }

    public String getServer() {
        return server;
    }

    public String getScanResultId() {
        return scanResultId;
    }

    /** Returns the last scan that the build ran. */
    public static Optional<ScanResultAction> last(Run<?, ?> run) {
        return run.getActions(ScanResultAction.class).stream().reduce((earlier, later) -> later);
    }

    /** Returns the last scan that the build ran on the server. */
    public static Optional<ScanResultAction> last(Run<?, ?> run, String server) {
        return run.getActions(ScanResultAction.class).stream()
                .filter(scan -> scan.getServer().equals(server))
                .reduce((earlier, later) -> later);
    }
}
