package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.gate.CheckRule;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.LoginReport;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Reads what the scanner reports about each host of a scan, such as whether it logged in, if that is not part of the
 * findings to record.
 */
final class HostReports implements Analysis.FindingsListener {

    private final Recording recording;
    private final PrintStream log;

    HostReports(Recording recording, PrintStream log) {
        this.recording = recording;
        this.log = log;
    }

    /** Reads the reports after the findings of the query, and logs if there are none. */
    void read(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage, CheckRule rule)
            throws SecurityCenterException, InterruptedException {
        if (!query.wholeHosts()) {
            try {
                // A rule that accepts a failed login must not hide it.
                new Analysis(server).read(query.ofPlugins(LoginReport.allPlugins()), coverage, this);
            } catch (ErrorResponseException | UnexpectedResponseException e) {
                recording.checks().reportsUnreadable();
                log.println("Could not read which hosts the scanner logged in to, so missing findings count as not"
                        + " checked: " + e.getMessage());
                return;
            }
        }
        if (recording.checks().reported() || recording.checks().isUnreadable() || rule == CheckRule.AGENTS) {
            return;
        }
        if (recording.checks().reportsExpected()) {
            log.println("The scan does not report which hosts it logged in to, as it should, so missing findings"
                    + " count as not checked; add plugin 19506 to the scan policy.");
        } else if (coverage.map(ScanCoverage::partial).orElse(false)) {
            log.println("The scan is partial and does not report which hosts it scanned to the end, so missing findings"
                    + " count as not checked; add plugin 19506 to the scan policy.");
        } else {
            log.println("The scan does not report which hosts it logged in to, so missing findings of scanned hosts"
                    + " count as fixed; add plugin 19506 to the scan policy to detect failed logins.");
        }
    }

    @Override
    public void finding(Finding finding) {
        recording.scanned(finding);
    }

    @Override
    public void restart(String reason, long missing) {
        log.println("Reading the logins again because the responses of SecurityCenter are inconsistent: " + reason);
    }

    @Override
    public void end(Completeness read) {
        if (read.missing() > 0) {
            recording.checks().reportsUnreadable();
            log.println("SecurityCenter did not send " + Digits.grouped(read.missing())
                    + " of the reports on logins that it counts," + " so missing findings count as not checked");
        }
    }
}
