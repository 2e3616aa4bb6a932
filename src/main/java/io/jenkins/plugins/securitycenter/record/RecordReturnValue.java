package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.document.RecordMail;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.GateReport;
import io.jenkins.plugins.securitycenter.result.QualityReport;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Converts a record to the result for scripts. */
@Restricted(NoExternalUse.class)
public final class RecordReturnValue {

    private RecordReturnValue() {}

    /**
     * Returns the result for scripts: id, server, scanResultId and url (both empty for findings of more than one scan),
     * page (in Jenkins; empty if no Jenkins URL is configured), partial (whether findings may be missing), missing (the
     * number of findings that SecurityCenter counts but did not send), repeated (the number of rows received more than
     * once; only the most severe copy is counted), nothingScanned (whether no host was scanned), hosts (the number of
     * scanned hosts), authenticatedHosts (how many of them the scanner logged in to; null if unknown), notAuthenticated
     * (at most 1000 others, each with name and reason), reference (empty for none), compared, totals, new, fixed,
     * outstanding, notScanned and notChecked (each with critical, high, medium, low, info and total; without a
     * reference build, all except totals are zero), suppressed (counts, which no other count includes), suppressions
     * (the lists expired, expiring, unused and ignored of rules with line, rule, until and reason), overdue (counts), fixes (the
     * five that remove the most risk, each with fix, solution, findings, hosts, severity, knownExploited and share),
     * gates, scanQuality, verdict, and mailHtml and mailText (a mail about the record, each at most 60 KB).
     */
    public static Map<String, Object> of(FindingsAction action) {
        Map<String, Object> answer = withoutMail(action);
        RecordMail mail = RecordMail.of(
                DocumentHeaders.of(action), action.summary(), NewFindings.worst(action, RecordMail.MOST_NEW));
        answer.put("mailHtml", mail.html());
        answer.put("mailText", mail.text());
        return answer;
    }

    /** Returns the result for scripts without the mail, whose creation reads the file of findings. */
    public static Map<String, Object> withoutMail(FindingsAction action) {
        String page = RecordUrl.of(action.getRun(), action.getId()).address();
        return of(action.getId(), action.origin(), page, action.summary());
    }

    static Map<String, Object> of(String id, RecordOrigin origin, String page, RecordSummary summary) {
        StateCounts changes = summary.changes();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("server", origin.server());
        answer.put("scanResultId", origin.scanResultId());
        answer.put("url", origin.url());
        answer.put("page", page);
        answer.put("partial", origin.partial());
        answer.put("missing", origin.missing());
        answer.put("repeated", origin.repeated());
        answer.put("nothingScanned", origin.nothingScanned());
        putHosts(answer, summary.checked());
        answer.put("reference", origin.reference());
        answer.put("compared", changes.compared());
        answer.put("totals", counts(changes.total()));
        answer.put("new", counts(changes.added()));
        answer.put("fixed", counts(changes.fixed()));
        answer.put("outstanding", counts(changes.outstanding()));
        answer.put("notScanned", counts(changes.notScanned()));
        answer.put("notChecked", counts(changes.notChecked()));
        answer.put("suppressed", counts(changes.suppressed()));
        answer.put("suppressions", suppressions(summary.suppressions()));
        answer.put("overdue", counts(changes.overdue()));
        List<Object> fixes = new ArrayList<>();
        summary.fixes().forEach(top -> fixes.add(fix(top)));
        answer.put("fixes", fixes);
        List<Object> gates = new ArrayList<>();
        summary.verdict().gates().forEach(verdict -> gates.add(gate(new GateReport(verdict))));
        answer.put("gates", gates);
        List<Object> quality = new ArrayList<>();
        summary.verdict().quality().forEach(verdict -> quality.add(quality(new QualityReport(verdict))));
        answer.put("scanQuality", quality);
        answer.put("verdict", EnumWords.of(summary.verdict().outcome()));
        return answer;
    }

    private static void putHosts(Map<String, Object> answer, CheckedHosts checked) {
        List<Object> others = new ArrayList<>();
        checked.notAuthenticated().forEach(host -> {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("name", host.name());
            other.put("reason", host.reason());
            others.add(other);
        });
        answer.put("hosts", checked.hosts());
        answer.put("authenticatedHosts", checked.loginsKnown() ? checked.authenticated() : null);
        answer.put("notAuthenticated", others);
    }

    private static Map<String, Object> fix(TopFix top) {
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("fix", top.fix());
        fix.put("solution", top.solution());
        fix.put("findings", top.findings());
        fix.put("hosts", top.hosts());
        fix.put("severity", top.severity().label());
        fix.put("knownExploited", top.knownExploited());
        fix.put("share", top.share());
        return fix;
    }

    private static Map<String, Object> suppressions(SuppressionReport report) {
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("expired", rules(report.expired()));
        lists.put("expiring", rules(report.expiring()));
        lists.put("unused", rules(report.unused()));
        lists.put("ignored", rules(report.ignored()));
        return lists;
    }

    private static List<Object> rules(List<SuppressionReport.Entry> entries) {
        List<Object> rules = new ArrayList<>();
        for (SuppressionReport.Entry entry : entries) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("line", entry.line());
            rule.put("rule", entry.rule());
            rule.put("until", entry.until());
            rule.put("reason", entry.reason());
            rules.add(rule);
        }
        return rules;
    }

    private static Map<String, Object> gate(GateReport report) {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("type", report.getType());
        gate.put("severity", report.getSeverity());
        gate.put("threshold", report.getThreshold());
        gate.put("exploitAvailable", report.isExploitAvailable());
        gate.put("minimumCvss", report.getMinimumCvss());
        gate.put("minimumVpr", report.getMinimumVpr());
        gate.put("pluginFamily", report.getPluginFamily());
        gate.put("knownExploited", report.isKnownExploited());
        gate.put("minimumEpss", report.getMinimumEpss());
        gate.put("patchAvailable", report.isPatchAvailable());
        gate.put("olderThanDays", report.getOlderThanDays());
        gate.put("cve", new ArrayList<>(report.getCve()));
        gate.put("host", new ArrayList<>(report.getHost()));
        gate.put("port", new ArrayList<>(report.getPort()));
        gate.put("result", report.getResult());
        gate.put("state", report.getState());
        gate.put("count", report.getCount());
        gate.put("sentence", report.getSentence());
        return gate;
    }

    private static Map<String, Object> quality(QualityReport report) {
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("condition", report.getCondition());
        quality.put("limit", report.getLimit());
        quality.put("result", report.getResult());
        quality.put("state", report.getState());
        quality.put("sentence", report.getSentence());
        return quality;
    }

    private static Map<String, Object> counts(Totals totals) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.descending()) {
            counts.put(EnumWords.of(severity), totals.count(severity));
        }
        counts.put("total", totals.total());
        return counts;
    }
}
