package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.model.Report;
import java.io.IOException;

/** What the making of a report tells its build. */
public interface ReportEvents extends Notices {

    /**
     * The report is completed.
     *
     * @param server to download it with; closed when this returns
     */
    void finished(SecurityCenter server, Report report) throws IOException, InterruptedException;
}
