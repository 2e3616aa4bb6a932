package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.analysis.FilteredOutQuery;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads which missing findings still exist, but do not match the filters of the query any more: they were recast to a lower
 * severity, got another score, or were not seen for a while, or the reference had other filters. They are not fixed.
 */
final class FilteredOutFindings implements Analysis.FindingsListener {

    /** The number of plugins in one query. */
    private static final int PLUGINS = 500;

    private final Recording recording;
    private final String selection;
    private final PrintStream log;
    private long found;

    /** @param selection describes the filters, see {@link Recording#selectedBefore} */
    FilteredOutFindings(Recording recording, String selection, PrintStream log) {
        this.recording = recording;
        this.selection = selection;
        this.log = log;
    }

    /** Reads them after the findings of the query, if some are missing and the filters can explain it. */
    void read(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage)
            throws IOException, InterruptedException {
        if (!new FilteredOutQuery(query, false).canExist()
                || !recording.comparison().hasMissing()) {
            return;
        }
        FilteredOutQuery leftOut = new FilteredOutQuery(query, recording.selectedBefore(selection));
        if (!leftOut.canExist()) {
            return;
        }
        List<String> plugins = new ArrayList<>(recording.missingPlugins());
        try {
            for (int i = 0; i < plugins.size(); i += PLUGINS) {
                List<String> some = plugins.subList(i, Math.min(i + PLUGINS, plugins.size()));
                new Analysis(server).read(leftOut.of(some), coverage, this);
            }
        } catch (ErrorResponseException | UnexpectedResponseException e) {
            recording.missing().maybeFilteredOut();
            log.println(
                    "Could not read whether missing findings still exist without matching the filters, so they count as"
                            + " not checked: " + e.getMessage());
        }
        if (found > 0) {
            log.println("Findings of the reference that still exist without matching the filters, so they count as not"
                    + " checked: " + Digits.grouped(found));
        }
    }

    @Override
    public void finding(Finding finding) {
        if (recording.comparison().filterOut(finding)) {
            found++;
        }
    }

    @Override
    public void restart(String reason, long missing) {
        log.println(
                "Reading the findings that do not match the filters again because the responses of SecurityCenter are"
                        + " inconsistent: " + reason);
    }

    @Override
    public void end(Completeness read) {
        if (read.missing() > 0) {
            recording.missing().maybeFilteredOut();
            log.println("SecurityCenter did not send " + Digits.grouped(read.missing())
                    + " of the findings that do not match the filters, so missing findings count as not checked");
        }
    }
}
