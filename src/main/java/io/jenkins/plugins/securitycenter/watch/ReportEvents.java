package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.model.Report;
import java.io.IOException;

/** What the making of a report tells its build, from a thread of the crew. Exactly one of the last two ends it. */
public interface ReportEvents {

    /** The state changed and must be stored before this returns, since the next thing may be a launch. */
    void saved(RunState state);

    /** A line for the build log. */
    void log(String line);

    /**
     * The report is completed.
     *
     * @param server to download it with; closed when this returns
     */
    void finished(SecurityCenter server, Report report) throws IOException, InterruptedException;

    /**
     * There will be no report.
     *
     * @param problem its message is one sentence, unless it is a defect of this plugin
     */
    void failed(Exception problem);
}
