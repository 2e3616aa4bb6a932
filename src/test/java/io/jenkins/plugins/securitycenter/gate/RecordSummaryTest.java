package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSummaryTest {

    private static final Totals LARGE = new Totals(100_001, 200_002, 300_003, 400_004, 500_005);
    private static final StateCounts CHANGES = new StateCounts(true, LARGE, LARGE, Totals.NONE, LARGE, LARGE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40})
    void survivesBeingStored(int gates) {
        RecordSummary summary = summary(gates);

        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
    }

    @Test
    void survivesBeingStoredWithoutAnything() {
        RecordSummary nothing = new RecordSummary(StateCounts.NONE, Verdict.NONE);

        assertThat(RecordSummary.parse(nothing.toText())).isEqualTo(nothing);
    }

    @Test
    void keepsThatNothingWasScanned() {
        RecordSummary nothing = summary(1).ofNothing();

        assertThat(RecordSummary.parse(nothing.toText())).isEqualTo(nothing);
        assertThat(RecordSummary.parse(nothing.toText()).verdict().passed()).isFalse();
    }

    @Test
    void keepsTheHostsThatWereNotLoggedInTo() {
        List<CheckedHosts.UnauthenticatedHost> hosts = new ArrayList<>();
        for (int number = 0; number < 1_200; number++) {
            hosts.add(new CheckedHosts.UnauthenticatedHost(
                    "192.0." + number / 200 + "." + number % 200,
                    "Target Credential Status by Authentication Protocol - Failure for Provided Credentials"));
        }
        CheckedHosts checked =
                new CheckedHosts(2_000, 800, hosts, 1_200, true, 0).ofFeed(Optional.of(Instant.ofEpochSecond(1)));
        RecordSummary summary = new RecordSummary(CHANGES, Verdict.NONE, checked, SuppressionReport.NONE);

        assertThat(checked.notAuthenticated()).hasSize(1_000);
        assertThat(checked.pluginFeed()).contains(Instant.ofEpochSecond(1));
        assertThat(summary.toText()).hasSizeLessThan(12_000);
        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
        assertThat(RecordSummary.parse(summary.ofNothing().toText()).checked()).isEqualTo(checked);
    }

    @Test
    void keepsTheOverdueFindings() {
        RecordSummary summary = new RecordSummary(CHANGES.withOverdue(LARGE), Verdict.NONE);

        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
        assertThat(summary.changes().overdue()).isEqualTo(LARGE);
        assertThat(summary.changes().withOverdue(Totals.NONE)).isEqualTo(CHANGES);
    }

    @Test
    void keepsWhetherTheKnownExploitedFindingsAreKnown() {
        for (Totals findings : Arrays.asList(LARGE, Totals.NONE, null)) {
            RecordSummary summary = new RecordSummary(CHANGES.withKnownExploited(findings), Verdict.NONE);

            assertThat(RecordSummary.parse(summary.toText()).changes().knownExploited())
                    .isEqualTo(findings);
            assertThat(summary.changes().withOverdue(LARGE).knownExploited()).isEqualTo(findings);
        }
    }

    @Test
    void keepsFiveFixes() {
        TopFix fix = new TopFix("0a".repeat(16), "\u00e9".repeat(300), 1L << 40, 38, Severity.HIGH, true, 23.4);
        RecordSummary summary = new RecordSummary(CHANGES, Verdict.NONE).withFixes(Collections.nCopies(6, fix));

        assertThat(summary.fixes()).hasSize(5);
        assertThat(summary.toText()).hasSizeLessThan(1_500);
        assertThat(RecordSummary.parse(summary.ofNothing().toText()).fixes()).isEqualTo(summary.fixes());
        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
    }

    @Test
    void readsAFixWithoutValues() {
        String text = new RecordSummary(CHANGES, Verdict.NONE).toText();
        RecordSummary summary = RecordSummary.parse(text.substring(0, text.length() - 1) + ",fixes:[null,{}]}");

        assertThat(summary.fixes()).containsExactly(new TopFix("", "", 0, 0, Severity.INFO, null, 0));
    }

    @Test
    void leavesShortTextsReadable() {
        assertThat(CompactText.pack("x".repeat(1500))).isEqualTo("x".repeat(1500));
        assertThat(CompactText.pack("x".repeat(1501))).startsWith("gzip:");
    }

    @Test
    void holdsWhatXmlCannot() {
        GateCondition hostile = new GateCondition(false, 0, 0, "a\u0000\u001B\u0085\uD83D b \uD83D\uDE00\uFFFF");
        Gate gate = new Gate(1, Severity.HIGH, Gate.Type.NEW, hostile, Gate.Result.FAILURE);
        RecordSummary summary = new RecordSummary(CHANGES, new Verdict(List.of(GateVerdict.inactive(gate)), false));

        assertThat(summary.toText()).matches("[ -~]+");
        assertThat(RecordSummary.parse(summary.toText())).isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 200})
    void staysSmallInXml(int gates) {
        String xml = summary(gates).toText().replace("\"", "&quot;");

        assertThat(xml).hasSizeLessThan(5_000).doesNotContain("\n");
    }

    @Test
    void readsWhatTheFirstVersionStored() {
        assertThat(RecordSummary.parse("""
                        {"changes":{"compared":false,"total":{"critical":0,"high":1,"medium":0,"low":0,"info":0},\
                        "added":{},"outstanding":{},"fixed":{},"notScanned":{}},"verdict":{"gates":[]}}"""))
                .isEqualTo(new RecordSummary(
                        new StateCounts(
                                false,
                                Totals.NONE.plus(Severity.HIGH, 1),
                                Totals.NONE,
                                Totals.NONE,
                                Totals.NONE,
                                Totals.NONE),
                        Verdict.NONE));
    }

    @Test
    void readsWhatANewerVersionStored() {
        String newer = summary(1).toText().replaceFirst("\\{", "{\"epss\":{},");

        assertThat(RecordSummary.parse(newer)).isEqualTo(summary(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"changes\":null}",
                "{changes:{total:{}},verdict:{gates:[]}}",
                "{changes:{total:{},added:{},outstanding:{},fixed:{},notScanned:{}},verdict:{gates:[{}]}}",
                "{\"changes\"",
                "[]",
                "gzip:",
                "gzip:?",
                "gzip:AAAA"
            })
    void saysWhenItIsDamaged(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordSummary.parse(text))
                .withMessageStartingWith("The stored summary of the findings");
    }

    private static RecordSummary summary(int gates) {
        List<GateVerdict> verdicts = new ArrayList<>();
        for (int number = 1; number <= gates; number++) {
            GateCondition condition =
                    new GateCondition(number % 2 == 0, number % 10, 0, number % 3 == 0 ? "Web Servers" : "");
            Gate gate = new Gate(number, Severity.HIGH, Gate.Type.NEW, condition, Gate.Result.FAILURE);
            verdicts.add(GateVerdict.of(
                    gate, number * 1_000L, new GateSentence(gate, Map.of(), List.of()).of(number * 1_000L, "new ")));
        }
        return new RecordSummary(CHANGES, new Verdict(verdicts, false));
    }
}
