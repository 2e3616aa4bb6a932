package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.ScanPlugins;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.PrintStream;

/**
 * Decides whether the scan runs the plugins of missing findings, and counts those that it does not run. Not thread-safe.
 */
final class PolicyCheck {

    private static final String UNKNOWN = "Could not read which plugins the scan policy contains, so it is not known"
            + " whether the plugins of missing findings were removed from it: ";

    private final PolicyPlugins plugins;
    private long removed;

    private PolicyCheck(PolicyPlugins plugins) {
        this.plugins = plugins;
    }

    /** Returns a check for a scan whose plugins are not known. */
    static PolicyCheck none() {
        return new PolicyCheck(PolicyPlugins.UNKNOWN);
    }

    /** Returns a check for a scan with these plugins. */
    static PolicyCheck of(PolicyPlugins known) {
        return new PolicyCheck(known);
    }

    /** Reads the policy of the scan. If that is not possible, logs why. */
    static PolicyCheck of(SecurityCenter server, ScanCoverage coverage, PrintStream log)
            throws SecurityCenterException, InterruptedException {
        try {
            PolicyPlugins plugins = new ScanPlugins(server).of(coverage);
            if (!plugins.known()) {
                log.println(UNKNOWN
                        + (plugins.name().isEmpty()
                                ? "SecurityCenter does not say which policy the scan used."
                                : "policy \"" + plugins.name() + "\" does not list its plugin families."));
            }
            return new PolicyCheck(plugins);
        } catch (ErrorResponseException | UnexpectedResponseException | IllegalArgumentException e) {
            log.println(UNKNOWN + e.getMessage());
            return none();
        }
    }

    /** Returns whether it is known which plugins the scan runs. */
    boolean known() {
        return plugins.known();
    }

    /** Returns whether the scan runs the plugin of a missing finding, and counts the finding if it does not. */
    boolean covers(Finding missing) {
        boolean covers = plugins.covers(missing);
        removed += covers ? 0 : 1;
        return covers;
    }

    /** Logs how many findings were not checked because the scan does not run their plugins. */
    void logRemoved(PrintStream log) {
        if (removed > 0) {
            log.println("Not checked because the scan policy does not contain the plugin: "
                    + Digits.counted(removed, "finding"));
        }
    }
}
