package io.jenkins.plugins.securitycenter.manage;

import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.status.SupportReport;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Creates the report for support bundles. Sends no request. */
@Restricted(NoExternalUse.class)
public final class SupportReports {

    private SupportReports() {}

    /** Returns the report on all configured servers as Markdown, for administrators only. */
    public static String markdown() {
        return new SupportReport(
                        ExportOptions.DEFAULT.version(),
                        SecurityCenterService.get().activity(),
                        ServerStatuses.get().known(),
                        Instant.now())
                .markdown();
    }
}
