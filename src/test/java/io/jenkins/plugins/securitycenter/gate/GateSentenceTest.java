package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.GateFilter.Match;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSentenceTest {

    @Test
    void namesTheScope() {
        ScopeCondition scope =
                new ScopeCondition(List.of("CVE-2021-44228"), List.of("192.0.2.0/24", "*.example.com"), List.of("443"));

        assertThat(sentence(RiskCondition.NONE, scope))
                .isEqualTo("2 findings of severity High or worse of CVE-2021-44228 on host 192.0.2.0/24 or"
                        + " *.example.com on port 443, none allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "'80,81,82', on port 80 or 81 or 82",
        "'80,81,82,83', on port 80 or 81 or 82 or 1 more",
        "'80,81,82,83,84', on port 80 or 81 or 82 or 2 more"
    })
    void namesThreeEntriesOfAListAtMost(String ports, String text) {
        ScopeCondition scope = new ScopeCondition(List.of(), List.of(), ScopeCondition.entries(ports));

        assertThat(sentence(RiskCondition.NONE, scope))
                .isEqualTo("2 findings of severity High or worse " + text + ", none allowed");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 day ago", "2, 2 days ago"})
    void namesTheAge(int days, String text) {
        assertThat(sentence(new RiskCondition(false, 0, false, days), ScopeCondition.ALL))
                .isEqualTo("2 findings of severity High or worse, first seen at least " + text + ", none allowed");
    }

    @ParameterizedTest
    @CsvSource({"10, 10 %", "0.5, 0.5 %", "100, 100 %"})
    void namesTheRisk(double epss, String text) {
        assertThat(sentence(new RiskCondition(true, epss, true, 0), ScopeCondition.ALL))
                .isEqualTo("2 findings of severity High or worse with an EPSS score of at least " + text
                        + " and an entry in CISA's catalog of known exploited vulnerabilities and a published patch,"
                        + " none allowed");
    }

    @Test
    void groupsDigits() {
        Gate gate = new Gate(10_000, Severity.INFO, Gate.Type.DELTA, GateCondition.NONE, Gate.Result.UNSTABLE);
        GateSentence sentence =
                new GateSentence(gate, Map.of(Match.WITHOUT_DATE, 5_678L, Match.WITHOUT_SCORE, 1_234L), List.of());

        assertThat(sentence.of(12_345, "new "))
                .isEqualTo("12,345 new findings of any severity, fewer than 10,000 allowed; counted are 1,234 because"
                        + " the score is still missing and 5,678 because the age or the due date is unknown");
        assertThat(sentence.delta(1_012_345, 1_000))
                .startsWith("1,011,345 more findings of any severity, compared with the reference (1,012,345 now, 1,000"
                        + " before), fewer than 10,000 allowed");
    }

    @Test
    void saysHowManyAreCountedForWantOfAValue() {
        Gate gate = gate(GateCondition.NONE);

        assertThat(new GateSentence(
                                gate,
                                Map.of(
                                        Match.WITHOUT_HOST,
                                        2L,
                                        Match.WITHOUT_EXPLOIT,
                                        1L,
                                        Match.WITHOUT_DATE,
                                        4L,
                                        Match.WITHOUT_SCORE,
                                        3L),
                                List.of())
                        .of(9, ""))
                .endsWith("; counted are 3 because the score is still missing and 4 because the age or the due date is"
                        + " unknown and 1 because it is unknown whether there is an exploit and 2 because the name or"
                        + " the address of the host is unknown");
    }

    private static String sentence(RiskCondition risk, ScopeCondition scope) {
        return new GateSentence(gate(new GateCondition(false, 0, 0, "", risk, scope)), Map.of(), List.of()).of(2, "");
    }

    private static Gate gate(GateCondition condition) {
        return new Gate(1, Severity.HIGH, Gate.Type.TOTAL, condition, Gate.Result.FAILURE);
    }
}
