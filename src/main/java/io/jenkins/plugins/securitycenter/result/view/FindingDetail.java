package io.jenkins.plugins.securitycenter.result.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.report.FindingRow;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.report.TableFilter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one finding.
 *
 * @param finding everything but the changed values is taken from here
 * @param steps to its neighbours in the table that the reader comes from
 */
public record FindingDetail(Finding finding, Change change, FindingSteps steps) {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final String CVE = "CVE-\\d{4}-\\d{4,19}";

    public static FindingDetail of(StoredFindings.Entry entry, FindingSteps steps) {
        return new FindingDetail(entry.finding(), entry.change(), steps);
    }

    /** Without a table that the reader comes from. */
    public static FindingDetail of(StoredFindings.Entry entry) {
        return of(entry, FindingSteps.none(TableRequest.FIRST));
    }

    /** The same finding as a line of the table, which has most texts ready. */
    public FindingLine line() {
        return new FindingLine(new FindingRow(0, change, finding), steps.request());
    }

    public Plugin plugin() {
        return finding.plugin();
    }

    public Risk risk() {
        return finding.risk();
    }

    /** What the plugin printed; of a very long text the beginning. */
    public String output() {
        String output = finding.output();
        return output.length() > MOST_CHARACTERS ? output.substring(0, MOST_CHARACTERS) : output;
    }

    /** How many characters of the output are not shown. */
    public int hidden() {
        return Math.max(0, finding.output().length() - MOST_CHARACTERS);
    }

    public List<WebLink> references() {
        return plugin().seeAlso().stream().map(WebLink::of).toList();
    }

    public List<WebLink> cves() {
        return plugin().cves().stream()
                .map(cve -> new WebLink(cve, cve.matches(CVE) ? "https://nvd.nist.gov/vuln/detail/" + cve : ""))
                .toList();
    }

    @CheckForNull
    public Date firstSeen() {
        return date(finding.firstSeen());
    }

    @CheckForNull
    public Date lastSeen() {
        return date(finding.lastSeen());
    }

    /** The link, from the page of the finding, back to the table. */
    public String back() {
        return "../../" + steps.request().link();
    }

    /** The link to all findings of the host. */
    public String hostLink() {
        return all(TableFilter.CURRENT.withHost(finding.host().address()));
    }

    /** The link to all findings of the plugin. */
    public String pluginLink() {
        return all(TableFilter.CURRENT.withPlugin(plugin().id()));
    }

    private static String all(TableFilter filter) {
        return "../../" + TableRequest.FIRST.with(filter).link();
    }

    @CheckForNull
    private static Date date(Optional<Instant> time) {
        return time.map(Date::from).orElse(null);
    }
}
