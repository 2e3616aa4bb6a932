package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.export.CsvColumn;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.MissingScore;
import io.jenkins.plugins.securitycenter.gate.RiskCondition;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.gate.ScopeCondition;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordTask;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordStepTest {

    @Test
    void recordsTheLastScanByDefault() {
        RecordTask record = record(step -> {});
        assertThat(record.selection().source()).isEqualTo(SourceType.INDIVIDUAL);
        assertThat(record.selection().scanResultId()).isEmpty();
        assertThat(record.selection().minimum()).isEqualTo(Severity.INFO);
        assertThat(record.name().id()).isEqualTo("securitycenter");
        assertThat(record.rules().gates()).isEmpty();
        assertThat(record.rules().exports().paths()).isEmpty();
    }

    @Test
    void doesNotLeaveOutAnEntryOfAGateThatIsNotSet() {
        GateRule rule = new GateRule(1, "High", "total");
        rule.setHost(Arrays.asList("web.example.com", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(step -> step.setGates(List.of(rule))))
                .withMessageStartingWith("host \"null\" is not a valid address, network or host name;");
    }

    @Test
    void readsGates() {
        GateRule rule = new GateRule(3, "high", "new");
        rule.setResult("failure");
        rule.setExploitAvailable(true);
        rule.setMinimumCvss(7.5);
        rule.setPluginFamily("Web Servers");

        assertThat(record(step -> step.setGates(List.of(rule))).rules().gates())
                .containsExactly(new Gate(
                        3,
                        Severity.HIGH,
                        Gate.Type.NEW,
                        new GateCondition(true, 7.5, 0, "Web Servers"),
                        Gate.Result.FAILURE));
    }

    @Test
    void readsConditionsOfRiskAndScope() {
        GateRule rule = new GateRule(1, "Info", "overdue");
        rule.setResult("stage");
        rule.setKnownExploited(true);
        rule.setMinimumEpss(10);
        rule.setPatchAvailable(true);
        rule.setOlderThanDays(30);
        rule.setCve(List.of("cve-2021-44228", "CVE-2021-45046"));
        rule.setHost("192.0.2.0/24, *.example.com");
        rule.setPort(List.of(443, "8000-8099"));

        assertThat(record(step -> step.setGates(List.of(rule))).rules().gates())
                .containsExactly(new Gate(
                        1,
                        Severity.INFO,
                        Gate.Type.OVERDUE,
                        new GateCondition(
                                false,
                                0,
                                0,
                                "",
                                new RiskCondition(true, 10, true, 30),
                                new ScopeCondition(
                                        List.of("CVE-2021-44228", "CVE-2021-45046"),
                                        List.of("192.0.2.0/24", "*.example.com"),
                                        List.of("443", "8000-8099"))),
                        Gate.Result.STAGE));
    }

    @Test
    void readsDaysToFix() {
        RiskRules rules = new RiskRules(MissingScore.IGNORE, Map.of(Severity.CRITICAL, 15, Severity.HIGH, 30));
        for (Object sla : List.of(Map.of("critical", 15, "high", 30), "Critical = 15\n\nhigh=30")) {
            RecordTask task = record(step -> {
                step.setMissingScore("ignore");
                step.setSla(sla);
            });
            assertThat(task.rules().risk()).isEqualTo(rules);
        }
        assertThat(record(step -> {}).rules().risk()).isEqualTo(RiskRules.DEFAULT);
    }

    @Test
    void refusesASeverityWithTwoNumbersOfDays() {
        assertThatThrownBy(() -> record(step -> step.setSla("high=30\nHIGH=90")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sla contains severity High twice; set it once.");
    }

    @Test
    void readsQueries() {
        FindingsQuery query = new FindingsQuery("cumulative");
        query.setFilters("ip=10.0.0.0/24");
        RecordTask record = record(step -> step.setQuery(query));
        assertThat(record.selection().source()).isEqualTo(SourceType.CUMULATIVE);
        assertThat(record.selection().filters()).containsExactly(Map.entry("ip", TextNode.valueOf("10.0.0.0/24")));
    }

    @Test
    void takesListsInFilters() {
        FindingsQuery query = new FindingsQuery("individual");
        query.setFilters(Map.of("repository", List.of(Map.of("id", "3"))));
        assertThat(record(step -> step.setQuery(query)).selection().filters().get("repository"))
                .hasToString("[{\"id\":\"3\"}]");
    }

    @Test
    void readsExports() {
        FindingExportPaths files = new FindingExportPaths();
        files.setCsv("a/findings.csv");
        assertThat(record(step -> step.setExports(files)).rules().exports().paths())
                .containsExactly(Map.entry(ExportFormat.CSV, "a/findings.csv"));
    }

    @Test
    void makesSuitesOfPluginsWhenAsked() {
        FindingExportPaths files = new FindingExportPaths();
        files.setJunit("findings.xml");
        files.setJunitSuites("Plugin");
        assertThat(record(step -> step.setExports(files))
                        .rules()
                        .exports()
                        .options()
                        .grouping())
                .isEqualTo(ExportOptions.Grouping.PLUGIN);
    }

    @Test
    void readsTheOptionsOfExports() {
        FindingExportPaths files = new FindingExportPaths();
        files.setSarif("findings.sarif");
        files.setCsv("findings.csv");
        ExportOptions defaults = options(files);
        files.setSarifLimit(25_000);
        files.setSarifAll(true);
        files.setCsvColumns(List.of("severity", "pluginId"));
        ExportOptions chosen = options(files);
        files.setCsvColumns("severity, pluginId");

        assertThat(defaults.sarif()).isEqualTo(new SarifSelection(5_000, false));
        assertThat(defaults.columns()).isEqualTo(CsvColumn.DEFAULT);
        assertThat(chosen.sarif()).isEqualTo(new SarifSelection(25_000, true));
        assertThat(chosen.columns()).containsExactly(CsvColumn.SEVERITY, CsvColumn.PLUGIN_ID);
        assertThat(options(files)).isEqualTo(chosen);
    }

    @Test
    void readsWhatHistoriesNeed() {
        FindingExportPaths files = new FindingExportPaths();
        files.setHosts(" hosts.jsonl.gz ");
        assertThat(options(files).missing()).isFalse();
        files.setJsonlAll(true);

        assertThat(options(files).missing()).isTrue();
        assertThat(record(step -> step.setExports(files)).rules().exports().hosts())
                .isEqualTo("hosts.jsonl.gz");
    }

    private static ExportOptions options(FindingExportPaths files) {
        return record(step -> step.setExports(files)).rules().exports().options();
    }

    @Test
    void readsAPathOfEachFormat() {
        FindingExportPaths files = new FindingExportPaths();
        files.setSarif("sarif");
        files.setJunit("junit");
        files.setCsv("csv");
        files.setJsonl("jsonl");
        files.setDefectdojo("defectdojo");

        assertThat(record(step -> step.setExports(files)).rules().exports().paths())
                .hasSameSizeAs(ExportFormat.values())
                .allSatisfy((format, path) -> assertThat(path).isEqualTo(EnumWords.of(format)));
    }

    @Test
    void readsTheQualityOfTheScan() {
        ScanQualityRule rule = new ScanQualityRule();
        rule.setAuthenticatedHosts(95.5);
        rule.setScannedTargets(90);
        rule.setPluginFeedDays(7);
        rule.setResult("Failure");
        assertThat(record(step -> step.setScanQuality(rule)).rules().quality())
                .isEqualTo(new ScanQuality(95.5, 90, 7, Gate.Result.FAILURE));
        assertThat(record(step -> step.setScanQuality(new ScanQualityRule()))
                        .rules()
                        .quality())
                .isEqualTo(ScanQuality.ANY)
                .isEqualTo(record(step -> {}).rules().quality());
    }

    @Test
    void forgetsEmptyExports() {
        RecordStep step = new RecordStep();
        step.setExports(new FindingExportPaths());
        assertThat(step.getExports()).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(Consumer<RecordStep> mistake, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> record(mistake)).withMessage(sentence);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                mistake(
                        step -> step.setMinimumSeverity("Severe"),
                        "Unknown minimumSeverity \"Severe\". Use Critical, High, Medium, Low or Info."),
                mistake(
                        step -> step.setListNew("bad"),
                        "Unknown listNew \"bad\". Use Critical, High, Medium, Low or Info."),
                mistake(
                        step -> step.setId("a/b"),
                        "id \"a/b\" is not valid; use 1 to 64 letters, digits, hyphens and underscores."),
                mistake(
                        step -> step.setId("a\u0000b"),
                        "id \"a\u0000b\" is not valid; use 1 to 64 letters, digits, hyphens and underscores."),
                mistake(
                        step -> step.setName("D\u0000MZ"),
                        "name contains a character that cannot be stored; do not use control characters, unpaired"
                                + " surrogates, U+FFFE or U+FFFF."),
                mistake(
                        step -> step.setGates(List.of(new GateRule(1, "High", "old"))),
                        "Unknown gate type \"old\". Use total, new, delta or overdue."),
                mistake(
                        step -> step.setGates(List.of(new GateRule(1, null, "new"))),
                        "gate severity is missing; use Critical, High, Medium, Low or Info."),
                mistake(
                        step -> step.setGates(List.of(new GateRule(1, "High", null))),
                        "gate type is missing; use total, new, delta or overdue."),
                mistake(
                        step -> step.setGates(List.of(new GateRule(0, "High", "new"))),
                        "threshold \"0\" is not allowed; use the number of findings that violates the gate, a whole"
                                + " number from 1 to 1000000000."),
                mistake(
                        step -> {
                            ScanQualityRule rule = new ScanQualityRule();
                            rule.setScannedTargets(101);
                            step.setScanQuality(rule);
                        },
                        "scannedTargets \"101\" is not allowed; use a percentage above 0 and up to 100, or 0 to skip this"
                                + " condition."),
                mistake(
                        step -> {
                            ScanQualityRule rule = new ScanQualityRule();
                            rule.setResult("abort");
                            step.setScanQuality(rule);
                        },
                        "Unknown scanQuality.result \"abort\". Use unstable or failure."),
                mistake(
                        step -> step.setSla(Map.of("grave", 1)),
                        "Unknown sla severity \"grave\". Use Critical, High, Medium, Low or Info."),
                mistake(
                        step -> step.setSla("high=soon"),
                        "sla.high \"soon\" is not allowed; use a whole number of days from 1 to 36500, or leave it out."),
                mistake(
                        step -> {
                            step.setSla(Map.of("high", 30));
                            step.setGates(List.of(new GateRule(1, "High", "overdue")));
                        },
                        "sla has days for High, but not for Critical, which a gate of type overdue counts as well; set"
                                + " sla.critical."),
                mistake(step -> step.setMissingScore("maybe"), "Unknown missingScore \"maybe\". Use count or ignore."),
                mistake(
                        step -> step.setQuery(new FindingsQuery("all")),
                        "Unknown query.source \"all\". Use individual, cumulative or patched."),
                mistake(
                        step -> {
                            step.setScanResultId("5");
                            step.setQuery(new FindingsQuery("cumulative"));
                        },
                        "scanResultId is set together with a query of source cumulative; set only one of them."),
                mistake(
                        step -> {
                            FindingExportPaths files = new FindingExportPaths();
                            files.setJunit("findings.xml");
                            files.setJunitSuites("port");
                            step.setExports(files);
                        },
                        "Unknown exports.junitSuites \"port\". Use host or plugin."),
                mistake(
                        step -> {
                            FindingExportPaths files = new FindingExportPaths();
                            files.setSarif("../x.sarif");
                            step.setExports(files);
                        },
                        "exports.sarif \"../x.sarif\" is not in the workspace; use a relative path inside it."),
                mistake(
                        step -> {
                            FindingExportPaths files = new FindingExportPaths();
                            files.setSarif("x.sarif");
                            files.setSarifLimit(0);
                            step.setExports(files);
                        },
                        "exports.sarifLimit \"0\" is not allowed; use a whole number from 1 to 25,000."),
                mistake(
                        step -> {
                            FindingExportPaths files = new FindingExportPaths();
                            files.setCsv("x.csv");
                            files.setCsvColumns(Map.of("a", "b"));
                            step.setExports(files);
                        },
                        "exports.csvColumns must be a list, or text separated by commas or line breaks."));
    }

    private static Arguments mistake(Consumer<RecordStep> mistake, String sentence) {
        return Arguments.of(mistake, sentence);
    }

    private static RecordTask record(Consumer<RecordStep> change) {
        RecordStep step = new RecordStep();
        change.accept(step);
        return step.task(UnaryOperator.identity());
    }
}
