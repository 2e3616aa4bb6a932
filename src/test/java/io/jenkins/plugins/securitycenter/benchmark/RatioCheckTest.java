package io.jenkins.plugins.securitycenter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioCheckTest {

    private static final Map<String, Double> DOCUMENTED = Map.of("recording / reading", 2.0);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2.0, 2.3})
    void acceptsRatiosUpTo15PercentLarger(double measured) {
        assertThat(problems(measured)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.301, 20, Double.POSITIVE_INFINITY, Double.NaN})
    void rejectsLargerRatios(double measured) {
        assertThat(problems(measured)).hasSize(1);
    }

    @Test
    void namesFigureAndMeasuredAndAllowedValues() {
        assertThat(problems(2.4))
                .containsExactly(
                        "\"recording / reading\" is 2.400, but at most 2.300 is allowed, 15 % more than the 2.000"
                                + " in docs/performance.md.");
    }

    @Test
    void rejectsRatiosThatOnlyOneOfTheRunsHas() {
        assertThat(RatioCheck.problems(DOCUMENTED, List.of(new Figure("export CSV / reading", 1, ""))))
                .containsExactly(
                        "\"export CSV / reading\" is not in docs/performance.md; write the table again with"
                                + " -Dbench.write.",
                        "\"recording / reading\" is in docs/performance.md, but was not measured; write the table again"
                                + " with -Dbench.write.");
    }

    private static List<String> problems(double measured) {
        return RatioCheck.problems(DOCUMENTED, List.of(new Figure("recording / reading", measured, "")));
    }
}
