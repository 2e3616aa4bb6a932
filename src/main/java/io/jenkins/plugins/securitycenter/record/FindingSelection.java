package io.jenkins.plugins.securitycenter.record;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.client.analysis.FindingFilters;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import io.jenkins.plugins.securitycenter.task.LastScan;
import io.jenkins.plugins.securitycenter.task.ScanResultId;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The selection of findings to record.
 *
 * @param scanResultId for {@link SourceType#INDIVIDUAL}; empty for the last scan of the build
 * @param filters see {@link FindingFilters}
 * @param minimum the minimum severity of recorded findings
 */
@Restricted(NoExternalUse.class)
public record FindingSelection(
        SourceType source, String scanResultId, Map<String, JsonNode> filters, Severity minimum) {

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if the scan result ID is not valid or not used, with a message for the user */
    public FindingSelection {
        scanResultId = scanResultId.trim();
        ScanResultId.check(scanResultId);
        if (source != SourceType.INDIVIDUAL && !scanResultId.isEmpty()) {
            throw new IllegalArgumentException("scanResultId is set together with a query of source "
                    + EnumWords.of(source) + "; set only one of them.");
        }
    }

    /** Returns the connection; without a server, for the server of the last scan if that scan is selected. */
    ServerChoice server(ServerChoice connection, Run<?, ?> run, ParallelBranch branch) {
        return ofLastScan() ? lastScan(run, branch).server(connection) : connection;
    }

    /** Returns the query without filters. */
    AnalysisQuery source(Run<?, ?> run, ParallelBranch branch, Endpoint server) {
        if (source != SourceType.INDIVIDUAL) {
            return AnalysisQuery.of(source);
        }
        return AnalysisQuery.ofScanResult(ofLastScan() ? lastScan(run, branch).id(server) : scanResultId);
    }

    private static LastScan lastScan(Run<?, ?> run, ParallelBranch branch) {
        return new LastScan(run, branch, "scanResultId or query");
    }

    private boolean ofLastScan() {
        return source == SourceType.INDIVIDUAL && scanResultId.isEmpty();
    }

    /** @throws IllegalArgumentException if a filter is not valid, with a message for the user */
    private FindingFilters checkedFilters() {
        return new FindingFilters(filters);
    }

    /**
     * Checks the filters, and that gates count no findings that are never read.
     *
     * @throws IllegalArgumentException if a filter is not valid, or a gate counts such findings, with a message for the user
     */
    void check(List<Gate> gates) {
        FindingFilters checked = checkedFilters();
        Set<Severity> filtered = checked.severities();
        for (Gate gate : gates) {
            List<Severity> counted = Severity.descending().stream()
                    .filter(severity -> severity.atLeast(gate.severity()))
                    .toList();
            if (!gate.severity().atLeast(minimum)) {
                throw leftOut(gate, "minimumSeverity \"" + minimum.label() + "\"");
            }
            if (!filtered.containsAll(counted)) {
                throw leftOut(gate, "the filter severity");
            }
            new GateScopeCheck(gate, checked).check();
        }
    }

    private static IllegalArgumentException leftOut(Gate gate, String by) {
        return new IllegalArgumentException("gate severity \"" + gate.severity().label() + "\" counts findings that "
                + by + " leaves out; use a more severe one for the gate, or record these findings.");
    }

    /** Returns the query with its filters and the minimum severity. */
    AnalysisQuery narrowed(AnalysisQuery source, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        AnalysisQuery query = checkedFilters().addTo(source, server);
        return query.filters().containsKey("severity") ? query : query.minimumSeverity(minimum);
    }

    /** Returns a description for comparison with other builds, without the severity; truncated if it is long. */
    String text() {
        String text = EnumWords.of(source) + " findings" + (filters.isEmpty() ? "" : " with " + new TreeMap<>(filters));
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "... (" + Integer.toHexString(text.hashCode()) + ")";
    }

    boolean takes(Finding finding) {
        return finding.severity().atLeast(minimum);
    }
}
