package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.QualityVerdict;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import io.jenkins.plugins.securitycenter.suppression.SuppressionPolicy;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds whose scans find the same, while the risk of the findings, or what is known about it, changes. */
class RiskStoriesTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @TempDir
    Path directory;

    private StoryBuilds builds;

    @BeforeEach
    void open() {
        builds = new StoryBuilds(directory, List.of());
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @ParameterizedTest
    @CsvSource({"CISA-KNOWN-EXPLOITED #2026/12/30, 1", "CISA-KNOWN-EXPLOITED:2026/12/31, 0"})
    void theDueDateOfCisaPasses(String xref, int overdue) throws Exception {
        builds.at(new BuildDay(Instant.parse("2026-12-30T12:00:00Z"), AUCKLAND));
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.OVERDUE, GateCondition.NONE));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().violated()).isFalse();

        String plugin = onlyOne();
        builds.simulator().controls().setField(plugin, "xref", "CWE #200," + xref);
        StateCounts counts = builds.build(ScanReports.COMPLETE, Severity.MEDIUM);

        assertThat(counts.overdue().total()).isEqualTo(overdue);
        assertThat(verdict().violated()).isEqualTo(overdue > 0);
        assertThat(verdict().sentence()).startsWith(overdue + " overdue finding");
        assertThat(counts.outstanding().total()).isEqualTo(counts.total().total());
    }

    @Test
    void cisaListsAFinding() throws Exception {
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.TOTAL, risk(true, 0, false)));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().violated()).isFalse();

        builds.simulator().controls().setField(onlyOne(), "xref", "CISA-KNOWN-EXPLOITED #2024/06/03");
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().count()).isEqualTo(1);
        assertThat(verdict().violated()).isTrue();
    }

    @Test
    void aScoreIsMissing() throws Exception {
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.TOTAL, risk(false, 99, false)));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().violated()).isFalse();

        builds.simulator().controls().setField(onlyOne(), "epssScore", "");
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().violated()).isTrue();
        assertThat(verdict().sentence()).endsWith("; counted are 1 because the score is still missing");

        builds.judge(new RiskRules(MissingScore.IGNORE, Map.of()), gate(Gate.Type.TOTAL, risk(false, 99, false)));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(verdict().violated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, true, EPSS scores of at most 1 are read as fractions: 0.97 is 97 %",
        "FRACTION, true, EPSS scores are read as fractions: 0.97 is 97 %",
        "PERCENT, false, EPSS scores are read as percentages: 0.97 is 0.97 %"
    })
    void theScaleOfEpssScoresIsSet(EpssScale scale, boolean violated, String sentence) throws Exception {
        builds.scale(scale);
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.TOTAL, risk(false, 50, false)));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        builds.simulator().controls().setField(onlyOne(), "epssScore", "0.6");
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);

        assertThat(verdict().violated()).isEqualTo(violated);
        assertThat(builds.log()).contains(sentence);
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.TOTAL, GateCondition.NONE));
        builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
        assertThat(builds.log()).doesNotContain("EPSS");
    }

    @ParameterizedTest
    @CsvSource({"xref", "patchPubDate", "epssScore"})
    void theServerDoesNotSendTheField(String field) throws Exception {
        builds.simulator().controls().hideField(field);
        builds.judge(
                new RiskRules(MissingScore.IGNORE, Map.of()),
                gate(
                        Gate.Type.TOTAL,
                        risk(field.equals("xref"), field.equals("epssScore") ? 99 : 0, field.equals("patchPubDate"))));
        long all = builds.build(ScanReports.COMPLETE, Severity.MEDIUM).total().total();

        assertThat(verdict().violated()).isTrue();
        assertThat(verdict().count()).isEqualTo(all);
        assertThat(verdict().sentence()).contains("SecurityCenter does not send " + field);
    }

    @Test
    void aSuppressionEndsTodayInAZoneAheadOfTheServer() throws Exception {
        builds.judge(RiskRules.DEFAULT, gate(Gate.Type.TOTAL, GateCondition.NONE));
        long all = builds.build(ScanReports.COMPLETE, Severity.MEDIUM).total().total();
        String rules = "ignore: [{plugin: " + onlyOne() + ", until: 2026-12-31, reason: Known}]";

        StateCounts lastDay = suppressed(rules, "2026-12-31T10:59:59Z");
        assertThat(lastDay.suppressed().total()).isEqualTo(1);
        assertThat(lastDay.total().total()).isEqualTo(all - 1);
        assertThat(builds.last().suppressions().expiring()).hasSize(1);

        // It is still the 31st where the server is.
        StateCounts nextDay = suppressed(rules, "2026-12-31T11:00:00Z");
        assertThat(nextDay.suppressed().total()).isZero();
        assertThat(nextDay.total().total()).isEqualTo(all);
        assertThat(nextDay.added().total()).isZero();
        assertThat(builds.last().suppressions().expired()).hasSize(1);
    }

    private StateCounts suppressed(String rules, String now) throws Exception {
        BuildDay day = new BuildDay(Instant.parse(now), AUCKLAND);
        SuppressionFile file = SuppressionFile.parse("ignore.yaml", rules.getBytes(StandardCharsets.UTF_8));
        builds.at(day);
        builds.suppress(Suppressions.of(file.rules(), SuppressionPolicy.DEFAULT, day.today()));
        return builds.build(ScanReports.COMPLETE, Severity.MEDIUM);
    }

    @Test
    void theFeedOfTheServerIsUsedIfTheScanReportsNone() throws Exception {
        builds.build(ScanReports.SILENT, Severity.MEDIUM);
        assertThat(feed().violated()).isFalse();
        assertThat(feed().sentence())
                .startsWith("The plugin feed of SecurityCenter (the scan does not report its own) is 0.1 days old");

        builds.simulator().controls().setFeedTime(Instant.now().minus(Duration.ofDays(8)));
        assertThat(feed().violated()).isTrue();

        builds.simulator().faults().on("GET", "/feed").error(403, 74, "Not allowed.");
        assertThat(feed().violated()).isTrue();
        assertThat(feed().sentence()).startsWith("The age of the plugin feed is unknown");
    }

    private QualityVerdict feed() throws Exception {
        ScanQuality quality = new ScanQuality(0, 0, 7, Gate.Result.FAILURE);
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        RecordSummary judged =
                new QualityCheck(quality, builds.server(), log, Instant::now).judge(builds.last(), Optional.empty());
        return judged.verdict().quality().get(0);
    }

    private GateVerdict verdict() {
        return builds.last().verdict().gates().get(0);
    }

    /** A plugin with one finding in the last build, which has a CVE. */
    private String onlyOne() throws Exception {
        List<Finding> all = builds.findings();
        return all.stream()
                .filter(finding -> !finding.plugin().cves().isEmpty())
                .map(finding -> finding.plugin().id())
                .filter(id -> all.stream()
                                .filter(other -> other.plugin().id().equals(id))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    private static Gate gate(Gate.Type type, GateCondition condition) {
        return new Gate(1, Severity.MEDIUM, type, condition, Gate.Result.FAILURE);
    }

    private static GateCondition risk(boolean exploited, double epss, boolean patched) {
        return new GateCondition(false, 0, 0, "", new RiskCondition(exploited, epss, patched, 0), ScopeCondition.ALL);
    }
}
