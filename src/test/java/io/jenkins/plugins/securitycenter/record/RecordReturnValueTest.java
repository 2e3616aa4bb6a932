package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts.UnauthenticatedHost;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ScanFacts;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.GateReport;
import io.jenkins.plugins.securitycenter.result.QualityReport;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.export.Exported;

class RecordReturnValueTest {

    private static final Totals HIGH = Totals.NONE.plus(Severity.HIGH, 1);
    private static final Gate GATE = new Gate(
            1, Severity.HIGH, Gate.Type.NEW, new GateCondition(true, 7.5, 0, "Web Servers"), Gate.Result.FAILURE);

    @Test
    void tellsTheLogWhatChangedAndWhatTheGatesSay() {
        StateCounts counts = new StateCounts(
                true,
                HIGH.plus(Severity.INFO, 1),
                HIGH,
                Totals.NONE.plus(Severity.INFO, 1),
                Totals.NONE,
                HIGH.plus(Severity.LOW, 2));

        assertThat(RecordLog.lines("Network", origin("job#1").ofScan(true), summary(counts)))
                .containsExactly(
                        "Network: 2 findings (Critical 0, High 1, Medium 0, Low 0, Info 1)",
                        "The scan is partial: it did not reach all of its targets. Findings may be missing.",
                        "Compared with job#1: 1 new (Critical 0, High 1, Medium 0, Low 0, Info 0); 0 fixed;"
                                + " 1 outstanding (Critical 0, High 0, Medium 0, Low 0, Info 1)",
                        "Not counted as fixed because the host was not scanned this time: 3 findings (Critical 0,"
                                + " High 1, Medium 0,"
                                + " Low 2, Info 0)",
                        "Gate violated (failure): too many",
                        "Verdict: failed");
    }

    @Test
    void tellsTheLogThatThereIsNothingToCompareWith() {
        RecordSummary summary = new RecordSummary(
                new StateCounts(false, HIGH, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE), Verdict.NONE);

        assertThat(RecordLog.lines("SecurityCenter", origin(""), summary))
                .containsExactly(
                        "SecurityCenter: 1 finding (Critical 0, High 1, Medium 0, Low 0, Info 0)",
                        "Not compared: there is no earlier build with passed gates.");
    }

    @Test
    void saysThatNothingWasScanned() {
        RecordSummary summary = new RecordSummary(StateCounts.NONE, Verdict.NONE);
        String scan = "No host was scanned in scan result 8, so it is unknown whether there are vulnerabilities.";

        assertThat(RecordLog.lines("SecurityCenter", origin("").ofNothing(true), summary.ofNothing()))
                .contains(
                        scan + " The build is marked unstable; set allowEmpty: true to accept such records.",
                        "Verdict: unstable");
        assertThat(RecordLog.lines("SecurityCenter", origin("").ofNothing(true), summary))
                .contains(scan + " The record is accepted because allowEmpty is set.")
                .noneMatch(line -> line.startsWith("Verdict"));
        assertThat(RecordLog.lines("All", new RecordOrigin("prod", "", "", "").ofNothing(true), summary))
                .anyMatch(line -> line.startsWith("No host was scanned in the repositories and assets of the query, "));
        assertThat(RecordReturnValue.of("network", origin("").ofNothing(true).ofScan(true), "", summary.ofNothing()))
                .containsEntry("nothingScanned", true)
                .containsEntry("partial", true)
                .containsEntry("verdict", "unstable");
    }

    @Test
    void namesTheFixesThatRemoveTheMostRisk() throws Exception {
        TopFix apache =
                new TopFix("0a", "Upgrade to Apache version 2.4.56 or later.", 412, 38, Severity.HIGH, true, 23.4);
        TopFix other = new TopFix("0b", "RHEL 8: kernel: Update it.", 1, 1, Severity.LOW, false, 1);
        RecordSummary summary = new RecordSummary(StateCounts.NONE, Verdict.NONE).withFixes(List.of(apache, other));

        assertThat(RecordLog.lines("SecurityCenter", origin(""), summary))
                .containsSequence(
                        "Fix first:",
                        "1. Upgrade to Apache version 2.4.56 or later. (412 findings on 38 hosts, worst severity High,"
                                + " known exploited, 23.4 % of the risk)",
                        "2. RHEL 8: kernel: Update it. (1 finding on 1 host, worst severity Low, 1.0 % of the risk)");
        assertThat(RecordReturnValue.of("any", origin(""), "", summary))
                .extractingByKey("fixes", list(Map.class))
                .hasSize(2)
                .startsWith(Map.of(
                        "fix",
                        "0a",
                        "solution",
                        "Upgrade to Apache version 2.4.56 or later.",
                        "findings",
                        412L,
                        "hosts",
                        38L,
                        "severity",
                        "High",
                        "knownExploited",
                        true,
                        "share",
                        23.4));
    }

