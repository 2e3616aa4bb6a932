package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

    private static final RiskRules RULES = new RiskRules(MissingScore.COUNT, Map.of(Severity.HIGH, 30));
    /** 2026-01-10 in Auckland. */
    private static final BuildDay DAY =
            new BuildDay(Instant.parse("2026-01-09T12:00:00Z"), ZoneId.of("Pacific/Auckland"));

    private static final Gate GATE =
            new Gate(1, Severity.INFO, Gate.Type.OVERDUE, GateCondition.NONE, Gate.Result.FAILURE);

    @ParameterizedTest
    @CsvSource({
        // the last day is not over yet
        "HIGH, 2025-12-10T23:00:00Z, '', 2026-01-10, false",
        // the same day in UTC, but the day before in the zone of the controller
        "HIGH, 2025-12-10T10:59:59Z, '', 2026-01-09, true",
        "HIGH, 2026-01-09T12:00:00Z, '', 2026-02-09, false",
        // the clock of the server is ahead
        "HIGH, 2026-01-10T12:00:00Z, '', 2026-02-09, false",
        // no clock is that far ahead
        "HIGH, 2026-01-10T12:00:01Z, '', , true",
        "HIGH, 2106-02-07T06:28:15Z, '', , true",
        // the earlier of both
        "HIGH, 2026-01-01T00:00:00Z, CISA-KNOWN-EXPLOITED:2026/01/09, 2026-01-09, true",
        "HIGH, 2025-01-01T00:00:00Z, CISA-KNOWN-EXPLOITED:2026/01/20, 2025-01-31, true",
        "HIGH, 2026-01-01T00:00:00Z, CISA-KNOWN-EXPLOITED:2026/01/10, 2026-01-10, false",
        "HIGH, 2026-01-01T00:00:00Z, 'CISA-KNOWN-EXPLOITED:2026/02/20,CISA-KNOWN-EXPLOITED:2026/01/12', 2026-01-12, false",
        // other severities have no due date but that of CISA
        "MEDIUM, 2020-01-01T00:00:00Z, '', , false",
        "MEDIUM, 2020-01-01T00:00:00Z, CISA-KNOWN-EXPLOITED:2026/01/09, 2026-01-09, true",
        // what is not known
        "HIGH, , '', , true",
        "HIGH, , CISA-KNOWN-EXPLOITED:2026/01/09, 2026-01-09, true",
        "HIGH, , CISA-KNOWN-EXPLOITED:2026/02/20, , true",
        "HIGH, 2026-01-01T00:00:00Z, CISA-KNOWN-EXPLOITED:2026/02/30, , true",
        "HIGH, 2026-01-01T00:00:00Z, 'CISA-KNOWN-EXPLOITED:2026/02/20,CISA-KNOWN-EXPLOITED:2026/02/30', , true",
        "HIGH, 2026-01-01T00:00:00Z, 'CISA-KNOWN-EXPLOITED:2026/02/20,CISA-KNOWN-EXPLOITED', , true",
        "HIGH, 2026-01-01T00:00:00Z, 'CISA-KNOWN-EXPLOITED:2026/01/09,CISA-KNOWN-EXPLOITED', 2026-01-09, true",
        "MEDIUM, , CISA-KNOWN-EXPLOITED, , true",
        "MEDIUM, , '', , false"
    })
    void isDue(Severity severity, Instant seen, String xref, LocalDate due, boolean overdue) {
        RecordedFinding recorded = new DueDates(List.of(), RULES, DAY).assess(recorded(severity, seen, xref, false));

        assertThat(recorded.dueDate()).isEqualTo(Optional.ofNullable(due));
        assertThat(recorded.overdue()).isEqualTo(overdue);
    }

    @Test
    void acceptedFindingsAreNotOverdue() {
        assertThat(new DueDates(List.of(), RULES, DAY)
                        .assess(recorded(Severity.HIGH, Instant.EPOCH, "", true))
                        .overdue())
                .isFalse();
    }

    @Test
    void suppressedFindingsAreNotOverdue() {
        RecordedFinding late = recorded(Severity.HIGH, Instant.EPOCH, "", false);
        Suppression rule = new Suppression("plugin 1", LocalDate.of(2026, 2, 1), "Own authority");
        RecordedFinding suppressed =
                new RecordedFinding(late.finding(), late.state(), Optional.of(rule), Optional.empty(), false);
        DueDates dates = new DueDates(List.of(), RULES, DAY);

        assertThat(dates.assess(late).overdue()).isTrue();
        assertThat(dates.assess(suppressed)).isEqualTo(suppressed);
    }

    @Test
    void theControllerDecidesWhatADayIs() {
        Instant now = Instant.parse("2026-01-09T23:30:00Z");

        assertThat(BuildDay.of(now)).isEqualTo(new BuildDay(now, ZoneId.systemDefault()));
    }

    @Test
    void datesOfCisaCountWithAnSlaOrAGate() {
        RecordedFinding finding = recorded(Severity.HIGH, Instant.EPOCH, "CISA-KNOWN-EXPLOITED:2026/01/09", false);

        assertThat(new DueDates(List.of(), RiskRules.DEFAULT, DAY)
                        .assess(finding)
                        .overdue())
                .isFalse();
        Gate other = new Gate(1, Severity.INFO, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.FAILURE);
        assertThat(new DueDates(List.of(other), RiskRules.DEFAULT, DAY).assess(finding))
                .isEqualTo(finding);
        assertThat(new DueDates(List.of(other, GATE), RiskRules.DEFAULT, DAY)
                        .assess(finding)
                        .overdue())
                .isTrue();
    }

    @Test
    void gateSaysHowManyAreCountedWithoutADate() {
        GateEvaluation evaluation = GateEvaluations.of(List.of(GATE), RULES, DAY);
        DueDates dates = new DueDates(List.of(GATE), RULES, DAY);
        for (Instant seen : new Instant[] {null, Instant.EPOCH, Instant.EPOCH, DAY.now()}) {
            evaluation.accept(dates.assess(recorded(Severity.HIGH, seen, "", false)), -1);
        }
        GateVerdict verdict = evaluation.verdict(false).gates().get(0);

        assertThat(verdict.sentence())
                .isEqualTo("3 overdue findings of any severity, none allowed; counted are 1 because the age or the due"
                        + " date is unknown");
        assertThat(verdict.violated()).isTrue();
        assertThat(evaluation.overdue().count(Severity.HIGH)).isEqualTo(3);
    }

    @Test
    void gateSaysHowManyAreCountedWithoutAScore() {
        Gate gate =
                new Gate(1, Severity.HIGH, Gate.Type.TOTAL, new GateCondition(false, 0, 7, ""), Gate.Result.FAILURE);
        GateEvaluation evaluation = GateEvaluations.of(List.of(gate));
        Risk unrated = new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), false, "", false);
        Finding finding = finding()
                .severity(Severity.HIGH)
                .plugin(GateFilterTest.plugin("CVE-2026-12345", "", null))
                .risk(unrated)
                .build();
        GateEvaluations.accept(evaluation, finding, FindingState.UNKNOWN);

        assertThat(evaluation.verdict(false).gates().get(0).sentence())
                .isEqualTo("1 finding of severity High or worse with a VPR of at least 7.0, none allowed; counted are 1"
                        + " because the score is still missing");
    }

    @Test
    void saysWhatADayIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskRules(MissingScore.COUNT, Map.of(Severity.CRITICAL, 0)))
                .withMessage(
                        "sla.critical \"0\" is not allowed; use a whole number of days from 1 to 36500, or leave it"
                                + " out.");
    }

    /** A gate must not be blind to the worst findings. */
    @ParameterizedTest
    @CsvSource({
        "'HIGH', HIGH, OVERDUE, CRITICAL",
        "'CRITICAL,MEDIUM', MEDIUM, OVERDUE, HIGH",
        "'LOW', INFO, OVERDUE, CRITICAL",
        "'HIGH', CRITICAL, OVERDUE,",
        "'CRITICAL', INFO, OVERDUE,",
        "'CRITICAL,HIGH', LOW, OVERDUE,",
        "'', HIGH, OVERDUE,",
        "'HIGH', HIGH, TOTAL,"
    })
    void needsTheDaysOfSeveritiesThatAGateCounts(String days, Severity severity, Gate.Type type, Severity lacking) {
        Map<Severity, Integer> sla = new EnumMap<>(Severity.class);
        Stream.of(days.split(",")).filter(one -> !one.isEmpty()).forEach(one -> sla.put(Severity.valueOf(one), 30));
        RiskRules rules = new RiskRules(MissingScore.COUNT, sla);
        Gate gate = new Gate(1, severity, type, GateCondition.NONE, Gate.Result.FAILURE);
        if (lacking == null) {
            assertThatCode(() -> rules.check(List.of(gate))).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rules.check(List.of(gate)))
                    .withMessageContaining("but not for " + lacking.label() + ", which a gate of type overdue counts");
        }
    }

    private static RecordedFinding recorded(Severity severity, Instant seen, String xref, boolean accepted) {
        Risk risk = new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), accepted, "", false);
        Finding finding = finding()
                .severity(severity)
                .plugin(GateFilterTest.plugin("CVE-2026-12345", xref, null))
                .risk(risk)
                .firstSeen(seen)
                .build();
        return new RecordedFinding(finding, FindingState.OUTSTANDING);
    }
}
