package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Set;

/**
 * Selects the findings that a table shows. Empty values do not restrict the selection.
 *
 * @param changes states of the findings compared with the reference; if empty, the current findings, so neither fixed
 *     ones nor those that were not scanned
 * @param plugin id of a plugin
 * @param host complete address or name of a host, ignoring case
 * @param port port, or -1 for all
 * @param exploitable whether to show only findings for which an exploit is available
 * @param family name of a plugin family, ignoring case
 * @param search words that must all occur, ignoring case, in the id, name, family or CVEs of the plugin, or in the
 *     names and addresses of the host; plugin output is not searched. Only the first 30 words are used
 * @param suppressed whether to show only suppressed findings; otherwise only those that are not suppressed
 * @param risk conditions on what is known about the risk
 * @param cve a CVE of the plugin, ignoring case
 * @param fix ID of a fix: only findings that it resolves and whose risk is not accepted
 */
public record TableFilter(
        Set<Severity> severities,
        Set<FindingState> changes,
        String plugin,
        String host,
        int port,
        boolean exploitable,
        String family,
        String search,
        boolean suppressed,
        RiskFilter risk,
        String cve,
        String fix) {

    /** Selects all current findings that are not suppressed. */
    public static final TableFilter CURRENT =
            new TableFilter(Set.of(), Set.of(), "", "", -1, false, "", "", false, RiskFilter.ALL, "", "");

    public TableFilter {
        severities = Set.copyOf(severities);
        changes = Set.copyOf(changes);
        plugin = plugin.trim();
        host = host.trim();
        family = family.trim();
        search = search.trim();
        cve = cve.trim();
        fix = fix.trim();
    }

    /** Returns a filter by the same changes alone, of suppressed findings or of the others. */
    TableFilter unfiltered() {
        return new TableFilter(Set.of(), changes, "", "", -1, false, "", "", suppressed, RiskFilter.ALL, "", "");
    }

    public TableFilter withSeverities(Set<Severity> only) {
        return new TableFilter(
                only, changes, plugin, host, port, exploitable, family, search, suppressed, risk, cve, fix);
    }

    public TableFilter withChanges(Set<FindingState> only) {
        return new TableFilter(
                severities, only, plugin, host, port, exploitable, family, search, suppressed, risk, cve, fix);
    }

    public TableFilter withPlugin(String only) {
        return new TableFilter(
                severities, changes, only, host, port, exploitable, family, search, suppressed, risk, cve, fix);
    }

    public TableFilter withCve(String only) {
        return new TableFilter(
                severities, changes, plugin, host, port, exploitable, family, search, suppressed, risk, only, fix);
    }

    public TableFilter withFix(String only) {
        return new TableFilter(
                severities, changes, plugin, host, port, exploitable, family, search, suppressed, risk, cve, only);
    }

    TableFilter withRisk(RiskFilter only) {
        return new TableFilter(
                severities, changes, plugin, host, port, exploitable, family, search, suppressed, only, cve, fix);
    }

    public TableFilter withHost(String only) {
        return new TableFilter(
                severities, changes, plugin, only, port, exploitable, family, search, suppressed, risk, cve, fix);
    }
}
