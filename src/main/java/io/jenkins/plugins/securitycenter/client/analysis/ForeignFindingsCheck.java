package io.jenkins.plugins.securitycenter.client.analysis;

import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Detects that a server returns findings of other scans than the requested one. Some versions do that without an error
 * if they do not find the id of the scan result in the expected place.
 */
final class ForeignFindingsCheck implements Analysis.FindingsListener {

    private final Analysis analysis;
    private final AnalysisQuery query;
    private final ScanCoverage coverage;
    private final Analysis.FindingsListener next;
    private String lastHost = "";
    private boolean old;

    ForeignFindingsCheck(
            Analysis analysis, AnalysisQuery query, ScanCoverage coverage, Analysis.FindingsListener next) {
        this.analysis = analysis;
        this.query = query;
        this.coverage = coverage;
        this.next = next;
    }

    @Override
    public void finding(Finding finding) throws SecurityCenterException {
        String host = finding.repository().id() + " " + finding.host().ip();
        if (!host.equals(lastHost)) {
            Optional<String> objection = coverage.mismatch(finding);
            if (objection.isPresent()) {
                throw foreign("for example, one " + objection.get());
            }
            lastHost = host;
        }
        old |= coverage.before(finding);
        next.finding(finding);
    }

    @Override
    public void page(long read, OptionalLong total) {
        next.page(read, total);
    }

    @Override
    public void restart(String reason, long missing) throws SecurityCenterException {
        lastHost = "";
        old = false;
        next.restart(reason, missing);
    }

    @Override
    public void lacks(List<String> fields) {
        next.lacks(fields);
    }

    @Override
    public void odd(MalformedRows rows) {
        next.odd(rows);
    }

    @Override
    public void end(Completeness completeness) throws SecurityCenterException {
        next.end(completeness);
    }

    /**
     * Compares the number of findings with that of all scans if some findings were last seen before the scan started:
     * equal numbers prove that the server returned the findings of all scans.
     */
    void compare(long read) throws SecurityCenterException, InterruptedException {
        if (old && analysis.totals(query.cumulative(coverage.repository())).total() == read) {
            throw foreign("some of them were last seen before that scan started");
        }
    }

    private UnexpectedResponseException foreign(String example) {
        return analysis.unexpected(
                query,
                "the response contains findings of other scans (" + example
                        + "), so it was discarded; check for an update of"
                        + " SecurityCenter, or record the cumulative findings instead.");
    }
}
