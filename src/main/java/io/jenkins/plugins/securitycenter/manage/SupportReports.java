package io.jenkins.plugins.securitycenter.manage;

import hudson.PluginWrapper;
import io.jenkins.plugins.securitycenter.status.SupportReport;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Creates the report for support bundles. Sends no request. */
@Restricted(NoExternalUse.class)
public final class SupportReports {

    private SupportReports() {}

    /** Returns the report on all configured servers as Markdown, for administrators only. */
    public static String markdown() {
        PluginWrapper plugin = Jenkins.get().getPluginManager().whichPlugin(SupportReports.class);
        return new SupportReport(
                        plugin == null ? "unknown" : plugin.getVersion(),
                        SecurityCenterService.get().activity(),
                        ServerStatuses.get().known(),
                        Instant.now())
                .markdown();
    }
}
