package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;

/** Notes on a build that it ran a scan, so that its findings can be recorded without naming the scan result. */
public final class ScanAction extends InvisibleAction {

    private final String scanResultId;

    public ScanAction(String scanResultId) {
        this.scanResultId = scanResultId;
    }

    public String getScanResultId() {
        return scanResultId;
    }

    /** The scan result of the last scan that the build ran. */
    public static Optional<String> last(Run<?, ?> run) {
        List<ScanAction> scans = run.getActions(ScanAction.class);
        return scans.isEmpty()
                ? Optional.empty()
                : Optional.of(scans.get(scans.size() - 1).getScanResultId());
    }
}
