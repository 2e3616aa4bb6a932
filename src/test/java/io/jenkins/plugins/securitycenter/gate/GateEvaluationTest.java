package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.securitycenter.gate.Gate.Result;
import io.jenkins.plugins.securitycenter.gate.Gate.Type;
import io.jenkins.plugins.securitycenter.gate.Verdict.Outcome;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Plugin.CheckType;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateEvaluationTest {

    private static final Finding HIGH = finding().severity(Severity.HIGH).build();

    private static final GateCondition EXPLOITED = risk(new RiskCondition(true, 0, false, 0));
    private static final GateCondition PATCHED = risk(new RiskCondition(false, 0, true, 0));
    private static final GateCondition LIKELY = risk(new RiskCondition(false, 10, false, 0));

    private static GateCondition risk(RiskCondition risk) {
        return new GateCondition(false, 0, 0, "", risk, ScopeCondition.ALL);
    }

    static Stream<Arguments> conditionsAndTheirFields() {
        ScopeCondition cve = new ScopeCondition(List.of("CVE-2021-44228"), List.of(), List.of());
        return Stream.of(
                arguments(EXPLOITED, Type.TOTAL, MissingScore.COUNT, "xref"),
                arguments(GateCondition.NONE, Type.OVERDUE, MissingScore.COUNT, "xref"),
                arguments(PATCHED, Type.NEW, MissingScore.COUNT, "patchPubDate"),
                arguments(PATCHED, Type.DELTA, MissingScore.COUNT, "patchPubDate"),
                arguments(new GateCondition(true, 0, 0, ""), Type.TOTAL, MissingScore.COUNT, "exploitAvailable"),
                arguments(new GateCondition(false, 0, 0, "Databases"), Type.TOTAL, MissingScore.COUNT, "family"),
                arguments(
                        new GateCondition(false, 0, 0, "", RiskCondition.NONE, cve),
                        Type.TOTAL,
                        MissingScore.COUNT,
                        "cve"),
                arguments(LIKELY, Type.TOTAL, MissingScore.IGNORE, "epssScore"),
                arguments(LIKELY, Type.TOTAL, MissingScore.COUNT, "cve,epssScore"),
                arguments(new GateCondition(false, 0, 9.9, ""), Type.TOTAL, MissingScore.IGNORE, "vprScore"),
                arguments(
                        new GateCondition(false, 9.9, 0, ""),
                        Type.TOTAL,
                        MissingScore.IGNORE,
                        "baseScore,cvssV3BaseScore,cvssV4BaseScore"));
    }

    @Test
    void countsKnownExploitedFindings() {
        Finding known = finding()
                .plugin(new Plugin(
                        "7",
                        "",
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        CheckType.REMOTE,
                        List.of("CISA-KNOWN-EXPLOITED:2022/05/03"),
                        Optional.empty()))
                .severity(Severity.LOW)
                .build();
        GateEvaluation evaluation = GateEvaluations.of(List.of());
        for (FindingState state : FindingState.values()) {
            GateEvaluations.accept(evaluation, known, state);
            GateEvaluations.accept(evaluation, HIGH, state);
        }

        assertThat(evaluation.knownExploited()).isEqualTo(new Totals(0, 0, 0, 3, 0));
        evaluation.lacks(List.of("xref"));
        assertThat(evaluation.knownExploited()).isNull();
    }

    @ParameterizedTest
    @MethodSource("conditionsAndTheirFields")
    void countsEverythingWhereTheServerDoesNotSendTheField(
            GateCondition condition, Type type, MissingScore missingScore, String fields) {
        Gate gate = new Gate(1, Severity.HIGH, type, condition, Result.FAILURE);
        Finding bare = finding()
                .plugin(new Plugin(
                        "7",
                        "",
                        "Windows",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        CheckType.REMOTE,
                        List.of(),
                        Optional.empty()))
                .risk(new Risk(
                        false,
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        "",
                        false))
                .build();
        List<String> sent = new ArrayList<>(List.of(
                "xref",
                "patchPubDate",
                "exploitAvailable",
                "family",
                "cve",
                "epssScore",
                "vprScore",
                "cvssV3BaseScore"));
        sent.removeAll(List.of(fields.split(",")));

        assertThat(lacking(gate, missingScore, List.of(), bare).violated()).isFalse();
        assertThat(lacking(gate, missingScore, sent, bare).violated()).isFalse();
        GateVerdict verdict = lacking(gate, missingScore, List.of(fields.split(",")), bare);
        assertThat(verdict.violated()).isTrue();
        assertThat(verdict.sentence())
                .contains("; SecurityCenter does not send ")
                .contains("so these conditions cannot be evaluated and all findings of that severity count");
        assertThat(lacking(gate, missingScore, List.of(fields.split(","))).violated())
                .isFalse();
        Finding low = finding().severity(Severity.LOW).build();
        assertThat(lacking(gate, missingScore, List.of(fields.split(",")), low).violated())
                .isFalse();
    }

    @Test
    void countsOnlyNewFindingsWhereTheServerDoesNotSendTheField() {
        Gate gate = new Gate(1, Severity.HIGH, Type.NEW, EXPLOITED, Result.FAILURE);
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate));
        GateEvaluations.accept(evaluation, HIGH, FindingState.OUTSTANDING);
        evaluation.lacks(List.of("xref"));

        assertThat(only(evaluation.verdict(true)).violated()).isFalse();
    }

    @Test
    void needsNoScoreThatItHasNoConditionOn() {
        Gate gate = new Gate(1, Severity.HIGH, Type.TOTAL, EXPLOITED, Result.FAILURE);
        List<String> scores = List.of("vprScore", "epssScore", "baseScore", "cvssV3BaseScore", "cvssV4BaseScore");

        assertThat(lacking(gate, MissingScore.IGNORE, scores, HIGH).violated()).isFalse();
    }

    /** It may have a CVE that is not rated yet. */
    @ParameterizedTest
    @CsvSource({
        "TOTAL, COUNT, cve, true",
        "NEW, COUNT, cve, true",
        "DELTA, COUNT, cve, true",
        "TOTAL, COUNT, '', false",
        "TOTAL, IGNORE, cve, false"
    })
    void countsFindingsWithoutAScoreIfTheServerSendsNoCves(
            Type type, MissingScore missingScore, String lacking, boolean violated) {
        Gate gate = new Gate(1, Severity.HIGH, type, new GateCondition(false, 0, 7, ""), Result.FAILURE);
        Finding unrated = finding()
                .plugin(new Plugin(
                        "7", "", "", "", "", "", List.of(), List.of(), CheckType.REMOTE, List.of(), Optional.empty()))
                .risk(new Risk(
                        false,
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        "",
                        false))
                .build();
        List<String> fields = lacking.isEmpty() ? List.of() : List.of(lacking);

        GateVerdict verdict = lacking(gate, missingScore, fields, unrated);
        assertThat(verdict.violated()).isEqualTo(violated);
        assertThat(verdict.sentence().contains("because the score is still missing"))
                .isEqualTo(violated);
    }

    private static GateVerdict lacking(Gate gate, MissingScore missingScore, List<String> fields, Finding... all) {
        GateEvaluation evaluation =
                GateEvaluations.of(List.of(gate), new RiskRules(missingScore, Map.of()), GateEvaluations.DAY);
        List.of(all).forEach(finding -> GateEvaluations.accept(evaluation, finding, FindingState.NEW));
        evaluation.lacks(fields);
        return only(evaluation.verdict(true));
    }

    @ParameterizedTest
    @CsvSource({"1, PASSED", "2, UNSTABLE", "3, UNSTABLE"})
    void isViolatedWhenTheThresholdIsReached(int findings, Outcome outcome) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(2, Type.TOTAL, GateCondition.NONE)));
        for (int i = 0; i < findings; i++) {
            GateEvaluations.accept(evaluation, HIGH, FindingState.OUTSTANDING);
        }
        assertThat(evaluation.verdict(true).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"INFO, 0", "MEDIUM, 0", "HIGH, 1", "CRITICAL, 1"})
    void countsTheSeverityAndWorse(Severity severity, long count) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.TOTAL, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, finding().severity(severity).build(), FindingState.OUTSTANDING);

        assertThat(only(evaluation.verdict(true)).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"TOTAL, 3", "NEW, 1", "DELTA, 2"})
    void countsByType(Type type, long count) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(5, type, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.NEW);
        GateEvaluations.accept(evaluation, HIGH, FindingState.OUTSTANDING);
        GateEvaluations.accept(evaluation, HIGH, FindingState.OUTSTANDING);
        evaluation.acceptReference(HIGH, FindingState.FIXED, 0);
        evaluation.acceptReference(HIGH, FindingState.NOT_SCANNED, 0);

        assertThat(only(evaluation.verdict(true)).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 0", "NOT_SCANNED, 1", "NOT_CHECKED, 1"})
    void takesFromADeltaWhatTheReferenceHadOnScannedHosts(FindingState change, long delta) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(5, Type.DELTA, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.NEW);
        evaluation.acceptReference(HIGH, change, 0);

        assertThat(only(evaluation.verdict(true)).count()).isEqualTo(delta);
    }

    @Test
    void takesFromADeltaWhatIsOutstanding() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(5, Type.DELTA, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.NEW);
        evaluation.accept(new RecordedFinding(HIGH, FindingState.OUTSTANDING), 7);
        evaluation.acceptReference(HIGH, FindingState.OUTSTANDING, 7);

        assertThat(only(evaluation.verdict(true)).count()).isEqualTo(1);
    }

    @Test
    void leavesOutOfADeltaWhatDoesNotCountAnyMore() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.DELTA, GateCondition.NONE)));
        Finding low = finding().severity(Severity.LOW).build();
        GateEvaluations.accept(evaluation, HIGH, FindingState.NEW);
        evaluation.accept(new RecordedFinding(low, FindingState.OUTSTANDING), 7);
        evaluation.acceptReference(HIGH, FindingState.OUTSTANDING, 7);

        assertThat(only(evaluation.verdict(true)).violated()).isTrue();
        assertThat(only(evaluation.verdict(true)).sentence())
                .isEqualTo("1 more finding of severity High or worse, compared with the reference (1 now, 0 before),"
                        + " none allowed");
    }

    @Test
    void holdsNoHostThatWasNotScannedAgainstTheReference() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(2, Type.DELTA, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.NEW);
        GateEvaluations.accept(evaluation, HIGH, FindingState.OUTSTANDING);
        evaluation.acceptReference(HIGH, FindingState.NOT_SCANNED, 0);
        evaluation.acceptReference(HIGH, FindingState.NOT_SCANNED, 0);

        assertThat(evaluation.verdict(true).outcome()).isEqualTo(Outcome.UNSTABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIXED", "NOT_SCANNED"})
    void ignoresWhatIsNotThereAnyMore(FindingState change) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.TOTAL, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, change);

        assertThat(only(evaluation.verdict(true)).count()).isZero();
    }

    @Test
    void ignoresWhatIsSuppressed() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.TOTAL, GateCondition.NONE)));
        Suppression rule = new Suppression("plugin 10107", LocalDate.of(2026, 12, 31), "Own authority");
        evaluation.accept(new RecordedFinding(HIGH, FindingState.NEW, Optional.of(rule), Optional.empty(), true), -1);

        assertThat(only(evaluation.verdict(true)).count()).isZero();
        assertThat(evaluation.overdue().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0, '', 1",
        "false, 9.0, 0, '', 1",
        "false, 0, 9.1, '', 1",
        "false, 0, 0, web servers, 2",
        "true, 0, 0, Databases, 0",
        "false, 0, 0, '', 3"
    })
    void countsWhatMeetsTheConditions(boolean exploit, double cvss, double vpr, String family, long count) {
        GateEvaluation evaluation =
                GateEvaluations.of(List.of(gate(9, Type.TOTAL, new GateCondition(exploit, cvss, vpr, family))));
        GateEvaluations.accept(
                evaluation, risky(true, OptionalDouble.of(9.0), OptionalDouble.of(9.1)), FindingState.NEW);
        GateEvaluations.accept(
                evaluation, risky(false, OptionalDouble.of(8.9), OptionalDouble.of(9.0)), FindingState.NEW);
        GateEvaluations.accept(
                evaluation,
                finding()
                        .plugin(new Plugin(
                                "1",
                                "Old",
                                "Misc.",
                                "",
                                "",
                                "",
                                List.of(),
                                List.of(),
                                Plugin.CheckType.REMOTE,
                                List.of(),
                                Optional.empty()))
                        .risk(risk(false, OptionalDouble.empty(), OptionalDouble.empty(), false))
                        .build(),
                FindingState.NEW);

        assertThat(only(evaluation.verdict(true)).count()).isEqualTo(count);
    }

    @Test
    void knowsTheFamiliesThatNoFindingIsIn() {
        GateEvaluation evaluation = GateEvaluations.of(Stream.of("Web server", " web SERVERS ", "Web server", "")
                .map(family -> gate(1, Type.TOTAL, new GateCondition(false, 0, 0, family)))
                .toList());
        assertThat(evaluation.familiesNotFound()).containsExactly("Web server", "web SERVERS");

        GateEvaluations.accept(evaluation, finding().severity(Severity.INFO).build(), FindingState.OUTSTANDING);

        assertThat(evaluation.familiesNotFound()).containsExactly("Web server");
    }

    @Test
    void countsHostsWithoutANameAndSaysSo() {
        ScopeCondition named = new ScopeCondition(List.of(), List.of("*.example.com"), List.of());
        GateEvaluation evaluation = GateEvaluations.of(
                List.of(gate(2, Type.TOTAL, new GateCondition(false, 0, 0, "", RiskCondition.NONE, named))));
        for (String name : List.of("www.example.com", "www.example.org", "")) {
            Host host = new Host("192.0.2.7", "", name, "", "", "");
            GateEvaluations.accept(
                    evaluation, finding().host(host).severity(Severity.HIGH).build(), FindingState.NEW);
        }

        assertThat(only(evaluation.verdict(true)).violated()).isTrue();
        assertThat(only(evaluation.verdict(true)).sentence())
                .isEqualTo("2 findings of severity High or worse on host *.example.com, fewer than 2 allowed; counted"
                        + " are 1 because the name or the address of the host is unknown");
    }

    /** A host that was not reached, or whose name is not known, has no findings to count. */
    @ParameterizedTest
    @CsvSource({
        "'192.0.2.8', 192.0.2.7, www.example.com, true",
        "'192.0.2.8', 192.0.2.8, '', false",
        "'192.0.2.8,*.example.com', 192.0.2.7, www.example.com, false",
        "*.example.com, 192.0.2.7, '', true",
        "'', 192.0.2.7, '', false"
    })
    void doesNotPassIfItsHostsWereNotScanned(String hosts, String ip, String name, boolean violated) {
        ScopeCondition scope = new ScopeCondition(List.of(), ScopeCondition.entries(hosts), List.of());
        List<Gate> gates = List.of(gate(9, Type.TOTAL, new GateCondition(false, 0, 0, "", RiskCondition.NONE, scope)));
        ScannedScopes scopes = new ScannedScopes(gates);
        GateEvaluation evaluation = new GateEvaluation(gates, RiskRules.DEFAULT, GateEvaluations.DAY, scopes);
        assertThat(only(evaluation.verdict(false)).violated()).isEqualTo(!hosts.isEmpty());

        scopes.add(new Host(ip, "", name, "", "", ""));

        assertThat(only(evaluation.verdict(false)).violated()).isEqualTo(violated);
        if (violated) {
            assertThat(only(evaluation.verdict(false)).sentence())
                    .startsWith(
                            "No host is known to have been scanned that the gate is limited to, so findings of severity"
                                    + " High or worse on host ")
                    .endsWith(" cannot be counted");
        }
        scopes.waive();
        assertThat(only(evaluation.verdict(false)).violated()).isFalse();
    }

    @Test
    void countsNoAcceptedRisks() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.TOTAL, GateCondition.NONE)));
        GateEvaluations.accept(
                evaluation,
                finding()
                        .risk(risk(true, OptionalDouble.of(10), OptionalDouble.of(10), true))
                        .build(),
                FindingState.NEW);

        assertThat(only(evaluation.verdict(true)).violated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "DELTA"})
    void doesNotFailTheFirstBuildBecauseAllIsNew(Type type) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, type, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.UNKNOWN);
        Verdict verdict = evaluation.verdict(false);

        assertThat(only(verdict).state()).isEqualTo(GateVerdict.State.INACTIVE);
        assertThat(only(verdict).sentence()).startsWith("There is no reference build yet, so ");
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    }

    /** Otherwise, a build that is deleted would make the verdict on the next one better. */
    @ParameterizedTest
    @CsvSource({"NEW, new findings, true", "DELTA, additional findings, true", "TOTAL, '', false"})
    void doesNotPassWithoutTheReferenceThatWasLost(Type type, String kind, boolean violated) {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, type, GateCondition.NONE)));
        evaluation.referenceLost();
        Verdict verdict = evaluation.verdict(false);

        assertThat(only(verdict).violated()).isEqualTo(violated);
        assertThat(verdict.changesViolated()).isEqualTo(violated);
        if (violated) {
            assertThat(only(verdict).sentence())
                    .isEqualTo(
                            "There is no readable reference build any more, so " + kind
                                    + " of severity High or worse cannot be counted; choose a reference on the page of a record");
        }
        assertThat(only(evaluation.verdict(true)).violated()).isFalse();
    }

    @Test
    void appliesTotalsToTheFirstBuild() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate(1, Type.TOTAL, GateCondition.NONE)));
        GateEvaluations.accept(evaluation, HIGH, FindingState.UNKNOWN);

        assertThat(evaluation.verdict(false).outcome()).isEqualTo(Outcome.UNSTABLE);
    }

    private static Finding risky(boolean exploit, OptionalDouble cvss, OptionalDouble vpr) {
        return finding().risk(risk(exploit, cvss, vpr, false)).build();
    }

    private static Risk risk(boolean exploit, OptionalDouble cvss, OptionalDouble vpr, boolean accepted) {
        return new Risk(exploit, cvss, 3, vpr, OptionalDouble.empty(), accepted, "", false);
    }

    private static Gate gate(int threshold, Type type, GateCondition condition) {
        return new Gate(threshold, Severity.HIGH, type, condition, Result.UNSTABLE);
    }

    private static GateVerdict only(Verdict verdict) {
        assertThat(verdict.gates()).hasSize(1);
        return verdict.gates().get(0);
    }
}