    @Test
    void saysWhetherTheQualityOfTheScanSuffices() throws Exception {
        ScanQuality quality = new ScanQuality(95, 0, 7, Gate.Result.FAILURE);
        CheckedHosts checked = new CheckedHosts(20, 19, List.of(), 1, true, 0);
        ScanFacts facts = new ScanFacts(checked, true, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
        RecordSummary summary =
                new RecordSummary(StateCounts.NONE, Verdict.NONE).ofQuality(quality.judge(facts, Instant.EPOCH));

        assertThat(RecordLog.lines("SecurityCenter", origin(""), summary))
                .containsSequence(
                        "Scan quality passed: The scanner logged in to 19 of 20 hosts (95 %), at least 95 % required",
                        "Scan quality violated (failure): The age of the plugin feed is unknown, because neither the"
                                + " scan nor SecurityCenter reports its date, at most 7 days allowed",
                        "Verdict: failed");
        Map<String, Object> expected = Map.of(
                "condition",
                "authenticatedHosts",
                "limit",
                95.0,
                "result",
                "failure",
                "state",
                "passed",
                "sentence",
                "The scanner logged in to 19 of 20 hosts (95 %), at least 95 % required");
        assertThat(RecordReturnValue.of("any", origin(""), "", summary))
                .containsEntry("verdict", "failed")
                .extractingByKey("scanQuality", list(Map.class))
                .hasSize(2)
                .startsWith(expected);
        assertThat(exported(new QualityReport(summary.verdict().quality().get(0))))
                .isEqualTo(expected);
    }

    @Test
    void namesHostsThatWereNotLoggedInTo() {
        List<UnauthenticatedHost> hosts = IntStream.range(10, 22)
                .mapToObj(number -> new UnauthenticatedHost("192.0.2." + number, number == 10 ? "refused\nhere" : ""))
                .toList();
        StateCounts counts = new StateCounts(
                true, HIGH, Totals.NONE, HIGH, Totals.NONE, Totals.NONE, HIGH, Totals.NONE, Totals.NONE);
        RecordSummary summary = new RecordSummary(
                counts, Verdict.NONE, new CheckedHosts(20, 8, hosts, 12, true, 0), SuppressionReport.NONE);

        assertThat(RecordLog.lines("SecurityCenter", origin("job#1"), summary))
                .contains(
                        "Not counted as fixed because this scan could not check it: 1 finding (Critical 0, High 1,"
                                + " Medium 0, Low 0, Info 0)",
                        "The scanner did not log in to 12 of 20 hosts, so local checks did not run there: 192.0.2.10"
                                + " (refused here); 192.0.2.11; 192.0.2.12; 192.0.2.13; 192.0.2.14; 192.0.2.15;"
                                + " 192.0.2.16; 192.0.2.17; 192.0.2.18; 192.0.2.19; and 2 more.");
        assertThat(RecordReturnValue.of("any", origin(""), "", summary))
                .containsEntry("hosts", 20L)
                .containsEntry("authenticatedHosts", 8L)
                .extractingByKey("notAuthenticated", list(Map.class))
                .hasSize(12)
                .startsWith(Map.of("name", "192.0.2.10", "reason", "refused here"));
        assertThat(RecordReturnValue.of("any", origin(""), "", summary(counts)))
                .containsEntry("authenticatedHosts", null)
                .extractingByKey("notChecked", map(String.class, Object.class))
                .containsEntry("high", 1L);
    }

    @Test
    void tellsWhatIsMissingAndWhatCameRepeatedly() {
        RecordSummary summary = new RecordSummary(
                new StateCounts(false, HIGH, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE), Verdict.NONE);
        RecordOrigin origin = origin("").read(1, 3).ofScan(false);

        assertThat(RecordLog.lines("SecurityCenter", origin, summary))
                .contains(
                        "The findings are incomplete, so the build is unstable: even after retries, SecurityCenter did"
                                + " not send 3 findings that it counts, and sent others twice.",
                        "1 row was received more than once and counted once, with the worst values.")
                .noneMatch(line -> line.contains("did not reach"));
        assertThat(RecordReturnValue.of("any", origin, "", summary))
                .containsEntry("partial", true)
                .containsEntry("missing", 3L)
                .containsEntry("repeated", 1L);
        assertThat(origin("").read(0, 1).readingTexts())
                .containsExactly("The findings are incomplete, so the build is unstable: even after retries,"
                        + " SecurityCenter did not send 1 finding that it counts, and sent others twice.");
        assertThat(origin("").read(2, 0).readingTexts())
                .containsExactly("2 rows were received more than once; each was counted once, with the worst values.");
    }

    @Test
    void givesScriptsAllToDecideByThemselves() {
        StateCounts counts = new StateCounts(true, HIGH, HIGH, Totals.NONE, Totals.NONE, Totals.NONE);
        Map<String, Object> answer = RecordReturnValue.of(
                "network", origin("job#1"), "https://ci.example.com/job/job/2/network/", summary(counts));

        assertThat(answer)
                .containsEntry("id", "network")
                .containsEntry("server", "prod")
                .containsEntry("scanResultId", "8")
                .containsEntry("url", "https://sc.example.com/#scan_results/view/8")
                .containsEntry("page", "https://ci.example.com/job/job/2/network/")
                .containsEntry("reference", "job#1")
                .containsEntry("compared", true)
                .containsEntry("partial", false)
                .containsEntry("nothingScanned", false)
                .containsEntry("verdict", "failed")
                .containsKeys("totals", "fixed", "outstanding", "notScanned");
        assertThat(answer.get("new"))
                .isEqualTo(Map.of("critical", 0L, "high", 1L, "medium", 0L, "low", 0L, "info", 0L, "total", 1L));
        assertThat(answer.get("gates"))
                .isEqualTo(List.of(Map.ofEntries(
                        Map.entry("type", "new"),
                        Map.entry("severity", "High"),
                        Map.entry("threshold", 1),
                        Map.entry("exploitAvailable", true),
                        Map.entry("minimumCvss", 7.5),
                        Map.entry("minimumVpr", 0.0),
                        Map.entry("pluginFamily", "Web Servers"),
                        Map.entry("knownExploited", false),
                        Map.entry("minimumEpss", 0.0),
                        Map.entry("patchAvailable", false),
                        Map.entry("olderThanDays", 0),
                        Map.entry("cve", List.of()),
                        Map.entry("host", List.of()),
                        Map.entry("port", List.of()),
                        Map.entry("result", "failure"),
                        Map.entry("state", "violated"),
                        Map.entry("count", 3L),
                        Map.entry("sentence", "too many"))));
    }

    @Test
    void givesTheRemoteApiOfAGateWhatScriptsGet() throws Exception {
        GateVerdict verdict = new GateVerdict(GATE, GateVerdict.State.VIOLATED, 3, "too many");
        Map<String, Object> exported = exported(new GateReport(verdict));
        RecordSummary summary = new RecordSummary(StateCounts.NONE, new Verdict(List.of(verdict), false));
        assertThat(RecordReturnValue.of("any", origin(""), "", summary)).containsEntry("gates", List.of(exported));
    }

    private static Map<String, Object> exported(Object report) throws Exception {
        Map<String, Object> exported = new HashMap<>();
        for (PropertyDescriptor property :
                Introspector.getBeanInfo(report.getClass()).getPropertyDescriptors()) {
            if (property.getReadMethod().isAnnotationPresent(Exported.class)) {
                exported.put(property.getName(), property.getReadMethod().invoke(report));
            }
        }
        return exported;
    }

    private static RecordOrigin origin(String reference) {
        return new RecordOrigin("prod", "8", "https://sc.example.com/#scan_results/view/8", reference);
    }

    @Test
    void tellsWhatIsSuppressedAndWhichRulesNeedCare() {
        StateCounts counts = new StateCounts(
                false, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, HIGH, Totals.NONE);
        SuppressionReport.Entry rule = new SuppressionReport.Entry(2, "plugin 51192", "2027-03-31", "SEC-1234");
        RecordSummary summary = new RecordSummary(
                counts,
                Verdict.NONE,
                CheckedHosts.NONE,
                new SuppressionReport(List.of(rule), List.of(rule), List.of(rule), 0, List.of(rule)));

        assertThat(RecordLog.lines("Network", origin(""), summary))
                .containsSubsequence(
                        "Suppressed and not counted: 1 finding (Critical 0, High 1, Medium 0, Low 0, Info 0)",
                        "Expired suppression, which suppresses nothing: line 2: plugin 51192 until 2027-03-31"
                                + " (SEC-1234)",
                        "Warning: suppression ends within 14 days: line 2: plugin 51192 until 2027-03-31 (SEC-1234)",
                        "Warning: ignored suppression, which the reference build did not use: line 2: plugin 51192"
                                + " until 2027-03-31 (SEC-1234)",
                        "Unused suppression, which covers no finding: line 2: plugin 51192 until 2027-03-31"
                                + " (SEC-1234)");
        Map<String, Object> plain =
                Map.of("line", 2, "rule", "plugin 51192", "until", "2027-03-31", "reason", "SEC-1234");
        Map<String, Object> answer = RecordReturnValue.of("network", origin(""), "", summary);
        assertThat(answer)
                .containsEntry(
                        "suppressions",
                        Map.of(
                                "expired",
                                List.of(plain),
                                "expiring",
                                List.of(plain),
                                "unused",
                                List.of(plain),
                                "ignored",
                                List.of(plain)));
        assertThat(answer.get("suppressed"))
                .isEqualTo(Map.of("critical", 0L, "high", 1L, "medium", 0L, "low", 0L, "info", 0L, "total", 1L));
    }

    private static RecordSummary summary(StateCounts counts) {
        return new RecordSummary(
                counts, new Verdict(List.of(new GateVerdict(GATE, GateVerdict.State.VIOLATED, 3, "too many")), false));
    }
}
