package io.jenkins.plugins.securitycenter.result.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.remediation.VerificationObstacle;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The details of one finding.
 *
 * @param steps the links to the previous and next finding of the table that linked to this page
 */
public record FindingDetail(RecordedFinding recorded, FindingNavigation steps) {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final String CVE = "CVE-\\d{4}-\\d{4,19}";

    public static FindingDetail of(RecordedFinding entry, FindingNavigation steps) {
        return new FindingDetail(entry, steps);
    }

    /** Creates the details without links to other findings. */
    public static FindingDetail of(RecordedFinding entry) {
        return of(entry, FindingNavigation.none(TableRequest.FIRST));
    }

    /** Returns the finding as a line of the table, which formats most values. */
    public FindingLine line() {
        return new FindingLine(
                new FindingRow(0, recorded.state(), recorded.suppressed(), recorded.overdue(), recorded.finding()),
                steps.request());
    }

    public Finding finding() {
        return recorded.finding();
    }

    /** Returns the suppression; null if the finding counts. */
    @CheckForNull
    public Suppression suppression() {
        return recorded.suppression().orElse(null);
    }

    /**
     * Returns a rule for a suppression file that covers this finding only. The end and the reason are left out, so that
     * the rule is refused until they are filled in.
     */
    public String rule() {
        return "# " + MessageText.line(line().name()) + "\n- fingerprint: '" + fingerprint()
                + "'\n  until:\n  reason:\n";
    }

    public String fingerprint() {
        return Fingerprint.text(Fingerprint.of(finding()));
    }

    /** Returns why no scan can verify a fix of the finding; empty if one can. */
    public String verificationObstacle() {
        return VerificationObstacle.of(finding()).map(FindingDetail::described).orElse("");
    }

    private static String described(VerificationObstacle obstacle) {
        return switch (obstacle) {
            case WEB_APPLICATION -> Messages.FindingDetail_webApplication();
            case AGENT -> Messages.FindingDetail_agent();
            case COMPLIANCE -> Messages.FindingDetail_compliance();
            case NO_HOST -> Messages.FindingDetail_noHost();
            case NO_REPOSITORY -> Messages.FindingDetail_noRepository();
        };
    }

    public Plugin plugin() {
        return finding().plugin();
    }

    /** Returns the plugin output, truncated if it is very long. */
    public String output() {
        String output = finding().output();
        return output.length() > MOST_CHARACTERS ? output.substring(0, MOST_CHARACTERS) : output;
    }

    /** Returns the number of characters of the output that are not shown. */
    public int hidden() {
        return Math.max(0, finding().output().length() - MOST_CHARACTERS);
    }

    public List<WebLink> references() {
        return plugin().seeAlso().stream().map(WebLink::of).toList();
    }

    public List<WebLink> cves() {
        return plugin().cves().stream()
                .map(cve -> new WebLink(cve, cve.matches(CVE) ? "https://nvd.nist.gov/vuln/detail/" + cve : ""))
                .toList();
    }

    /** Returns the last day on which the finding should be fixed; empty for none. */
    public String dueDate() {
        return recorded.dueDate().map(LocalDate::toString).orElse("");
    }

    /** Returns the date by which CISA requires a fix; empty for none. */
    public String cisaDueDate() {
        return plugin().cisaDueDate().map(LocalDate::toString).orElse("");
    }

    @CheckForNull
    public Date firstSeen() {
        return date(finding().firstSeen());
    }

    @CheckForNull
    public Date lastSeen() {
        return date(finding().lastSeen());
    }

    /** Returns the time since the finding was last seen, such as {@code 12 days}; empty if that is unknown. */
    public String lastSeenAge(Instant time) {
        return finding().lastSeen().map(last -> Age.of(last, time)).orElse("");
    }

    /** Returns the link from the page of the finding back to the table. */
    public String back() {
        return "../../" + steps.request().link();
    }

    /** Returns the link to all findings of the host. */
    public String hostLink() {
        return all(TableFilter.CURRENT.withHost(finding().host().address()));
    }

    /** Returns the link to all findings of the plugin. */
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
