package io.jenkins.plugins.securitycenter.run;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.AnalysisQuery.Source;
import io.jenkins.plugins.securitycenter.client.FindingFilters;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which findings to record.
 *
 * @param scanResultId for {@link Source#INDIVIDUAL}; empty for that of the last scan of the build
 * @param filters see {@link FindingFilters}
 * @param minimum less severe findings are not recorded
 */
public record Selection(Source source, String scanResultId, Map<String, JsonNode> filters, Severity minimum) {

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException with a sentence when a scan result is no id, or not meant to be used */
    public Selection {
        scanResultId = scanResultId.trim();
        ScanResultId.check(scanResultId);
        if (source != Source.INDIVIDUAL && !scanResultId.isEmpty()) {
            throw new IllegalArgumentException("scanResultId is set together with a query of source " + Word.of(source)
                    + "; set only one of them.");
        }
    }

    /** The connection, to the server of the last scan of the build if that is meant and no server is named. */
    Connection server(Connection connection, Run<?, ?> run) {
        return ofLastScan() ? LastScan.server(connection, run) : connection;
    }

    /** The query without its filters. */
    AnalysisQuery source(Run<?, ?> run, String server) {
        if (source != Source.INDIVIDUAL) {
            return AnalysisQuery.of(source);
        }
        return AnalysisQuery.ofScanResult(
                ofLastScan() ? LastScan.id(run, server, "scanResultId or query") : scanResultId);
    }

    private boolean ofLastScan() {
        return source == Source.INDIVIDUAL && scanResultId.isEmpty();
    }

    /** @throws IllegalArgumentException with a sentence when a filter is not possible */
    FindingFilters checkedFilters() {
        return new FindingFilters(filters);
    }

    /** The query with its filters; what is less severe need not be read. */
    AnalysisQuery narrowed(AnalysisQuery source, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        AnalysisQuery query = checkedFilters().addTo(source, server);
        return query.filters().containsKey("severity") ? query : query.minimumSeverity(minimum);
    }

    /** What is read, whatever its severity, to compare it with what another build read; cut if it is long. */
    String text() {
        String text = Word.of(source) + " findings" + (filters.isEmpty() ? "" : " with " + new TreeMap<>(filters));
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "... (" + Integer.toHexString(text.hashCode()) + ")";
    }

    boolean takes(Finding finding) {
        return finding.severity().atLeast(minimum);
    }
}
